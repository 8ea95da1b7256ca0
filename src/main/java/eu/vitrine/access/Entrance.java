package eu.vitrine.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Keeps in the session how far somebody has come: password given, signed in, confirmed again. Each step gives the session another number. */
@Component
class Entrance {

    static final Duration SECOND_STEP_VALIDITY = Duration.ofMinutes(10);
    private static final String HALFWAY = Entrance.class.getName() + ".halfway";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Sessions sessions;
    private final Clock clock;

    Entrance(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Somebody has given the right password, and a code is still due. */
    void halfway(HttpServletRequest request, UUID user) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(HALFWAY, new SecondFactorDue.Halfway(user, clock.instant()));
    }

    /** Who has given the right password within the last ten minutes and owes a code. */
    Optional<UUID> whoOwesCode(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(HALFWAY) instanceof SecondFactorDue.Halfway halfway
                && clock.instant().isBefore(halfway.since().plus(SECOND_STEP_VALIDITY)) ? Optional.of(halfway.user()) : Optional.empty();
    }

    /** The person is signed in as far as the filters are concerned; notes the session for the person to see. */
    void begin(HttpServletRequest request, SignedInPerson person) {
        sessions.begin(person, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    /** Signs in a person who has given all that is asked for. */
    void enter(HttpServletRequest request, HttpServletResponse response, SignedInPerson person) {
        begin(request, person);
        request.getSession().removeAttribute(HALFWAY);
        become(request, response, person);
    }

    /** The person signed in has confirmed to be the one. */
    void confirmed(HttpServletRequest request, HttpServletResponse response, SignedInPerson person) {
        Instant now = clock.instant();
        become(request, response, person.confirmedAt(now));
    }

    private void become(HttpServletRequest request, HttpServletResponse response, SignedInPerson person) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, person.authorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
