package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterTests {

    @Test
    void a_character_no_font_has_is_named_with_what_stands_around_it() {
        assertThatThrownBy(() -> Samples.typeset("<p>before ก after</p>"))
                .isInstanceOf(CharacterNotCovered.class)
                .hasMessage("no font can show U+0E01 (THAI CHARACTER KO KAI) in \"before ก after\"");
    }

    @Test
    void a_script_that_runs_from_right_to_left_is_refused_rather_than_shown_in_the_wrong_order() {
        assertThatThrownBy(() -> Samples.typeset("<p>שלום</p>")).isInstanceOf(CharacterNotCovered.class).hasMessageContaining("U+05E9");
    }

    @Test
    void a_missing_character_in_a_drawing_or_running_text_is_an_error_too() {
        assertThatThrownBy(() -> Samples.typeset(
                        "<figure><svg viewBox='0 0 9 9' aria-label='x'><text x='1' y='1'>ก</text></svg></figure>"))
                .isInstanceOf(CharacterNotCovered.class);
    }

    @ParameterizedTest
    @CsvSource({"202E", "200B", "2066", "00AD", "FEFF", "0085", "E000", "FE0F"})
    void a_hidden_character_is_shown_as_its_code_point(String hex) {
        String hidden = Character.toString(Integer.parseInt(hex, 16));
        assertThat(new Pdf(Samples.typeset("<p>a" + hidden + "b</p>")).allText()).contains("a‹U+" + hex + "›b");
    }

    @Test
    void a_character_that_xml_cannot_carry_is_shown_as_its_code_point() {
        assertThat(new Pdf(Samples.typeset("<p>a\u0001b\u0000c</p>")).allText()).contains("a‹U+0001›b‹U+0000›c");
    }

    @Test
    void an_accent_written_as_a_mark_of_its_own_is_composed() {
        assertThat(new Pdf(Samples.typeset("<p>cafe\u0301</p>")).allText()).contains("café");
    }
}
