package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordSchemaTests {

    private static final Path PUBLISHED = Path.of("docs/record.schema.json");
    private final JsonNode schema = JsonMapper.shared().readTree(RecordSchema.of(Shipped.VOCABULARY));

    /** With {@code -Dvitrine.write=true} the file is written anew. */
    @Test
    void the_published_schema_is_what_the_vocabulary_gives() throws IOException {
        String derived = RecordSchema.of(Shipped.VOCABULARY);
        if (Boolean.getBoolean("vitrine.write")) {
            Files.writeString(PUBLISHED, derived);
        }
        assertThat(Files.readString(PUBLISHED))
                .as("docs/record.schema.json is out of date; run mvn test -Dtest=RecordSchemaTests -Dvitrine.write=true")
                .isEqualTo(derived);
    }

    @Test
    void every_fact_has_a_definition_with_its_label_and_question() {
        Shipped.VOCABULARY.facts().forEach(fact -> {
            JsonNode definition = schema.at("/$defs").get(fact.id());
            assertThat(definition).as(fact.id()).isNotNull();
            assertThat(definition.get("title").asString()).isEqualTo(fact.label());
            assertThat(definition.get("description").asString()).startsWith(fact.question());
        });
    }

    @Test
    void a_scenario_may_state_every_fact_and_a_catalogue_file_no_judgement() {
        Shipped.VOCABULARY.facts().forEach(fact -> {
            assertThat(schema.at("/$defs/scenario/properties/facts/properties").has(fact.id())).isTrue();
        });
        JsonNode openness = schema.at("/$defs/catalogue/properties/model/properties/openness/properties");
        assertThat(openness.has("gate")).isTrue();
        assertThat(openness.has("gate_reading")).isFalse();
    }

    @Test
    void every_reference_leads_to_a_definition() {
        schema.findValues("$ref").forEach(reference -> {
            String name = reference.asString().substring("#/$defs/".length());
            assertThat(schema.get("$defs").has(name)).as(name).isTrue();
        });
    }

    private boolean accepts(String yaml) {
        Object tree = new Yaml().load(yaml);
        return new SchemaCheck(schema).accepts(JsonMapper.shared().valueToTree(tree));
    }

    @Test
    void the_schema_accepts_every_record_of_the_catalogue() {
        assertThat(Shipped.CATALOGUE).allSatisfy(file -> assertThat(accepts(new String(file.bytes(), StandardCharsets.UTF_8)))
                .as(file.name()).isTrue());
    }

    @Test
    void the_schema_accepts_every_licence_on_board_and_its_export() {
        RecordWriter writer = RecordWriter.with(Shipped.VOCABULARY);
        assertThat(Shipped.LICENCES).allSatisfy(file -> assertThat(accepts(new String(file.bytes(), StandardCharsets.UTF_8)))
                .as(file.name()).isTrue());
        assertThat(Reads.read(Shipped.LICENCES).records()).allSatisfy(record -> {
            assertThat(accepts(new String(record.canonical(), StandardCharsets.UTF_8))).as(record.slug()).isTrue();
            assertThat(accepts(new String(writer.yaml(record), StandardCharsets.UTF_8))).as(record.slug()).isTrue();
        });
    }

    @Test
    void the_schema_accepts_the_canonical_form_and_the_export_of_every_record() {
        RecordWriter writer = RecordWriter.with(Shipped.VOCABULARY);
        assertThat(Reads.read(Shipped.CATALOGUE).records()).allSatisfy(record -> {
            assertThat(accepts(new String(record.canonical(), StandardCharsets.UTF_8))).as(record.slug()).isTrue();
            assertThat(accepts(new String(writer.yaml(record), StandardCharsets.UTF_8))).as(record.slug()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "model.training.compute: 2.0e+25",
        "model.training.compute: {min: 1, max: 3, by: b, method: m, unit: FLOP}",
        "model.training.compute: {value: 1, also: [2, {state: withheld}, {note: n}]}",
        "model.training.compute:",
        "model.openness.gate: none",
        "model.openness.gate: {state: none}",
        "model.openness.gate_reading: monetised",
        "model.summary.url: {state: absent, value: null, searched: {where: [a], 'on': '2026-01-01', by: b}}",
        "model.release.first_public_date: 2025",
        "model.lineage.bases: [{model: a, relation: merge, source_url: 'https://a.example'}]",
        "model.lineage.bases: {rows: [{model: a}], complete: unknown}",
        "model.release.channels: {value: [api], complete: false}",
        "organisation.annual_revenue: {value: 5, currency: EUR}",
        "use.countries: [DE, EU]"
    })
    void what_the_reader_accepts_the_schema_accepts(String fact) {
        String scenario = Reads.scenario(fact);
        assertThat(Reads.problems(scenario)).isEmpty();
        assertThat(accepts(scenario)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "model.training.computer: 1",
        "model.training.compute: much",
        "model.training.compute: [1]",
        "model.training.compute: {value: 1, unit: GFLOP}",
        "model.training.compute: {state: none, value: 1}",
        "model.training.compute: {state: none, min: 1}",
        "model.training.compute: {vaule: 1}",
        "model.training.compute: {value: 1, also: [{value: 1, also: []}]}",
        "model.training.compute: {value: 1, also: {value: 2}}",
        "model.training.compute: {value: 1, currency: EUR}",
        "model.architecture.context_tokens: 1.5",
        "model.openness.weights: opne",
        "model.summary.url: 'javascript:alert(1)'",
        "model.summary.url: {as_of: '2026-13'}",
        "model.release.channels: api",
        "model.release.channels: {value: [api], complete: maybe}",
        "model.lineage.bases: [{modle: a}]",
        "model.lineage.bases: {rows: [{model: a, relation: son}]}",
        "provider.country: Germany",
        "provider.legal_name: 42",
        "model.training.compute: -3e24",
        "model.training.compute: {min: -1, max: 2}",
        "model.release.first_public_date: '9999'",
        "model.release.eu_placing_date: '1899-12-31'",
        "service.retention_days: -1"
    })
    void what_the_schema_refuses_the_reader_refuses(String fact) {
        String scenario = Reads.scenario(fact);
        assertThat(accepts(scenario)).isFalse();
        assertThat(Reads.problems(scenario)).isNotEmpty();
    }
}
