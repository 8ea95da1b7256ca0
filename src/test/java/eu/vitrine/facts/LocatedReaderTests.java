package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedReaderTests {

    private static Object value(String text) {
        return ((Located.Scalar) ((Located.Mapping) LocatedReader.read(text, "a.yaml")).get("x")).value();
    }

    private static List<String> problems(String text) {
        try {
            LocatedReader.read(text, "a.yaml");
            return List.of();
        } catch (InvalidFile e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void the_country_no_is_norway() {
        assertThat(value("x: NO")).isEqualTo("NO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "yes", "on", "off", "y", "n", "2026-08-02", "2026-08", "12:30:00", "0x1F", "1_000", ".inf"})
    void what_yaml_1_1_takes_for_something_else_is_a_text(String text) {
        assertThat(value("x: " + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE"})
    void true_is_a_boolean(String text) {
        assertThat(value("x: " + text)).isEqualTo(true);
    }

    @Test
    void quotes_make_a_text_of_anything() {
        assertThat(value("x: \"true\"")).isEqualTo("true");
        assertThat(value("x: '10'")).isEqualTo("10");
    }

    @Test
    void a_number_keeps_its_digits() {
        assertThat(value("x: 3.5e+24")).isEqualTo(new BigDecimal("3.5E+24"));
        assertThat(value("x: 010")).isEqualTo(BigDecimal.TEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null"})
    void nothing_and_null_are_null(String text) {
        assertThat(value("x: " + text)).isNull();
    }

    @Test
    void a_key_that_stands_twice_is_refused_where_it_stands_again() {
        assertThat(problems("x: 1\ny: 2\nx: 3\n"))
                .containsExactly("a.yaml:3:1: the key \"x\" stands here a second time; keep one of the two");
    }

    @Test
    void json_is_read_alike_with_its_places() {
        Located.Mapping mapping = (Located.Mapping) LocatedReader.read("{\"x\": [1,\n  \"NO\"]}", "a.yaml");
        Located.Sequence list = (Located.Sequence) mapping.get("x");
        assertThat(((Located.Scalar) list.items().get(1)).value()).isEqualTo("NO");
        assertThat(list.items().get(1).line()).isEqualTo(2);
        assertThat(list.items().get(1).column()).isEqualTo(3);
    }

    @Test
    void a_key_that_stands_twice_in_json_is_refused() {
        assertThat(problems("{\"x\": 1,\n \"x\": 2}")).singleElement().asString().startsWith("a.yaml:2:").contains("\"x\"");
    }

    @Test
    void a_flow_mapping_with_bare_keys_is_yaml_and_not_json() {
        assertThat(value("{x: NO, y: [1, 2]}")).isEqualTo("NO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\": ", "{\"x\": [1, 2", "{\"x\": 1} 2", "{\"x\": tru}", "[1,", "{\"x\""})
    void json_that_breaks_off_or_goes_on_is_refused(String text) {
        assertThat(problems(text)).singleElement().asString().startsWith("a.yaml:1:")
                .doesNotContain("Source:");
    }

    @Test
    void many_aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 24; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString())).singleElement().asString().contains("too many entries");
    }

    @Test
    void more_aliases_than_a_person_writes_are_refused() {
        assertThat(problems("a: &a [x]\nb: [" + "*a, ".repeat(60) + "*a]")).singleElement().asString().contains("aliases");
    }

    @Test
    void an_anchor_that_refers_to_itself_is_refused() {
        assertThat(problems("x: &a [*a]")).containsExactly("a.yaml:1:8: the anchor \"a\" refers to itself here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!java.net.URL [\"https://example.org\"]", "!!int \"5\"", "!mine {a: 1}", "!!set {a}"})
    void a_tag_is_refused(String text) {
        assertThat(problems("x: " + text)).singleElement().asString().startsWith("a.yaml:1:4: ").contains("tag");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(problems("x: " + "[".repeat(200) + "]".repeat(200))).singleElement().asString().contains("nested more than 50 deep");
        assertThat(problems("{\"x\": " + "[".repeat(200) + "]".repeat(200) + "}")).singleElement().asString().contains("nested more than 100 deep");
    }

    @Test
    void a_number_beyond_all_measure_is_refused() {
        assertThat(problems("y: 1\nx: 1e999999999")).containsExactly("a.yaml:2:4: the number \"1e999999999\" is out of range");
        assertThat(problems("x: 1e99999999999999999999")).containsExactly(
                "a.yaml:1:4: the number \"1e99999999999999999999\" is out of range");
    }

    @Test
    void a_character_that_yaml_does_not_allow_is_named_with_its_line() {
        assertThat(problems("y: 1\nx: a\u0007b")).containsExactly("a.yaml:2:5: the character U+0007 may not stand in a YAML file");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(problems("# nothing but a comment\n")).containsExactly("a.yaml: the file is empty");
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(problems("x: 1\n---\nx: 2\n")).singleElement().asString().startsWith("a.yaml:2");
    }

    @Test
    void a_file_that_ends_within_an_escape_is_refused() {
        assertThat(problems("x: 1\ny: \"\\u")).singleElement().asString().startsWith("a.yaml:2:2: not well-formed YAML: ");
    }

    @Test
    void bad_indentation_is_named_with_its_line() {
        assertThat(problems("x:\n  y: 1\n z: 2\n")).singleElement().asString().startsWith("a.yaml:3:").contains("not well-formed YAML");
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"    e: '\nh: 's", "!%a", "!%zz x", "a: !<%> b", "\"\\u", "'", "&a [*a]", "? ? ? ?", "%YAML 9.9\n---\na"})
    void whatever_a_file_holds_it_is_read_or_refused_with_its_name(String text) {
        try {
            LocatedReader.read(text, "file.yaml");
        } catch (InvalidFile e) {
            assertThat(e.problems().getFirst().file()).isEqualTo("file.yaml");
        }
    }

    @Test
    void a_json_file_of_too_many_entries_is_refused_before_it_fills_the_memory() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> LocatedReader.read("[" + "1,".repeat(400_000) + "1]", "file.json"))
                .isInstanceOf(InvalidFile.class).hasMessageContaining("more than 300000 entries");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"{\"a\": }|a.yaml:1:7: not well-formed JSON: the character \"}\" does not belong here",
        "{\"a\": 1 漢}|a.yaml:1:9: not well-formed JSON: the character U+6F22 does not belong here", "[1, 2}|a.yaml:1:6: not well-formed JSON: a bracket here closes what was opened with another",
        "{\"a\": [1|a.yaml:1:9: not well-formed JSON: the file ends before everything that it opens is closed", "[nul]|a.yaml:1:2: not well-formed JSON: what stands here is no value",
        "{\"a\": 1, \"a\": 2}|a.yaml:1:13: the key \"a\" stands here a second time; keep one of the two"})
    void what_is_wrong_in_json_is_said_in_our_words(String json, String said) {
        assertThat(problems(json)).containsExactly(said);
    }
}
