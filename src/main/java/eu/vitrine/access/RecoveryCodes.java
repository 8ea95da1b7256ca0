package eu.vitrine.access;

import eu.vitrine.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes for the day on which the telephone is lost. Each works once; 80 random bits need no slow hash. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryCodes {

    static final int COUNT = 10;
    private static final int BYTES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ten new codes, to be shown once; those before no longer work. */
    List<String> renew(UUID user) {
        jdbc.sql("DELETE FROM recovery_code WHERE user_id = ?").param(user).update();
        List<String> codes = IntStream.range(0, COUNT).mapToObj(i -> fresh()).toList();
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)").params(user, hash(user, code)).update());
        return codes;
    }

    /** Uses a code up; false if it is none of the person's, or was used. Of two who try at once one gets true. */
    boolean use(UUID user, String typed) {
        return jdbc.sql("UPDATE recovery_code SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL")
                .params(clock.instant().atOffset(ZoneOffset.UTC), user, hash(user, typed)).update() == 1;
    }

    int left(UUID user) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE user_id = ? AND used_at IS NULL").param(user).query(Integer.class).single();
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.toBase32String(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Letter case, hyphens and spaces do not matter. */
    private static String hash(UUID user, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "");
        return Sha256.of((user + ":" + plain).getBytes(StandardCharsets.UTF_8));
    }
}
