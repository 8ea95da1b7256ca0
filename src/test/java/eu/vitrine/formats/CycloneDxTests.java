package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Subject;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxTests {

    private static Imported read(Source file) {
        return Boms.CYCLONE_DX.read(List.of(file), Origin.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom-1.5.json", "bom-1.6.xml"})
    void both_encodings_say_the_same_of_a_model(String name) {
        RecordFile record = read(Boms.fixture(name)).records().getFirst().file();
        Facts model = record.model();
        assertThat(record.slug()).isEqualTo("example-chat-7b");
        assertThat(record.name()).isEqualTo("Example Chat 7B");
        assertThat(record.version()).isEqualTo("2026-02");
        assertThat(Boms.value(model, "model.identifiers.purl")).isEqualTo("pkg:huggingface/example-ai/chat-7b@3f2a9c1");
        assertThat(Boms.value(model, "model.identifiers.hub_id")).isEqualTo("example-ai/chat-7b@3f2a9c1");
        assertThat(Boms.value(model, "model.identifiers.artefact_sha256")).isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assertThat(Boms.value(model, "model.architecture.kind")).isEqualTo("mixture_of_experts");
        assertThat(Boms.value(model, "model.modalities.input")).isEqualTo(List.of("text", "image"));
        assertThat(Boms.value(model, "model.modalities.output")).isEqualTo(List.of("text"));
        assertThat(Boms.value(model, "model.documentation.model_card_url")).isEqualTo("https://example.org/cards/chat-7b");
        assertThat(Boms.value(model, "model.disclosure.corpus_description")).isEqualTo("Open Dialogues");
        assertThat(Boms.value(model, "model.lineage.bases")).asString().contains("example-base-7b").contains("MIT").doesNotContain("relation");
        assertThat(model.all()).hasSize(9);
        assertThat(model.all()).allSatisfy(fact -> assertThat(fact.claim().asOf()).isEqualTo(Day.parse("2026-03-04").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom-1.5.json", "bom-1.6.xml"})
    void both_encodings_say_the_same_of_provider_licence_and_service(String name) {
        RecordFile record = read(Boms.fixture(name)).records().getFirst().file();
        assertThat(record.provider().slug()).isEqualTo("example-ai-gmbh");
        assertThat(Boms.value(record.provider().facts(), "provider.brand")).isEqualTo("Example AI GmbH");
        assertThat(record.provider().facts().get("provider.brand").also()).extracting(Claim::note)
                .containsExactly("named as supplier, who may pass on what others made");
        assertThat(record.licences()).extracting(Subject.Part::slug).containsExactly("apache-2-0");
        assertThat(Boms.value(record.licences().getFirst().facts(), "licence.id")).isEqualTo("Apache-2.0");
        assertThat(Boms.value(record.licences().getFirst().facts(), "licence.artefacts")).isEqualTo(List.of("weights"));
        assertThat(record.services()).extracting(Subject.Part::slug).containsExactly("chat-api");
        assertThat(Boms.value(record.services().getFirst().facts(), "service.operator")).isEqualTo("Example Cloud SARL");
        assertThat(Boms.value(record.services().getFirst().facts(), "service.models")).isEqualTo(List.of("example-chat-7b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom-1.5.json", "bom-1.6.xml"})
    void everything_left_out_is_named_with_its_line(String name) {
        Imported imported = read(Boms.fixture(name));
        assertThat(imported.remarks()).extracting(remark -> remark.place().path()).containsExactlyInAnyOrder(
                null, "services[1]", "components[0].supplier.url", "components[0].hashes[0]", "components[0].copyright",
                "components[0].pedigree.notes", "components[0].externalReferences[1]", "components[0].modelCard.modelParameters.approach",
                "components[0].modelCard.modelParameters.modelArchitecture", "components[0].modelCard.modelParameters.datasets[1]",
                "components[0].modelCard.modelParameters.outputs[1].format", "components[0].modelCard.considerations.technicalLimitations",
                "services[0].endpoints");
        assertThat(imported.remarks()).allSatisfy(remark -> assertThat(remark.place().line()).isPositive());
    }

    @Test
    void places_name_the_line_of_each_fact() {
        assertThat(read(Boms.fixture("bom-1.6.xml")).records().getFirst().places())
                .containsEntry("model.architecture.kind", new Place("bom-1.6.xml", 39, "components[0].modelCard.modelParameters.architectureFamily"))
                .containsKeys("example-ai-gmbh/provider.brand", "apache-2-0/licence.id", "chat-api/service.operator");
    }

    @Test
    void two_models_of_one_name_are_kept_apart_and_one_without_is_refused() {
        Imported imported = read(Boms.fixture("bom-1.7.json"));
        assertThat(imported.records()).extracting(record -> record.file().slug()).containsExactly("twin", "twin-2");
        assertThat(imported.remarks()).filteredOn(remark -> remark.weight() == Remark.Weight.REJECTED).singleElement()
                .satisfies(remark -> assertThat(remark.place().path()).isEqualTo("components[2]"));
    }

    @Test
    void combined_licences_leave_open_which_covers_the_weights() {
        RecordFile record = read(Boms.fixture("bom-1.7.json")).records().getFirst().file();
        assertThat(record.licences()).extracting(Subject.Part::slug).containsExactly("mit", "maker-commercial");
        assertThat(record.licences()).allSatisfy(licence -> assertThat(Boms.value(licence.facts(), "licence.artefacts")).isNull());
        assertThat(Boms.value(record.model(), "model.identifiers.hub_id")).isEqualTo("maker/twin@3f2a9c1d");
        assertThat(Boms.value(record.provider().facts(), "provider.country")).isEqualTo("FR");
    }

    @Test
    void placeholders_become_no_facts() {
        RecordFile record = read(Boms.fixture("bom-1.7.json")).records().get(1).file();
        assertThat(record.version()).isNull();
        assertThat(record.provider()).isNull();
        assertThat(record.licences()).isEmpty();
        assertThat(record.model().all()).isEmpty();
    }

    @Test
    void the_day_of_the_upload_counts_where_the_file_has_none() {
        Source file = Boms.text("a.json", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"machine-learning-model\","
                + "\"name\":\"a\",\"purl\":\"pkg:generic/a\"}]}");
        Claim claim = Boms.CYCLONE_DX.read(List.of(file), new Origin("https://example.org/a.json", Day.parse("2026-07").orElseThrow())).records()
                .getFirst().file().model().get("model.identifiers.purl").claim();
        assertThat(claim.asOf().text()).isEqualTo("2026-07");
        assertThat(claim.sourceUrl()).isEqualTo("https://example.org/a.json");
    }

    @Test
    void the_official_sample_of_a_model_card_gives_what_it_plainly_says() throws Exception {
        assumeTrue(Files.isDirectory(Boms.SAMPLES), "the samples are not at hand");
        Imported imported = read(Boms.sample("cyclonedx/valid-machine-learning-1.6.json"));
        RecordFile record = imported.records().getFirst().file();
        assertThat(record.name() + " " + record.version()).isEqualTo("stable-diffusion 1.4");
        assertThat(Boms.value(record.provider().facts(), "provider.brand")).isEqualTo("Acme Inc");
        assertThat(record.model().all()).hasSize(2);
        assertThat(Boms.value(record.model(), "model.modalities.input")).isEqualTo(List.of("text"));
        assertThat(Boms.value(record.model(), "model.disclosure.corpus_description")).isEqualTo("Training Data (https://example.com/path/to/dataset)");
        assertThat(imported.remarks()).hasSize(16).allMatch(remark -> remark.weight() == Remark.Weight.NOT_A_FACT);
    }

    @Test
    void the_official_sample_on_energy_names_publisher_before_supplier() throws Exception {
        assumeTrue(Files.isDirectory(Boms.SAMPLES), "the samples are not at hand");
        Imported imported = read(Boms.sample("cyclonedx/valid-machine-learning-considerations-env-1.6.json"));
        RecordFile record = imported.records().getFirst().file();
        assertThat(record.name()).isEqualTo("Llama-2-7b");
        assertThat(record.version()).isNull();
        assertThat(Boms.value(record.model(), "model.identifiers.hub_id")).isEqualTo("meta-llama/Llama-2-7b");
        assertThat(record.model().all()).hasSize(1);
        assertThat(Boms.value(record.provider().facts(), "provider.brand")).isEqualTo("meta");
        assertThat(record.provider().facts().get("provider.brand").also()).hasSize(1);
        assertThat(imported.remarks()).extracting(remark -> remark.place().path())
                .containsExactly("components[0].group", "components[0].modelCard.considerations.environmentalConsiderations");
    }
}
