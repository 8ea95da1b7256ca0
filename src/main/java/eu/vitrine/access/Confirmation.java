package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks whether somebody is the person they are taken for. Failures are counted per person and per source, and slow down the next. */
@Component
class Confirmation {

    private final UserRepository users;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final AuditTrail trail;
    private final TransactionOperations transactions;

    Confirmation(UserRepository users, Passwords passwords, SecondFactors factors, SignInThrottle throttle, AuditTrail trail,
            TransactionOperations transactions) {
        this.users = users;
        this.passwords = passwords;
        this.factors = factors;
        this.throttle = throttle;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** What can be asked for. */
    enum Means {
        PASSWORD,
        /** A code of the app, or a recovery code. */
        CODE
    }

    /** What a person confirms by: a code where a second factor is set up, else the password. */
    Means means(UUID user) {
        return factors.since(user).isPresent() ? Means.CODE : Means.PASSWORD;
    }

    /**
     * Whether what was typed is the person's password, or a code not used before, which is used up by that.
     *
     * @param source address the request came from
     * @throws TooManyAttempts if failures before make the person or the source wait
     */
    boolean isRight(UUID user, Means means, String typed, String source) {
        var person = SignInThrottle.Subject.confirmation(user);
        var address = SignInThrottle.Subject.source(source);
        throttle.admit(address).map(TooManyAttempts::new).ifPresent(refusal -> { throw refusal; });
        throttle.admit(person).map(TooManyAttempts::new).ifPresent(refusal -> { throw refusal; });
        boolean right = means == Means.CODE ? factors.accepts(user, typed) : isPassword(user, typed);
        if (right) {
            throttle.forgive(person, address);
        } else {
            transactions.executeWithoutResult(status -> trail.record(AuditEntry.of(Actor.ANONYMOUS, "confirmation.refused", SetUp.subject(user))));
        }
        return right;
    }

    private boolean isPassword(UUID user, String typed) {
        Optional<String> hash = users.findById(user).flatMap(UserAccount::usablePassword);
        return typed.length() <= 2 * PasswordRules.LONGEST && hash.isPresent() && passwords.matches(typed, hash.get());
    }
}
