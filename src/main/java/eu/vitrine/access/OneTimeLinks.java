package eu.vitrine.access;

import eu.vitrine.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of one-time links. Each works once and until it expires; the database holds only hashes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OneTimeLinks {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a token stands for; {@code userId} is null where it creates the first administrator. */
    record Link(String tokenHash, @Nullable UUID userId) {}

    /** A fresh token; what was issued for the same user before no longer works. */
    Token issue(@Nullable UUID userId, Duration validity) {
        withdraw(userId);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(validity);
        jdbc.sql("INSERT INTO set_up_link (token_hash, user_id, expires_at) VALUES (?, ?, ?)")
                .params(hash(token), userId, expires.atOffset(ZoneOffset.UTC))
                .update();
        return new Token(token, expires);
    }

    /** Makes every unused token of the user worthless. */
    void withdraw(@Nullable UUID userId) {
        if (userId == null) {
            jdbc.sql("DELETE FROM set_up_link WHERE user_id IS NULL AND used_at IS NULL").update();
        } else {
            jdbc.sql("DELETE FROM set_up_link WHERE user_id = ? AND used_at IS NULL").param(userId).update();
        }
    }

    /** The link of a token that still works. */
    Optional<Link> find(String token) {
        return jdbc.sql("SELECT token_hash, user_id FROM set_up_link WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?")
                .params(hash(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Link.class)
                .optional();
    }

    /** Uses a link up. Of two people who try at once only one gets true. */
    boolean use(Link link) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("UPDATE set_up_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?")
                .params(now, link.tokenHash(), now)
                .update() == 1;
    }

    private static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself, to be shown once. */
    record Token(String value, Instant expires) {}
}
