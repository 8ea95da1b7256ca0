package eu.vitrine.access;

import eu.vitrine.web.SessionTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is 12 hours old, or whose person was disabled or given other roles since, at its next request.
 * (The container ends one that was idle for 30 minutes.)
 */
final class SessionGuard extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final UserRepository users;
    private final Clock clock;

    SessionGuard(UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person && !isStill(person)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        } else if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            SessionTime.endsAtLatest(request, person.since().plus(LONGEST));
        }
        chain.doFilter(request, response);
    }

    private boolean isStill(SignedInPerson person) {
        Instant end = person.since().plus(LONGEST);
        return clock.instant().isBefore(end)
                && users.stampOf(person.id()).filter(stamp -> stamp == person.stamp()).isPresent();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }
}
