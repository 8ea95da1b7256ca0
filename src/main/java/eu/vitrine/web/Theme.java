package eu.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** How a person wants the pages to look; kept in a cookie so that the server renders it and nothing flashes. */
enum Theme {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(c -> named(c.getValue())).orElse(AUTO);
    }

    /** The theme of that word; anything else is {@link #AUTO}. */
    static Theme named(String word) {
        for (Theme theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return AUTO;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
