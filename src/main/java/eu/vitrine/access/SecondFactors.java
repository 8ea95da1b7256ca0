package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of people: codes of an authenticator app, and recovery codes in its place. */
@Component
@Transactional
class SecondFactors {

    private static final SealedColumn SECRET = new SealedColumn("second_factor", "user_id", "secret");

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final RecoveryCodes recovery;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, Secrets secrets, RecoveryCodes recovery, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.recovery = recovery;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static SealedColumn secretsOfSecondFactors() {
        return SECRET;
    }

    /** Since when a person has a second factor; empty without one. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(UUID user) {
        return find(user).map(Stored::confirmedAt).map(OffsetDateTime::toInstant);
    }

    /** How many recovery codes are left. */
    @Transactional(readOnly = true)
    public int recoveryCodesLeft(UUID user) {
        return recovery.left(user);
    }

    /**
     * Makes a secret for the person's app. It counts once {@link #confirm} has seen a code of it; nothing happens where the person
     * has a second factor already.
     *
     * @throws SecretsUnavailable if this server can keep no secrets
     */
    public void begin(UUID user) {
        if (since(user).isPresent()) {
            return;
        }
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("DELETE FROM second_factor WHERE user_id = ?").param(user).update();
        jdbc.sql("INSERT INTO second_factor (user_id, secret, begun_at, last_step) VALUES (?, ?, ?, 0)")
                .params(user, secrets.seal(SECRET.of(user), secret), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** The secret to be put into the app while it is being set up; never afterwards. */
    @Transactional(readOnly = true)
    public Optional<byte[]> pending(UUID user) {
        return find(user).filter(stored -> stored.confirmedAt() == null).map(stored -> secrets.open(SECRET.of(user), stored.secret()));
    }

    /** Begins to ask for codes if this is one; the recovery codes, or nothing if it is not. */
    public Optional<List<String>> confirm(SignedInPerson person, String typed) {
        UUID user = person.id();
        if (pending(user).isEmpty() || !isCode(user, typed)) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE second_factor SET confirmed_at = ? WHERE user_id = ?").params(clock.instant().atOffset(ZoneOffset.UTC), user).update();
        List<String> codes = recovery.renew(user);
        record(person.actor(), "second-factor.set-up", user);
        return Optional.of(codes);
    }

    /** Ten new recovery codes; those before no longer work. */
    public Optional<List<String>> renewRecoveryCodes(SignedInPerson person) {
        if (since(person.id()).isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = recovery.renew(person.id());
        record(person.actor(), "second-factor.recovery-codes-renewed", person.id());
        return Optional.of(codes);
    }

    /**
     * Removes factor and recovery codes.
     *
     * @return false if there was none
     */
    public boolean remove(UUID user, Actor by, String action) {
        boolean had = since(user).isPresent();
        jdbc.sql("DELETE FROM second_factor WHERE user_id = ?").param(user).update();
        jdbc.sql("DELETE FROM recovery_code WHERE user_id = ?").param(user).update();
        if (had) {
            record(by, action, user);
        }
        return had;
    }

    /** Uses up a code of the app or a recovery code; false if it is neither, or was used before. */
    public boolean accepts(UUID user, String typed) {
        if (since(user).isEmpty()) {
            return false;
        }
        if (isCode(user, typed)) {
            return true;
        }
        boolean right = recovery.use(user, typed);
        if (right) {
            record(Actor.ANONYMOUS, "second-factor.recovery-code-used", user);
        }
        return right;
    }

    private boolean isCode(UUID user, String typed) {
        Stored stored = find(user).orElseThrow();
        OptionalLong step = Totp.stepOf(typed.replaceAll("\\s+", ""), secrets.open(SECRET.of(user), stored.secret()), clock.instant(), stored.lastStep());
        // Of two who send the same code at once one is late.
        return step.isPresent() && jdbc.sql("UPDATE second_factor SET last_step = ? WHERE user_id = ? AND last_step < ?")
                .params(step.getAsLong(), user, step.getAsLong()).update() == 1;
    }

    private void record(Actor by, String action, UUID user) {
        trail.record(AuditEntry.of(by, action, SetUp.subject(user)));
    }

    private Optional<Stored> find(UUID user) {
        return jdbc.sql("SELECT secret, confirmed_at, last_step FROM second_factor WHERE user_id = ?").param(user).query(Stored.class).optional();
    }

    record Stored(String secret, @Nullable OffsetDateTime confirmedAt, long lastStep) {}
}
