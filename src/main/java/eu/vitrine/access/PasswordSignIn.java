package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * Signs a person in by name and password. An unknown name, a wrong password, a disabled account and one not yet set up are
 * answered alike, and take as long.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final UserRepository users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SecondFactors factors;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    PasswordSignIn(UserRepository users, Passwords passwords, SignInThrottle throttle, SecondFactors factors, AuditTrail trail,
            TransactionOperations transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.factors = factors;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String typed = attempt.getName();
        String password = attempt.getCredentials() instanceof String text ? text : "";
        Optional<SignInName> name = SignInName.of(typed);
        var account = SignInThrottle.Subject.account(
                UUID.nameUUIDFromBytes(name.map(SignInName::value).orElse(typed).getBytes(StandardCharsets.UTF_8)).toString());
        var source = SignInThrottle.Subject.source(source(attempt));
        throttle.admit(source).map(TooManyAttempts::new).ifPresent(refusal -> { throw refusal; });
        throttle.admit(account).map(TooManyAttempts::new).ifPresent(refusal -> { throw refusal; });

        Optional<UserAccount> known = name.flatMap(n -> users.findBySignInName(n.value()));
        if (!isRight(password, known.flatMap(UserAccount::usablePassword))) {
            recordRefusal(known);
            throw new BadCredentialsException("Name and password do not fit together");
        }
        throttle.forgive(account, source);
        UUID id = known.orElseThrow().id();
        strengthen(id, password);
        if (factors.since(id).isPresent()) {
            throw new SecondFactorDue(id);
        }
        // Disabled between these two lines, the person is refused as somebody disabled is.
        SignedInPerson person = welcome(id).orElseThrow(() -> new BadCredentialsException("Name and password do not fit together"));
        var result = UsernamePasswordAuthenticationToken.authenticated(person, null, person.authorities());
        result.setDetails(attempt.getDetails());
        return result;
    }

    private boolean isRight(String password, Optional<String> hash) {
        boolean tooLong = password.length() > 2 * PasswordRules.LONGEST; // no one has chosen it; do not hash megabytes
        if (tooLong || hash.isEmpty()) {
            passwords.matchNobody(tooLong ? "" : password);
            return false;
        }
        return passwords.matches(password, hash.get());
    }

    /** Keeps the password under the present parameters of the hash, if it is under older ones. */
    private void strengthen(UUID id, String password) {
        transactions.executeWithoutResult(status -> {
            UserAccount account = users.findById(id).orElseThrow();
            account.usablePassword().filter(passwords::isOutdated).ifPresent(old -> account.rehash(passwords.hash(password)));
        });
    }

    /** Lets somebody in who has given all that is asked for; empty if the person may not sign in any more. */
    Optional<SignedInPerson> welcome(UUID id) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> users.findById(id)
                .filter(account -> account.usablePassword().isPresent()).map(account -> {
                    SignedInPerson person = account.signedIn(clock.instant());
                    trail.record(AuditEntry.of(person.actor(), "user.signed-in", SetUp.subject(id)));
                    return person;
                })));
    }

    private void recordRefusal(Optional<UserAccount> known) {
        // What was typed is not recorded: it may be a password in the wrong field.
        var subject = known.map(account -> SetUp.subject(account.id())).orElse(AuditEntry.Subject.of("user", "unknown"));
        transactions.executeWithoutResult(status ->
                trail.record(AuditEntry.of(Actor.ANONYMOUS, "sign-in.refused", subject)));
    }

    private static String source(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        return StringUtils.hasText(address) ? address : "unknown";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
