package eu.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it, as the model attribute {@code frame}. */
@ControllerAdvice
class PageFrame {

    private static final String SEARCH = "/models";

    private final List<NavEntry> entries;
    private final OpenDoors doors;
    private final Clock clock;

    PageFrame(List<NavEntry> entries, OpenDoors doors, Clock clock) {
        this.entries = entries;
        this.doors = doors;
        this.clock = clock;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String path = request.getRequestURI();
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken) {
            return new Frame(Theme.of(request).word(), pathAndQuery(request), List.of(), List.of(), false, null, null);
        }
        return new Frame(Theme.of(request).word(), pathAndQuery(request), links(true, path), links(false, path), doors.lead(SEARCH), person.getName(),
                SessionTime.of(request, clock.instant()));
    }

    private List<NavLink> links(boolean daily, String path) {
        return entries.stream().filter(entry -> entry.daily() == daily && doors.lead(entry.path()))
                .map(entry -> new NavLink(entry.labelKey(), entry.path(), entry.isAt(path))).toList();
    }

    /** Where the theme switch leads back to: this page if it can be read again, else the home page. */
    private static String pathAndQuery(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        // The token of a one-time link must not travel into a second form.
        String query = "/set-up".equals(request.getRequestURI()) ? null : request.getQueryString();
        // As it was sent: an address that is not well encoded has a page too, the one that says so.
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /**
     * @param theme auto, light or dark
     * @param here path and query of this page
     * @param nav where people go every day
     * @param more the rest of the product
     * @param person name of the person signed in, or null
     * @param session how long the session lasts, or null where none ends
     */
    record Frame(String theme, String here, List<NavLink> nav, List<NavLink> more, boolean search, @Nullable String person, @Nullable SessionTime session) {}

    record NavLink(String labelKey, String path, boolean current) {}
}
