package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that {@link FuzzedFormatsTests}, or thinking on from what it found, once got something else from than an answer in our words. */
class FuzzedSeedsTests {

    private static final String HEADERS = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>slug</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>";

    private static String problem(String format, Source file) {
        Imported imported = FuzzedFormatsTests.holds(format, List.of(file));
        assertThat(imported.records()).isEmpty();
        return imported.remarks().getFirst().problem();
    }

    private static String problem(String format, String name, String text) {
        return problem(format, new Source(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String bom(String name) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"machine-learning-model\",\"name\":" + name + "}]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c r=\"A2\" t=\"s\"><v>-1</v></c>", "<c r=\"A2\" t=\"s\"><v>1.7.3</v></c>", "<c r=\"A2\" t=\"d\"><v>2026-04-01</v></c>",
        "<c r=\"A2\" s=\"x\"><v>1</v></c>", "<c r=\"A2\" s=\"-1\"><v>1</v></c>", "<c r=\"A2\"><f t=\"shared\" si=\"7\"/></c>", "<c r=\"A2\"><f t=\"shared\" si=\"x\" ref=\"A\">1</f></c>",
        "<c r=\"A2\"><f t=\"array\" ref=\"::\">1</f></c>", "<c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c>", "<c r=\"B2\"/><c r=\"A2\""})
    void a_cell_that_the_library_trusts_too_far_makes_a_damaged_workbook(String cell) {
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row r=\"2\">" + cell + "</row>"))).contains("damaged and cannot be read to its end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "AAAAAAAAAAAAAAAAA1", "1", "A", "A1B", "", "A99999999999", "A-1", "Ä1", "A0"})
    @Timeout(10)
    void a_cell_far_outside_of_every_sheet_is_refused_before_room_is_made_for_it(String address) {
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row r=\"2\"><c r=\"" + address + "\"><v>1</v></c></row>"))).contains("no place in a sheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v>999999</v>", "<v>999999999</v>", "<v>99999<a/>9999</v>", "<v>9<![CDATA[9999]]>9999</v>", "<v>99&#57;999999</v>"})
    @Timeout(10)
    void a_text_that_the_workbook_does_not_hold_is_not_made_up_with_all_before_it(String value) {
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row r=\"2\"><c r=\"A2\" t=\"s\">" + value + "</c></row>"))).contains("a text that the workbook does not hold");
    }

    @Test
    void a_row_below_nought_is_refused() {
        assertThat(problem("table", Workbooks.sheet("<row r=\"-5\"><c t=\"inlineStr\"><is><t>slug</t></is></c></row>"))).contains("no place in a sheet");
    }

    @Test
    void an_address_written_in_character_references_is_seen_as_well() {
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row r='2'><c  r = '&#90;&#90;ZZZZ1'/></row>"))).contains("no place in a sheet");
    }

    @Test
    @Timeout(20)
    void formulas_that_take_very_long_to_write_out_are_refused() {
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row><c><f t=\"array\" ref=\"A1:B2\">1</f></c></row>".repeat(101)))).contains("very many formulas");
        assertThat(problem("table", Workbooks.sheet(HEADERS + "<row><c><f>A1</f></c></row>".repeat(20_001)))).contains("very many formulas");
    }

    @Test
    void parts_of_a_workbook_that_name_nothing_or_each_other_wrongly_make_a_damaged_workbook() {
        for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml")) {
            for (String text : List.of("", "<a/>", "<a", "\0", "<Types><Override/></Types>", "<Relationships><Relationship Id=\"rId1\"/></Relationships>")) {
                FuzzedFormatsTests.holds("table", List.of(Workbooks.with(part, text)));
            }
        }
    }

    @Test
    void a_table_without_a_row_is_said_to_have_none() {
        assertThat(problem("table", "models.csv", "slug,name\n")).contains("no row");
        assertThat(problem("table", "models.csv", "slug,name\r\n , \r\n\r\n")).contains("no row");
        assertThat(problem("table", Workbooks.sheet(HEADERS))).contains("no row");
    }

    @Test
    void limits_of_json_are_said_without_the_names_of_a_library() {
        assertThat(problem("cyclonedx", "bom.json", bom("[".repeat(200) + "]".repeat(200)))).contains("nested more than 100 deep");
        assertThat(problem("cyclonedx", "bom.json", bom("\"" + "x".repeat(1_000_001) + "\""))).contains("a text here has more than 1000000 characters");
        assertThat(problem("cyclonedx", "bom.json", bom("9".repeat(101)))).contains("a number more than 100");
        assertThat(problem("cyclonedx", "bom.json", bom("1]"))).contains("a bracket here closes what was opened with another");
        assertThat(problem("spdx", "ai.spdx.json", "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":}")).contains("the character \"}\" does not belong here");
    }

    @Test
    void what_is_wrong_in_xml_is_said_in_one_language() {
        String open = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>";
        for (String broken : List.of(open, open + "</a>", open + "&x;", open + "a & b", open + "<a b=1/>", "<?xml version=\"9\"?>" + open, open + "<" + "a".repeat(100_000))) {
            assertThat(problem("cyclonedx", "bom.xml", broken)).contains("not well-formed XML: perhaps an element is not closed");
        }
    }
}
