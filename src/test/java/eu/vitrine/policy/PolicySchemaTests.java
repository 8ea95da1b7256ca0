package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.exchange.SchemaCheck;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema by which editors complete policies. */
class PolicySchemaTests {

    private static final Path PUBLISHED = Path.of("docs/policy.schema.json");
    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));
    private static final PolicySet SET = PolicyFolder.of(FILES);
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(PolicySchema.of(SET.vocabulary()));
    private static final SchemaCheck CHECK = new SchemaCheck(SCHEMA, Map.of("record.schema.json", records()));

    private static JsonNode records() {
        return JsonMapper.shared().readTree(Path.of("docs/record.schema.json").toFile());
    }

    /** With {@code -Dvitrine.write=true} the file is written anew. */
    @Test
    void the_published_schema_is_what_the_code_gives() throws IOException {
        String derived = PolicySchema.of(SET.vocabulary());
        if (Boolean.getBoolean("vitrine.write")) {
            Files.writeString(PUBLISHED, derived);
        }
        assertThat(Files.readString(PUBLISHED))
                .as("docs/policy.schema.json is out of date; run mvn test -Dtest=PolicySchemaTests -Dvitrine.write=true")
                .isEqualTo(derived);
    }

    @Test
    void every_file_that_ships_is_accepted() {
        assertThat(FILES).allSatisfy((name, text) -> assertThat(accepts(text)).as(name).isTrue());
    }

    @Test
    void every_file_of_the_example_overlay_is_accepted() {
        assertThat(PolicyFolder.files(Path.of("docs/overlay"))).allSatisfy((name, text) ->
                assertThat(accepts(text)).as(name).isTrue());
    }

    @Test
    void the_keys_of_the_vocabulary_are_those_of_its_reader() {
        assertThat(SetShapes.SECTION.names()).isEqualTo(VocabularyReader.SECTION_KEYS);
        assertThat(SetShapes.FACT.names()).isEqualTo(VocabularyReader.FACT_KEYS);
        assertThat(SetShapes.COLUMN.names()).isEqualTo(VocabularyReader.COLUMN_KEYS);
    }

    @Test
    void every_key_is_described() {
        SCHEMA.findValues("properties").forEach(properties -> properties.properties().forEach(property ->
                assertThat(property.getValue().has("description") || property.getValue().has("$ref") || property.getValue().has("const")
                        || property.getValue().has("enum")).as(property.getKey()).isTrue()));
    }

    @Test
    void every_role_has_a_shape_of_its_own() {
        for (Policy.Role role : Policy.Role.values()) {
            assertThat(accepts("{id: X-1, role: " + Holds.word(role) + "}")).as(role.name()).isFalse();
        }
        assertThat(accepts("""
                id: X-1
                role: citation
                version: "1.0.0"
                order: 1
                title: Nothing to decide
                reference: Art. 1
                cite: Art. 1
                basis: statute
                plain: Says what the Act is for.
                automation: full
                """)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', value = {
        "CLS-1.yaml|role: condition|role: conditon",
        "CLS-1.yaml|role: condition|role: duty",
        "CLS-1.yaml|basis: soft law|basis: law",
        "CLS-1.yaml|automation: full|automatic: full",
        "CLS-1.yaml|automation: full|automation: full\\nautomated: true",
        "CLS-1.yaml|order: 110|order: first",
        "CLS-1.yaml|order: 110|order: 1.5",
        "CLS-1.yaml|decide:|decisions:",
        "CLS-1.yaml|    why: \"Not|    wy: \"Not",
        "AIA-53-1-d.yaml|then: NOT_APPLICABLE|then: NOT_APLICABLE",
        "AIA-53-1-d.yaml|then: PARTIAL|then: PARTLY",
        "AIA-53-1-d.yaml|reason: CONFLICT|reason: CONTRADICTION",
        "AIA-53-1-d.yaml|otherwise: NOT_EXAMINED|otherwise: UNREAD",
        "AIA-53-1-d.yaml|  day: derived.due_day|  date: derived.due_day",
        "AIA-53-1-d.yaml|enforceable:|enforcable:",
        "AIA-53-1-b.yaml|  shown:|  showing:",
        "AIA-53-1-b.yaml|fact: provider.code.transparency_signed_on|fact: Provider Code",
        "UR-7.yaml|then: GRANTED|then: YES",
        "UR-7.yaml|carries:|brings:",
        "HR-PRICE.yaml|on: false|on: off",
        "HR-PRICE.yaml|then: note|then: remark",
        "derivations/six_pd.yaml|type: number|type: figure",
        "assumptions/PLACED_ON_RELEASE.yaml|needs:|wants:",
        "assumptions/PLACED_ON_RELEASE.yaml|order: 2|order: second",
        "law/thresholds.yaml|type: number|type: figure",
        "law/thresholds.yaml|source:|sauce:",
        "law/dates.yaml|value: \"2024-08-01\"|valu: \"2024-08-01\"",
        "law/lists.yaml|from: \"2020-02-01\"|from: \"2020-02-41\"",
        "law/lists.yaml|value: [EU, EEA]|value: []",
        "law/version.yaml|version: \"2.1.0\"|vers: \"2.1.0\"",
        "vocabulary/use-rights.yaml|kind: use|kind: usage",
        "vocabulary/use-rights.yaml|type: text|type: string",
        "vocabulary/use-rights.yaml|known_by: us|known_by: me",
        "vocabulary/use-rights.yaml|    judgement: true|    judgment: true",
        "cases/CLS-1.yaml|  - case:|  - kase:",
        "cases/CLS-1.yaml|as_of: \"2026|as_of: \"20 26",
        "cases/CLS-1.yaml|expect: {|expected: {",
        "cases/CLS-1.yaml|expect: {value|expect: {values",
        "cases/CLS-1.yaml|model.modalities.output|Model Output",
        "cases/AIA-53-1-d.yaml|outcome: MET|outcome: FINE",
        "cases/AIA-53-1-d.yaml|model.generality: broad|model.generality: wide"
    })
    void what_the_schema_refuses_the_reader_refuses(String file, String from, String to) {
        String text = FILES.get(file);
        assertThat(text).contains(from);
        String broken = text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to.replace("\\n", "\n")));

        assertThat(accepts(broken)).isFalse();
        if (file.startsWith("cases/")) {
            assertThat(catchThrowableOfType(InvalidFile.class, () -> CaseFile.read(broken, file, SET))).isNotNull();
        } else {
            Map<String, String> files = new TreeMap<>(FILES);
            files.put(file, broken);
            InvalidFile refused = catchThrowableOfType(InvalidFile.class, () -> PolicySetReader.read(files));
            assertThat(refused.problems()).anyMatch(problem -> problem.file().equals(file) && problem.line() > 0 && problem.column() > 0);
        }
    }

    private static boolean accepts(String yaml) {
        return CHECK.accepts(JsonMapper.shared().valueToTree(plain(LocatedReader.read(yaml, "file.yaml"))));
    }

    private static Object plain(Located node) {
        return switch (node) {
            case Located.Scalar scalar -> scalar.value();
            case Located.Sequence sequence -> sequence.items().stream().map(PolicySchemaTests::plain).toList();
            case Located.Mapping mapping -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                mapping.entries().forEach((key, value) -> plain.put(key, plain(value)));
                yield plain;
            }
        };
    }
}
