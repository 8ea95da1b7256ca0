package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTests {

    private static final String SENTENCE = "Some words that fill lines of a paragraph. ";

    @Test
    void what_is_pushed_down_ends_at_the_foot_of_its_page() {
        LaidOut document = Samples.laidOut("<section class='cover'><p>above</p><div class='foot'><p>left</p><p>right</p></div></section><p>next</p>");
        assertThat(document.pages()).hasSize(2);
        assertThat(document.pages().getFirst().column().height()).isCloseTo(document.sheet().contentHeight(), within(0.01));
    }

    @Test
    void what_is_kept_together_moves_to_the_next_page_whole() {
        String filling = ("<p>" + SENTENCE + "</p>").repeat(28);
        String together = "<div class='together'>" + ("<p>kept</p>").repeat(12) + "</div>";
        LaidOut document = Samples.laidOut(filling + together);
        assertThat(document.pages()).hasSize(2);
        assertThat(document.pages().getLast().column().content()).hasSize(12);
    }

    @Test
    void what_is_kept_together_but_taller_than_a_page_is_split_all_the_same() {
        LaidOut document = Samples.laidOut("<div class='together'>" + "<p>kept</p>".repeat(200) + "</div>");
        assertThat(document.pages()).hasSizeGreaterThan(3);
        assertThat(Boxes.outside(document)).isEmpty();
    }

    @Test
    void a_paragraph_leaves_no_single_line_at_either_side_of_a_page_break() {
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "<p id='p" + i + "'>" + SENTENCE.repeat(7 + i % 5) + "</p>")
                .collect(Collectors.joining());
        for (Page page : Samples.laidOut(text).pages()) {
            List<Column.Placed> lines = page.column().content();
            assertThat(lines.getFirst().step().anchors().isEmpty() && lines.get(1).step().gap() > 0).isFalse();
            assertThat(lines.getLast().step().anchors()).isEmpty();
        }
    }

    @Test
    void a_long_row_begins_where_much_of_the_page_is_free() {
        String filling = "<p>filling</p>".repeat(20);
        String cell = "<p>line of a long row</p>".repeat(30);
        LaidOut document = Samples.laidOut(filling + "<table><thead><tr><th>Head</th></tr></thead><tr><td>one</td></tr><tr><td>two</td></tr><tr><td>"
                + cell + "</td></tr></table>");
        assertThat(document.pages()).hasSize(2);
        assertThat(document.pages().getFirst().column().height()).isGreaterThan(document.sheet().contentHeight() * 0.85);
        assertThat(document.pages().getLast().column().content().getFirst().step().slice()).isInstanceOf(Repeated.class);
        assertThat(Boxes.outside(document)).isEmpty();
    }

    @Test
    void a_short_row_is_not_left_alone_under_its_head() {
        String head = "<table><thead><tr><th>Head</th></tr></thead>";
        String rows = "<tr><td>one</td></tr><tr><td>two</td></tr><tr><td>three</td></tr></table>";
        for (int lines = 20; lines < 60; lines++) {
            LaidOut document = Samples.laidOut("<p>filling</p>".repeat(lines) + head + rows);
            for (Page page : document.pages()) {
                assertThat(page.column().content().stream().filter(placed -> placed.step().slice() instanceof Row).count()).isNotIn(1L, 2L);
            }
        }
    }

    @Test
    void blocks_in_a_row_share_the_width_that_the_theme_does_not_fix() {
        LaidOut document = Samples.laidOut("<div class='foot'><p>left</p><p class='aside'>right</p></div>");
        Row row = (Row) document.pages().getFirst().column().content().getFirst().step().slice();
        double fixed = 30 * 72 / 25.4;
        assertThat(row.cells().getLast().width()).isCloseTo(fixed, within(0.01));
        assertThat(row.cells().getFirst().width()).isCloseTo(document.sheet().contentWidth() - fixed, within(0.01));
    }

    @Test
    void labels_of_a_drawing_are_text_that_can_be_found() {
        String drawing = "<figure><svg viewBox='0 0 90 20' aria-label='dates'><text x='45' y='10' text-anchor='middle'>2 August 2027</text></svg></figure>";
        assertThat(new Pdf(Samples.typeset(drawing)).allText()).contains("2August2027");
    }

    @Test
    void two_words_on_both_sides_of_a_forced_break_do_not_run_together() {
        LaidOut document = Samples.laidOut("<p>one<br/>two</p>");
        Line first = (Line) document.pages().getFirst().column().content().getFirst().step().slice();
        assertThat(first.parts()).singleElement().isInstanceOfSatisfying(
                Part.Glyphs.class, glyphs -> assertThat(glyphs.text()).isEqualTo("one "));
    }

    @Test
    void a_short_column_keeps_its_words_whole_beside_a_long_address() {
        String address = "https://example.org/" + "a-very-long-path/".repeat(20);
        LaidOut document = Samples.laidOut("<table><tr><td>value</td><td>" + address + "</td><td>20 January 2025</td></tr></table>");
        Row row = (Row) document.pages().getFirst().column().content().stream()
                .map(placed -> placed.step().slice())
                .filter(Row.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(row.cells().getFirst().column().content()).hasSize(1);
        assertThat(row.cells().getLast().column().content()).hasSize(1);
    }
}
