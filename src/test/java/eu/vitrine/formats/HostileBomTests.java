package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a file holds, reading it ends with records or remarks, and never reaches beyond the file. */
class HostileBomTests {

    private static final String MODEL = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"machine-learning-model\",\"name\":";

    private static Imported cycloneDx(String text) {
        return Boms.CYCLONE_DX.read(List.of(Boms.text("bom", text)), Origin.UNKNOWN);
    }

    private static void refused(Imported imported, String because) {
        assertThat(imported.records()).isEmpty();
        assertThat(imported.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.weight()).isEqualTo(Remark.Weight.REJECTED);
            assertThat(remark.problem()).contains(because);
        });
    }

    private static String xml(String type, String name) {
        return "<?xml version=\"1.0\"?>\n" + type + "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" version=\"1\"><components>"
                + "<component type=\"machine-learning-model\"><name>" + name + "</name></component></components></bom>";
    }

    @Example
    void a_document_type_is_refused_whatever_it_declares() {
        refused(cycloneDx(xml("<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")), "document type");
        refused(cycloneDx(xml("<!DOCTYPE bom SYSTEM \"http://192.0.2.1/bom.dtd\">", "a")), "document type");
        refused(cycloneDx(xml("<!DOCTYPE bom [<!ENTITY % p SYSTEM \"http://192.0.2.1/p\"> %p;]>", "a")), "document type");
        refused(cycloneDx(xml("<!DOCTYPE bom>", "a")), "document type");
    }

    @Example
    void an_entity_bomb_is_refused_before_it_goes_off() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\">");
        for (char each = 'b'; each <= 'k'; each++) {
            entities.append("<!ENTITY ").append(each).append(" \"").append(("&" + (char) (each - 1) + ";").repeat(10)).append("\">");
        }
        refused(cycloneDx(xml(entities + "]>", "&k;")), "document type");
    }

    @Example
    void an_entity_that_nobody_declared_is_refused() {
        refused(cycloneDx(xml("", "&x;")), "cannot be read");
    }

    @Example
    void inclusions_stay_foreign_words() {
        Imported imported = cycloneDx(xml("", "a<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"));
        assertThat(imported.records()).singleElement().satisfies(record -> assertThat(record.file().name()).isEqualTo("a"));
    }

    @Example
    void depth_is_bounded_in_both_encodings() {
        refused(cycloneDx(MODEL + "[".repeat(200) + "]".repeat(200) + "}]}"), "cannot be read");
        refused(cycloneDx(xml("", "<a>".repeat(200) + "</a>".repeat(200))), "deep");
    }

    @Example
    void size_and_number_of_entries_are_bounded() {
        refused(cycloneDx(MODEL + "\"a\",\"description\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}]}"), "bytes");
        refused(cycloneDx(MODEL + "\"a\",\"x\":[" + "0,".repeat(400_000) + "0]}]}"), "entries");
        refused(cycloneDx(xml("", "<a/>".repeat(400_000))), "entries");
    }

    @Example
    void numbers_without_end_and_keys_given_twice_are_refused() {
        refused(cycloneDx(MODEL + "\"a\",\"x\":1e999999999}]}"), "out of range");
        refused(cycloneDx(MODEL + "\"a\",\"x\":" + "9".repeat(5_000) + "}]}"), "cannot be read");
        refused(cycloneDx(MODEL + "\"a\",\"name\":\"b\"}]}"), "a second time");
    }

    @Example
    void other_encodings_are_refused() {
        for (java.nio.charset.Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Imported imported = Boms.CYCLONE_DX.read(List.of(new Source("bom.xml", xml("", "\u00e9").getBytes(charset))), Origin.UNKNOWN);
            assertThat(imported.records()).isEmpty();
            assertThat(imported.remarks()).isNotEmpty();
        }
        refused(Boms.CYCLONE_DX.read(List.of(new Source("bom.xml", xml("", "\u00e9").getBytes(StandardCharsets.ISO_8859_1))), Origin.UNKNOWN), "UTF-8");
        refused(cycloneDx(xml("", "a").replace("version=\"1.0\"", "version=\"1.0\" encoding=\"ISO-8859-1\"")), "UTF-8");
    }

    @Example
    void other_versions_and_files_without_a_model_are_refused() {
        refused(cycloneDx("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\"}"), "version");
        refused(cycloneDx("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"}"), "no component");
        refused(cycloneDx("{\"bomFormat\":\"SPDX\",\"specVersion\":\"1.6\"}"), "no bill of materials");
        refused(cycloneDx("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"/>"), "version");
        refused(cycloneDx("- yaml: true"), "neither");
        refused(cycloneDx(""), "neither");
    }

    @Example
    void many_models_services_licences_and_references_do_not_multiply() {
        String model = "{\"type\":\"machine-learning-model\",\"bom-ref\":\"%d\",\"name\":\"m\"}";
        String models = java.util.stream.IntStream.range(0, 20_000).mapToObj(model::formatted).collect(java.util.stream.Collectors.joining(","));
        String services = "{\"bom-ref\":\"s\",\"name\":\"s\"},".repeat(20_000) + "{}";
        Imported imported = cycloneDx("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + models + "],\"services\":[" + services + "]}");
        assertThat(imported.records()).hasSize(500);
        assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.problem()).contains("20000 models"));
        Imported one = cycloneDx(MODEL + "\"a\",\"licenses\":[" + "{\"license\":{\"name\":\"x\"}},".repeat(20_000) + "{}],\"externalReferences\":["
                + "{\"type\":\"other\",\"url\":\"https://e.org\"},".repeat(20_000) + "{}]}]}");
        assertThat(one.records()).hasSize(1);
        assertThat(one.remarks()).anySatisfy(remark -> assertThat(remark.problem()).contains("20001 entries"));
    }

    @Example
    void a_broken_file_loses_nothing_of_the_others() {
        Imported imported = Boms.CYCLONE_DX.read(List.of(Boms.text("a.json", "{\"bomFormat\":"), Boms.fixture("bom-1.5.json")), Origin.UNKNOWN);
        assertThat(imported.records()).hasSize(1);
        assertThat(imported.remarks().getFirst().place().file()).isEqualTo("a.json");
    }

    private static final List<byte[]> ORIGINALS = List.of(
            Boms.fixture("bom-1.5.json").bytes(), Boms.fixture("bom-1.6.xml").bytes(), Boms.fixture("bom-1.7.json").bytes(), Boms.fixture("ai.spdx.json").bytes(),
            Boms.CYCLONE_DX.write(Boms.shipped("olmo-3-32b"), CycloneDx.Version.V1_6, CycloneDx.Encoding.JSON, Boms.NOON).bytes(),
            Boms.CYCLONE_DX.write(Boms.shipped("olmo-3-32b"), CycloneDx.Version.V1_7, CycloneDx.Encoding.XML, Boms.NOON).bytes(),
            Boms.SPDX.write(Boms.shipped("olmo-3-32b"), Boms.NOON).bytes());
    private static final List<String> PIECES = List.of(
            "\0", "\"", "{", "}", "[", "]", ":", ",", "\n", "<", ">", "</", "/>", "&", "&#0;", "&#x1F600;", "&lt;", "<!--", "-->", "<![CDATA[", "]]>", "<?x ?>",
            "<!DOCTYPE a>", "\\u0000", "\\ud800", "null", "true", "1e400", "-0", "{}", "[]", "\"name\":", "\"type\":\"machine-learning-model\",", "<name>",
            "</name>", "<component type=\"machine-learning-model\">", "xmlns=\"urn:x\"", "\uFEFF", "\uFFFE", "NOASSERTION", "eu.vitrine:", "https://", "pkg:",
            "\"spdxId\":\"urn:x:model\",", "://spdx.org/licenses/");

    @Property(tries = 2_000)
    void a_damaged_file_gives_records_or_remarks(@ForAll("damaged") byte[] bytes) {
        for (RecordFormat format : List.of(Boms.CYCLONE_DX, Boms.SPDX)) {
            format.recognises(new Source("a", bytes));
            Imported imported = format.read(List.of(new Source("a", bytes)), Origin.UNKNOWN);
            assertThat(imported.records().isEmpty() && imported.remarks().isEmpty()).isFalse();
            assertThat(imported.remarks()).allSatisfy(remark -> {
                assertThat(remark.place().file()).isEqualTo("a");
                assertThat(remark.place().line()).isNotNegative();
                assertThat(remark.problem()).isNotBlank();
            });
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> pieces = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8))),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(3)));
        Arbitrary<Change> changes = Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 40), pieces).as(Change::new);
        return Combinators.combine(Arbitraries.of(ORIGINALS), changes.list().ofMinSize(1).ofMaxSize(4)).as((original, all) -> {
            byte[] bytes = original;
            for (Change change : all) {
                bytes = change.to(bytes);
            }
            return bytes;
        });
    }

    /** Some bytes at a place, replaced by others. */
    private record Change(double where, int removed, byte[] added) {
        byte[] to(byte[] bytes) {
            int from = (int) (where * bytes.length);
            int until = Math.min(bytes.length, from + removed);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.writeBytes(Arrays.copyOf(bytes, from));
            changed.writeBytes(added);
            changed.writeBytes(Arrays.copyOfRange(bytes, until, bytes.length));
            return changed.toByteArray();
        }
    }
}
