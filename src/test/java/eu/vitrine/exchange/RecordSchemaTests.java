package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
}
