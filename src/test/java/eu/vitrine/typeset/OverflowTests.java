package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class OverflowTests {

    @Test
    void the_document_that_uses_every_feature_stays_inside_its_boxes() {
        assertThat(Boxes.outside(Samples.laidOut(Samples.everything()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "W", "/", "深", "0123456789abcdef"})
    void a_word_of_a_hundred_thousand_characters_is_wrapped(String unit) {
        String word = unit.repeat(100_000 / unit.length());
        LaidOut document = Samples.laidOut("<p>before " + word + " after</p>");
        assertThat(Boxes.outside(document)).isEmpty();
        assertThat(document.pages().size()).isGreaterThan(10);
    }

    @Test
    void a_word_too_long_for_its_cell_or_list_item_is_wrapped() {
        String word = "sha256:" + "9f2c41d7".repeat(300);
        LaidOut document = Samples.laidOut("<table><tr><td>" + word + "</td><td>short</td><td>" + word + "</td></tr></table><ul><li>"
                + word + "</li></ul><dl><dt>" + word + "</dt><dd>" + word + "</dd></dl><h1>" + word + "</h1>");
        assertThat(Boxes.outside(document)).isEmpty();
    }

    @Test
    void a_table_of_two_thousand_rows_keeps_all_of_them_inside_the_pages() {
        String rows = IntStream.range(0, 2000)
                .mapToObj(i -> "<tr><td>row-" + i + ";</td><td>" + "some words ".repeat(i % 30) + "</td></tr>")
                .collect(Collectors.joining());
        String table = "<table><thead><tr><th>Key</th><th>Words</th></tr></thead><tbody>" + rows + "</tbody></table>";
        assertThat(Boxes.outside(Samples.laidOut(table))).isEmpty();
        String text = new Pdf(Samples.typeset(table)).allText();
        assertThat(IntStream.range(0, 2000).filter(i -> !text.contains("row-" + i + ";"))).isEmpty();
    }

    @Test
    void a_row_taller_than_a_page_is_continued_and_loses_nothing() {
        String words = IntStream.range(0, 3000).mapToObj(i -> "w" + i + ";").collect(Collectors.joining(" "));
        String table = "<table><thead><tr><th>Key</th><th>Words</th></tr></thead><tr><td>one</td><td>" + words
                + "</td></tr><tr><td>two</td><td>short</td></tr></table>";
        assertThat(Boxes.outside(Samples.laidOut(table))).isEmpty();
        String text = new Pdf(Samples.typeset(table)).allText();
        assertThat(IntStream.range(0, 3000).filter(i -> !text.contains("w" + i + ";"))).isEmpty();
        assertThat(Verdicts.of(Samples.typeset(table), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void a_drawing_larger_than_the_page_is_made_smaller() {
        LaidOut document = Samples.laidOut(
                "<figure><svg viewBox='0 0 100 900' width='400mm' aria-label='a tower'><rect width='100' height='900'/></svg></figure>");
        assertThat(Boxes.outside(document)).isEmpty();
    }

    @Test
    void a_heading_never_ends_a_page() {
        String sections = IntStream.range(1, 60)
                .mapToObj(i -> "<h1>Heading " + i + "</h1><p>" + "Some words that fill lines. ".repeat(3 + i % 11) + "</p>")
                .collect(Collectors.joining());
        for (Page page : Samples.laidOut(sections).pages()) {
            assertThat(page.column().content().getLast().step().slice())
                    .isInstanceOfSatisfying(Line.class, line -> assertThat(line.block().size).isLessThan(12));
        }
    }
}
