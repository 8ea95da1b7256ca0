package eu.vitrine.web;

import org.jspecify.annotations.Nullable;

/** Where to go back to after an act, as the browser asked for it and as far as it may be trusted. */
public final class ReturnTo {

    private ReturnTo() {}

    /**
     * The asked-for path if it stays on this server: one leading slash, no second slash or backslash after it, no
     * backslash or control character anywhere. Everything else, null included, is the home page.
     */
    public static String safe(@Nullable String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//")) {
            return "/";
        }
        boolean plain = asked.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
        return plain ? asked : "/";
    }
}
