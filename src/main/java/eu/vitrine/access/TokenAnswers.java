package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What a program with a token is told when it is refused: a problem, with the challenge of RFC 6750. */
@Component
class TokenAnswers implements AccessDeniedHandler {

    /** What a program without any token is told to bring. */
    static final String CHALLENGE = "Bearer realm=\"vitrine\"";

    private final Problems problems;
    private final TokenLedger ledger;

    TokenAnswers(Problems problems, TokenLedger ledger) {
        this.problems = problems;
        this.ledger = ledger;
    }

    /** The token opens nothing at all. */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        write(request, response, HttpStatus.UNAUTHORIZED, sentence);
    }

    void wait(HttpServletRequest request, HttpServletResponse response, TooManyAttempts refusal) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.remaining().toSeconds() + 1));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong tokens came from this address. Wait, and check the token.");
    }

    /** The use cannot be recorded now, so it is not served. */
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "The audit log is busy; ask again in a moment.");
    }

    /** The token does not open this address, or its owner may not do this. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) throws IOException {
        int status = RouteTable.refusalOf(request);
        if (status != HttpStatus.FORBIDDEN.value() || !(SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication who)) {
            write(request, response, HttpStatus.valueOf(status), null);
            return;
        }
        Scope scope = RouteTable.scopeOf(request);
        String why = scope == null ? "address" : who.token().scopes().contains(scope) ? "role" : "scope";
        ledger.refused(who.actor(), who.token(), why);
        if (why.equals("scope")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope.code() + "\"");
        }
        write(request, response, HttpStatus.FORBIDDEN, switch (why) {
            case "address" -> "No token opens this address. Pages, decisions, users and tokens are for persons who have signed in.";
            case "role" -> "The owner of this token may not do this.";
            default -> "This token has not the scope \"" + scope.code() + "\".";
        });
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable String sentence) throws IOException {
        problems.write(response, sentence == null ? ProblemDetail.forStatus(status) : ProblemDetail.forStatusAndDetail(status, sentence), request.getRequestURI());
    }
}
