package eu.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the session of a request lasts, for a page to warn in time (WCAG 2.2.1).
 *
 * @param idle seconds after the last request at which it ends; every further request begins them anew
 * @param latest seconds from this request at which it ends whatever is done
 */
public record SessionTime(long idle, long latest) {

    private static final String END = SessionTime.class.getName() + ".end";

    /** Says when the session of this request ends whatever is done. */
    public static void endsAtLatest(HttpServletRequest request, Instant end) {
        request.setAttribute(END, end);
    }

    /** The times of a request of a person signed in; null where there is no session, or one without end. */
    public static @Nullable SessionTime of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getMaxInactiveInterval() <= 0) {
            return null;
        }
        long idle = session.getMaxInactiveInterval();
        return new SessionTime(idle, request.getAttribute(END) instanceof Instant end ? Math.max(0, Duration.between(now, end).toSeconds()) : idle);
    }
}
