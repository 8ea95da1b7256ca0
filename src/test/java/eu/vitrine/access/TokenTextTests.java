package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenTextTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void a_fresh_token_is_read_back_and_no_two_are_equal() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 2000; i++) {
            String secret = TokenText.fresh(random).secret();
            assertThat(secret).matches("vit_[0-9A-Za-z]{36}");
            assertThat(TokenText.of(secret)).isPresent();
            assertThat(seen.add(secret)).isTrue();
        }
    }

    @Test
    void the_random_part_has_at_least_160_bits() {
        int randomDigits = TokenText.fresh(random).secret().length() - "vit_".length() - 6;
        assertThat(randomDigits * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(160);
    }

    @Test
    void one_wrong_sign_anywhere_is_noticed() {
        String secret = TokenText.fresh(random).secret();
        IntStream.range(0, secret.length()).forEach(i -> {
            char other = secret.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(TokenText.of(secret.substring(0, i) + other + secret.substring(i + 1))).as("position " + i).isEmpty();
        });
    }

    @Test
    void a_token_cut_off_or_with_something_around_it_is_none() {
        String secret = TokenText.fresh(random).secret();
        for (String sent : new String[] {"", "vit_", secret.substring(1), secret.substring(0, 39), secret + "0", " " + secret, secret + "\n"}) {
            assertThat(TokenText.of(sent)).isEmpty();
        }
    }

    @Test
    void the_check_digits_are_the_crc_32_of_all_before_them() {
        // CRC-32 of "vit_" and thirty zeros, computed with another program, in base 62
        String secret = "vit_" + "0".repeat(30) + "1xp1I5";
        assertThat(TokenText.of(secret)).isPresent();
    }

    @Test
    void nothing_of_the_secret_stands_in_its_description() {
        TokenText token = TokenText.fresh(random);
        assertThat("token " + token).doesNotContain(token.secret().substring(4, 12));
    }
}
