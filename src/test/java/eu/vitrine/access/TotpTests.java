package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

    /** The RFC prints eight digits; six are their last. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"})
    void the_codes_are_those_of_the_rfc(long time, String eightDigits) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(time)))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void the_step_before_and_after_are_taken_and_no_other() {
        for (int off = -3; off <= 3; off++) {
            String code = Totp.code(SECRET, Totp.step(NOW) + off);
            assertThat(Totp.stepOf(code, SECRET, NOW, 0).isPresent()).as("off by " + off).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void a_code_not_later_than_the_last_one_used_is_refused() {
        long step = Totp.step(NOW);
        assertThat(Totp.stepOf(Totp.code(SECRET, step), SECRET, NOW, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step - 1), SECRET, NOW, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step + 1), SECRET, NOW, step)).hasValue(step + 1);
    }

    @Test
    void what_is_no_code_is_refused() {
        for (String typed : new String[] {"", "89005924", "05924", "x05924", "\u0665\u0665\u0665\u0665\u0665\u0665"}) {
            assertThat(Totp.stepOf(typed, SECRET, NOW, 0)).as(typed).isEmpty();
        }
    }
}
