package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTests {

    private static final Set<String> KNOWN = Set.of("value", "state", "source_url", "as_of", "note");

    @Test
    void a_slip_of_the_pen_is_recognised() {
        assertThat(Spelling.nearest("sourceurl", KNOWN)).contains("source_url");
        assertThat(Spelling.nearest("vaule", KNOWN)).contains("value");
        assertThat(Spelling.nearest("values", KNOWN)).contains("value");
    }

    @Test
    void what_is_near_to_nothing_gets_no_advice() {
        assertThat(Spelling.unknown("key", "frobnicate", KNOWN)).isEqualTo("the key \"frobnicate\" is not known here");
    }

    @Test
    void of_equally_near_words_the_first_in_the_alphabet_is_named() {
        assertThat(Spelling.nearest("bat", Set.of("cat", "hat", "aat"))).contains("aat");
    }
}
