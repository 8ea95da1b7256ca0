package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTests {

    @Test
    void a_note_with_a_label_never_outgrows_what_a_revision_keeps_and_says_where_it_was_cut() {
        assertThat(Reasons.labelled("Country", "x".repeat(Reasons.LONGEST))).hasSize(Reasons.LONGEST).startsWith("Country: x").endsWith("x…");
        assertThat(Reasons.labelled("Country", "the register says so")).isEqualTo("Country: the register says so");
    }

    @Test
    void a_note_is_not_cut_within_a_character() {
        String note = Reasons.labelled("a", "x".repeat(Reasons.LONGEST - 5) + "\uD83D\uDE00".repeat(3));
        assertThat(note.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        assertThat(note.length()).isLessThanOrEqualTo(Reasons.LONGEST);
    }
}
