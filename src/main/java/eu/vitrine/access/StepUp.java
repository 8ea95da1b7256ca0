package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks a person for password or code before the acts of the table that want a fresh confirmation, unless it was given within the
 * last fifteen minutes. The page that asks carries along what was typed into the form, and sends it on together with the
 * confirmation: nothing is lost, nothing is kept in between, and the act is done once.
 */
final class StepUp extends OncePerRequestFilter {

    static final Duration VALIDITY = Duration.ofMinutes(15);

    /** Form field of the confirmation; none of ours has this name. */
    static final String FIELD = "confirmation";

    /** Request attributes of the page that asks. */
    static final String REFUSED = "confirmationRefused";
    static final String WAIT_MINUTES = "confirmationWait";

    private final Confirmation confirmation;
    private final Entrance entrance;
    private final Problems problems;
    private final Clock clock;

    StepUp(Confirmation confirmation, Entrance entrance, Problems problems, Clock clock) {
        this.confirmation = confirmation;
        this.entrance = entrance;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Optional<SignedInPerson> person = CurrentActor.person();
        if (person.isEmpty() || !RouteTable.wantsConfirmation(request) || clock.instant().isBefore(person.get().confirmed().plus(VALIDITY))) {
            chain.doFilter(request, response);
        } else if (Problems.concern(request)) {
            problems.write(response, HttpStatus.FORBIDDEN, request.getRequestURI());
        } else if (!request.getMethod().equals(HttpMethod.POST.name())) {
            String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            response.sendRedirect(UriComponentsBuilder.fromPath("/confirm").queryParam("returnTo", "{here}").encode().build(here).toString());
        } else if (request.getParameter(FIELD) == null) {
            ask(request, response);
        } else {
            judge(person.get(), request, response, chain);
        }
    }

    private void judge(SignedInPerson person, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (confirms(person, request.getParameter(FIELD), request, response)) {
            chain.doFilter(request, response);
        } else {
            ask(request, response);
        }
    }

    /** Whether what was typed confirms the person; if not, the request knows why, and the answer its status. */
    private boolean confirms(SignedInPerson person, String typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (confirmation.isRight(person.id(), confirmation.means(person.id()), typed, request.getRemoteAddr())) {
                entrance.confirmed(request, response, person);
                return true;
            }
            request.setAttribute(REFUSED, true);
        } catch (TooManyAttempts e) {
            request.setAttribute(WAIT_MINUTES, waitOf(e, response));
        }
        return false;
    }

    /** Tells the waiting time in the answer's header; the begun minutes, for its words. */
    static long waitOf(TooManyAttempts refusal, HttpServletResponse response) {
        long seconds = refusal.remaining().toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return (seconds + 59) / 60;
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            // A scheme no browser has a dialogue for: the answer is the page.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Form");
        }
        request.getRequestDispatcher("/confirm/asked").forward(request, response);
    }
}
