package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTests {

    private static final String PAGE = "@page { size: A4; margin: 24mm }\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p { position: absolute }           | 'position' is not of the subset",
                "p { font-size: huge }              | 'huge' is not a length",
                "p { font-family: Arial }           | 'Arial' is not one of mono, sans, serif",
                "p { color: red }                   | 'red' is not a colour",
                "p { margin: 1mm 2mm 3mm 4mm 5mm }  | more than four sides",
                "p { border: 1pt dashed #000 }      | neither none nor of the form",
                "p > a { color: #000 }              | 'p > a' is not a selector",
                "#id { color: #000 }                | '#id' is not a selector",
                "@media print { p { color: #000 } } | '@media print' is not understood",
                "p { color }                        | 'color' is not a declaration",
                "p { color: #000                    | the file ends",
                "p { background: url(x) }           | 'url(x)' is not a colour",
            })
    void what_is_not_of_the_subset_is_refused_with_file_and_line(String css, String reason) {
        assertThatThrownBy(() -> Theme.parse(PAGE + "/* two\nlines */\n" + css, "house.css"))
                .isInstanceOf(ThemeNotUnderstood.class)
                .hasMessageStartingWith("house.css:4: ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_theme_without_a_page_is_refused() {
        assertThatThrownBy(() -> Theme.parse("p { color: #000 }", "house.css")).hasMessageContaining("@page");
    }

    @Test
    void a_class_wins_over_an_element_and_a_later_rule_over_an_earlier() {
        Theme theme = Theme.parse(PAGE + ".a { font-size: 20pt } p { font-size: 10pt } p { font-size: 12pt }", "t.css");
        Cascade cascade = new Cascade(theme, "");
        assertThat(cascade.child(cascade.body(), "p", "").style().size).isEqualTo(12);
        assertThat(cascade.child(cascade.body(), "p", "a").style().size).isEqualTo(20);
    }

    @Test
    void a_descendant_rule_reaches_over_what_lies_between_and_not_outside() {
        Theme theme = Theme.parse(PAGE + ".facts td { text-align: right }", "t.css");
        Cascade cascade = new Cascade(theme, "");
        Cascade.Node row = cascade.child(cascade.child(cascade.body(), "table", "facts"), "tr", "");
        assertThat(cascade.child(row, "td", "").style().align).isEqualTo(Style.Align.RIGHT);
        assertThat(cascade.child(cascade.body(), "td", "").style().align).isEqualTo(Style.Align.LEFT);
    }

    @Test
    void em_is_counted_in_the_font_size_of_the_element_itself() {
        Theme theme = Theme.parse(PAGE + "p { margin-left: 2em; font-size: 20pt }", "t.css");
        Cascade cascade = new Cascade(theme, "");
        assertThat(cascade.child(cascade.body(), "p", "").style().margin[Style.LEFT]).isEqualTo(40);
    }
}
