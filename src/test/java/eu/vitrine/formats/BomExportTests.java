package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.XmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports against the official schemas, and back. */
class BomExportTests {

    static Stream<RecordFile> shipped() {
        return Boms.CATALOGUE.stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_model_is_valid_by_the_official_schemas(RecordFile model) {
        for (CycloneDx.Version version : CycloneDx.Version.values()) {
            assertThat(Boms.wrongJson(Boms.CYCLONE_DX.write(model, version, CycloneDx.Encoding.JSON, Boms.NOON).bytes(), version.text())).isEmpty();
            assertThat(Boms.wrongXml(Boms.CYCLONE_DX.write(model, version, CycloneDx.Encoding.XML, Boms.NOON).bytes(), version.text())).isEmpty();
        }
        assertThat(Boms.wrongJson(Boms.SPDX.write(model, Boms.NOON).bytes(), "spdx")).isEmpty();
    }

    @Test
    void the_schemas_would_find_a_wrong_export() {
        RecordFile model = Boms.shipped("deepseek-v3");
        for (CycloneDx.Version version : CycloneDx.Version.values()) {
            assertThat(Boms.wrongJson(broken(Boms.CYCLONE_DX.write(model, version, CycloneDx.Encoding.JSON, Boms.NOON), "\"architectureFamily\"", "\"family\""),
                    version.text())).isNotEmpty();
            assertThat(Boms.wrongXml(broken(Boms.CYCLONE_DX.write(model, version, CycloneDx.Encoding.XML, Boms.NOON), "architectureFamily>", "family>"),
                    version.text())).isNotEmpty();
        }
        assertThat(Boms.wrongJson(broken(Boms.SPDX.write(model, Boms.NOON), "ai_typeOfModel", "ai_kindOfModel"), "spdx")).isNotEmpty();
    }

    private static byte[] broken(BomExport export, String right, String wrong) {
        return new String(export.bytes(), StandardCharsets.UTF_8).replace(right, wrong).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_model_comes_back_with_all_that_the_formats_can_carry(RecordFile model) {
        RecordFile expected = carried(model);
        for (CycloneDx.Version version : CycloneDx.Version.values()) {
            for (CycloneDx.Encoding encoding : CycloneDx.Encoding.values()) {
                comesBack(Boms.CYCLONE_DX, "bom.cdx", Boms.CYCLONE_DX.write(model, version, encoding, Boms.NOON), expected);
            }
        }
        comesBack(Boms.SPDX, "bom.spdx.json", Boms.SPDX.write(model, Boms.NOON), expected);
    }

    static void comesBack(RecordFormat format, String name, BomExport export, RecordFile expected) {
        Imported imported = format.read(List.of(new Source(name, export.bytes())), Origin.UNKNOWN);
        assertThat(imported.remarks()).isEmpty();
        assertThat(imported.records()).singleElement().satisfies(record -> assertThat(record.file()).isEqualTo(expected));
    }

    /** The record without what is no fact and without judgements. */
    static RecordFile carried(RecordFile model) {
        return new RecordFile(model.shape(), model.slug(), model.name(), model.version(), model.family(), carried(model.model()),
                model.provider() == null ? null : carried(model.provider()), model.licences().stream().map(BomExportTests::carried).toList(),
                model.services().stream().map(BomExportTests::carried).toList(), Facts.none(), Facts.none(), List.of(), List.of(), List.of(), List.of(),
                null);
    }

    private static Subject.Part carried(Subject.Part part) {
        return new Subject.Part(part.kind(), part.slug(), carried(part.facts()));
    }

    private static Facts carried(Facts facts) {
        return Facts.of(facts.all().stream().filter(fact -> !Boms.VOCABULARY.get(fact.id()).judgement()).toList());
    }

    @Test
    void the_same_model_at_the_same_time_has_the_same_bytes() {
        RecordFile model = Boms.shipped("deepseek-v3");
        for (CycloneDx.Encoding encoding : CycloneDx.Encoding.values()) {
            assertThat(Boms.CYCLONE_DX.write(model, CycloneDx.Version.V1_7, encoding, Boms.NOON).bytes())
                    .isEqualTo(Boms.CYCLONE_DX.write(model, CycloneDx.Version.V1_7, encoding, Boms.NOON.plusMillis(400)).bytes());
        }
        assertThat(Boms.SPDX.write(model, Boms.NOON).bytes()).isEqualTo(Boms.SPDX.write(model, Boms.NOON).bytes());
    }

    @Test
    void another_content_has_another_serial_number() {
        RecordFile model = Boms.shipped("deepseek-v3");
        assertThat(BomDocument.number(model, "a", Boms.NOON)).isNotEqualTo(BomDocument.number(model.called("Other", null, null), "a", Boms.NOON))
                .isNotEqualTo(BomDocument.number(model, "b", Boms.NOON)).isNotEqualTo(BomDocument.number(model, "a", Boms.NOON.plusSeconds(1)));
    }

    @Test
    void what_a_format_cannot_say_is_listed_and_what_it_says_is_not() {
        RecordFile model = Boms.shipped("deepseek-v3");
        List<NotCarried> list = Boms.CYCLONE_DX.write(model, CycloneDx.Version.V1_6, CycloneDx.Encoding.JSON, Boms.NOON).notCarried();
        assertThat(list).filteredOn(each -> !each.kept()).extracting(NotCarried::fact)
                .contains("findings", "gaps", "record_written");
        assertThat(list).filteredOn(NotCarried::kept).extracting(NotCarried::fact)
                .contains("model.training.compute", "model.lifecycle_of", "service.data_location", "licence.grants.use")
                .doesNotContain("model.modalities.input", "licence.id", "licence.url", "provider.legal_name", "model.architecture.kind");
        assertThat(list).anySatisfy(each -> {
            assertThat(each.part()).isEqualTo("deepseek-license-1-0");
            assertThat(each.fact()).isEqualTo("licence.grants.use");
        });
    }

    @Test
    void another_reader_finds_name_version_maker_and_licences() throws Exception {
        byte[] xml = Boms.CYCLONE_DX.write(Boms.shipped("deepseek-v3"), CycloneDx.Version.V1_6, CycloneDx.Encoding.XML, Boms.NOON).bytes();
        Component model = new XmlParser().parse(xml).getComponents().getFirst();
        assertThat(model.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
        assertThat(model.getName()).isEqualTo("DeepSeek-V3");
        assertThat(model.getVersion()).isEqualTo("V3 (December 2024)");
        assertThat(model.getManufacturer().getName()).isEqualTo("Hangzhou DeepSeek Artificial Intelligence Co., Ltd.");
        assertThat(model.getLicenses().getLicenses()).extracting(licence -> licence.getId() + " " + licence.getName())
                .containsExactly("null LicenseRef-DeepSeek-1.0", "MIT null");
    }

    @Test
    void a_field_that_was_changed_after_the_export_wins_over_the_property() {
        RecordFile model = Boms.shipped("deepseek-v3");
        String json = new String(Boms.CYCLONE_DX.write(model, CycloneDx.Version.V1_6, CycloneDx.Encoding.JSON, Boms.NOON).bytes(), StandardCharsets.UTF_8);
        String changed = json.replace("\"architectureFamily\": \"mixture of experts\"", "\"architectureFamily\": \"dense\"")
                .replace("\"architectureFamily\" : \"mixture of experts\"", "\"architectureFamily\" : \"dense\"");
        assertThat(changed).isNotEqualTo(json);
        Imported imported = Boms.CYCLONE_DX.read(List.of(Boms.text("bom.json", changed)), Origin.UNKNOWN);
        RecordFile read = imported.records().getFirst().file();
        assertThat(Boms.value(read.model(), "model.architecture.kind")).isEqualTo("dense");
        assertThat(read.model().get("model.architecture.kind").claim().asOf().text()).isEqualTo("2026-11-25");
        assertThat(imported.remarks()).singleElement().satisfies(remark -> assertThat(remark.problem()).contains("disagree"));
    }

    @Test
    void a_judgement_smuggled_into_a_property_is_refused() {
        String json = new String(Boms.CYCLONE_DX.write(Boms.shipped("deepseek-v3"), CycloneDx.Version.V1_6, CycloneDx.Encoding.JSON, Boms.NOON).bytes(),
                StandardCharsets.UTF_8).replaceFirst("eu.vitrine:model.training.compute\"", "eu.vitrine:model.copyright.policy_reading\"");
        Imported imported = Boms.CYCLONE_DX.read(List.of(Boms.text("bom.json", json)), Origin.UNKNOWN);
        assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.problem()).contains("judgement is never imported"));
        assertThat(imported.records().getFirst().file().model().get("model.copyright.policy_reading").claim().value()).isNull();
    }

    @Test
    void a_record_of_another_shape_is_not_written() {
        RecordFile licence = RecordFile.of(Kind.LICENCE, "mit", "MIT", Facts.none());
        assertThatThrownBy(() -> Boms.SPDX.write(licence, Boms.NOON)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mit");
    }
}
