package eu.vitrine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows guessing down, per account and per source. From some number of failures on each one doubles the wait, up to 15
 * minutes; a day without failures forgets them. The counts are in the database and survive a restart.
 */
@Component
class SignInThrottle {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whom attempts are counted against.
     *
     * @param waitsFrom number of the first failure that costs a wait
     */
    record Subject(String key, int waitsFrom) {

        /** An account, existing or not; the hash keeps a password typed into the wrong field out of the table. */
        static Subject account(String nameHash) {
            return new Subject("account:" + nameHash, 5);
        }

        /** A person who is known already and is asked once more, for a password or a code. */
        static Subject confirmation(java.util.UUID user) {
            return new Subject("confirm:" + user, 5);
        }

        /** A source; it may fail more often, since many people may share one address. */
        static Subject source(String address) {
            return new Subject("source:" + address, 20);
        }

        /** A source of tokens that nobody has. */
        static Subject tokensOf(String address) {
            return new Subject("token:" + address, 20);
        }
    }

    /**
     * Counts an attempt as failed before its password is looked at, so that attempts at once count each; {@link #forgive}
     * takes it back. While a wait lasts nothing is counted, so a stranger cannot make it endless.
     *
     * @return how long to wait if the attempt is refused
     */
    Optional<Duration> admit(Subject subject) {
        try {
            return inTransaction(subject);
        } catch (DuplicateKeyException e) {
            // Two first failures of one subject met; the row exists now.
            return inTransaction(subject);
        }
    }

    private Optional<Duration> inTransaction(Subject subject) {
        return Optional.ofNullable(transactions.execute(status -> count(subject)));
    }

    private @Nullable Duration count(Subject subject) {
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        jdbc.sql("DELETE FROM sign_in_failure WHERE last_failed_at < ?").param(at.minus(MEMORY)).update();
        var known = jdbc.sql("SELECT failures, blocked_until FROM sign_in_failure WHERE subject = ? FOR UPDATE")
                .param(subject.key()).query(Failures.class).optional();
        if (known.isEmpty()) {
            jdbc.sql("INSERT INTO sign_in_failure (subject, failures, last_failed_at) VALUES (?, 1, ?)")
                    .params(subject.key(), at).update();
            return null;
        }
        var blockedUntil = known.get().blockedUntil();
        if (blockedUntil != null && blockedUntil.toInstant().isAfter(now)) {
            return Duration.between(now, blockedUntil.toInstant());
        }
        int failures = known.get().failures() + 1;
        jdbc.sql("UPDATE sign_in_failure SET failures = ?, last_failed_at = ?, blocked_until = ? WHERE subject = ?")
                .params(failures, at, waitAfter(failures - subject.waitsFrom()).map(at::plus).orElse(null), subject.key())
                .update();
        return null;
    }

    private static Optional<Duration> waitAfter(int costlyFailures) {
        if (costlyFailures < 0) {
            return Optional.empty();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(costlyFailures, 10));
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** The attempt was right: the account starts afresh, the source gets this one attempt back. */
    void forgive(Subject account, Subject source) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM sign_in_failure WHERE subject = ?").param(account.key()).update();
            jdbc.sql("UPDATE sign_in_failure SET failures = failures - 1, blocked_until = NULL WHERE subject = ? AND failures > 0")
                    .param(source.key()).update();
        });
    }

    record Failures(int failures, @Nullable OffsetDateTime blockedUntil) {}
}
