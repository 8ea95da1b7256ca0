package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditLogBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program act by the token in its {@code Authorization} header, for this request. Roles and units are those its owner has now,
 * so whatever is taken from a person is taken from the person's tokens at once.
 */
final class TokenSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final TokenStore store;
    private final TokenLedger ledger;
    private final TokenAnswers answers;
    private final SignInThrottle throttle;
    private final UserRepository users;
    private final Clock clock;

    TokenSignIn(TokenStore store, TokenLedger ledger, TokenAnswers answers, SignInThrottle throttle, UserRepository users, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.answers = answers;
        this.throttle = throttle;
        this.users = users;
        this.clock = clock;
    }

    /** Whether a request brings a token, of whatever form; a session that it brings as well does not count then. */
    static boolean concerns(HttpServletRequest request) {
        return sent(request) != null;
    }

    private static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !(header + " ").toLowerCase(Locale.ROOT).startsWith(SCHEME) ? null : header.substring(SCHEME.length() - 1).strip();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String sent = sent(request);
        Optional<TokenText> text = TokenText.of(sent == null ? "" : sent);
        if (text.isEmpty()) {
            answers.unauthorized(request, response, "This is no token of Vitrine: it was not copied whole, or mistyped.");
            return;
        }
        try {
            Optional<ApiToken> token = store.bySha256(text.get().sha256());
            if (token.isEmpty()) {
                unknown(request, response);
            } else {
                judge(token.get(), request, response, chain);
            }
        } catch (AuditLogBusy e) {
            answers.busy(request, response); // what cannot be recorded is not done
        }
    }

    private void judge(ApiToken token, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        switch (token.state(clock.instant())) {
            case LIVE -> act(token, request, response, chain);
            case EXPIRED -> dead(token, "expired", "This token has expired. Its owner can make a new one.", request, response);
            case REVOKED -> dead(token, "revoked", "This token was revoked.", request, response);
            case OWNER_DISABLED -> dead(token, "owner-disabled", "The owner of this token can no longer sign in.", request, response);
        }
    }

    /** Only unknown tokens are counted, so that nobody who shares an address with a guesser has to wait. */
    private void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Duration> wait = throttle.admit(SignInThrottle.Subject.tokensOf(request.getRemoteAddr()));
        if (wait.isPresent()) {
            answers.wait(request, response, new TooManyAttempts(wait.get()));
            return;
        }
        ledger.refusedUnknown();
        answers.unauthorized(request, response, "There is no such token.");
    }

    private void dead(ApiToken token, String why, String sentence, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ledger.refused(Actor.ANONYMOUS, token, why);
        answers.unauthorized(request, response, sentence);
    }

    private void act(ApiToken token, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        SignedInPerson owner = users.findById(token.owner()).orElseThrow().signedIn(clock.instant());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenAuthentication(owner, token));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
