package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {

    private final Passwords passwords = new Passwords();
    private final PasswordRules rules = new PasswordRules();

    @Test
    void passwords_are_kept_as_argon2id_with_at_least_nineteen_mebibytes() {
        assertThat(passwords.hash(People.PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void nothing_is_cut_off_after_72_bytes() {
        String shared = "x".repeat(90);
        assertThat(passwords.matches(shared + "another end", passwords.hash(shared + "the one end"))).isFalse();
    }

    @Test
    void the_same_letters_in_another_unicode_form_are_the_same_password() {
        assertThat(passwords.matches("Cafe\u0301 am Fluss um acht", passwords.hash("Caf\u00e9 am Fluss um acht"))).isTrue();
    }

    @Test
    void fourteen_characters_are_too_short_and_fifteen_are_enough() {
        assertThat(rules.objection("kX9 wade tide 4", List.of())).isEmpty();
        assertThat(rules.objection("kX9 wade tide ", List.of())).contains("password.short");
    }

    @Test
    void characters_are_counted_as_people_do_and_256_are_allowed() {
        String rare = "\ud834\udd1e\u03a9\u0416\u4e2dx".repeat(52);
        assertThat(rules.objection(rare.substring(0, 0) + "\ud834\udd1e".repeat(14), List.of())).contains("password.short");
        assertThat(rules.objection("a bright cold day ".repeat(20).substring(0, 254) + "!?", List.of())).isEmpty();
        assertThat(rules.objection("a bright cold day ".repeat(20).substring(0, 255) + "!?", List.of())).contains("password.long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Correct Horse Battery Staple", "passwordpassword", "aaaaaaaaaaaaaaaaaaaa", "123456789012345678",
        "qwertyuiopasdfghjkl", "abcabcabcabcabcabc", "May the force be with you", "zyxwvutsrqponmlkj"})
    void what_attackers_try_first_is_refused(String password) {
        assertThat(rules.objection(password, List.of())).contains("password.common");
    }

    @Test
    void a_password_that_is_little_more_than_a_name_is_refused() {
        assertThat(rules.objection("Ada Moreau Vitrine 2026", List.of("Ada Moreau", "ada@example.eu"))).contains("password.names");
    }

    @Test
    void a_sentence_of_ones_own_is_accepted() {
        assertThat(rules.objection(People.PASSWORD, List.of("Ada Moreau"))).isEmpty();
    }
}
