package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (2020-12) of every file of a policy set, for editors. Which kind of file it is, its keys tell. The reader
 * refuses much more than a schema can say: conditions are checked against the vocabulary, and names against the whole set.
 */
public final class PolicySchema {

    /** The schema of records, which says what facts hold; it lies beside this one. */
    private static final String RECORDS = "record.schema.json#/$defs/";

    private PolicySchema() {}

    /** The schema as indented JSON, which ends with a line break; the same text for the same vocabulary. */
    public static String of(Vocabulary vocabulary) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Vitrine policy set");
        root.put("description", "A policy, a section of the vocabulary, figures of the law, an assumption, cases, or the switches of an organisation.");
        root.put("type", "object");
        root.put("properties", firstKeys());
        root.put("allOf", kinds());
        root.put("anyOf", files().keySet().stream().map(key -> Holds.map("required", List.of(key))).toList());
        root.put("$defs", definitions(vocabulary));
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /** The shape of a file by a key that no other kind of file has. */
    private static Map<String, Shape> files() {
        Map<String, Shape> files = new LinkedHashMap<>();
        files.put("section", SetShapes.SECTION);
        files.put("data", SetShapes.FIGURES);
        files.put("law_version", SetShapes.VERSION);
        files.put("wording", SetShapes.ASSUMPTION);
        files.put("policy", CaseKeys.FILE);
        files.put("switch", SetShapes.SWITCHES);
        files.put("assumptions", SetShapes.SWITCHES);
        files.put("role", PolicyShapes.COMMON);
        return files;
    }

    /** The keys that tell what a file is, for whoever begins an empty one. */
    private static Map<String, Object> firstKeys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        files().forEach((key, shape) -> keys.put(key, Holds.map("description", shape.title())));
        keys.put("role", Holds.words(Policy.Role.values()));
        return keys;
    }

    private static List<Map<String, Object>> kinds() {
        List<Map<String, Object>> kinds = new ArrayList<>();
        files().forEach((key, shape) -> {
            if (!key.equals("role")) {
                kinds.add(when(Holds.map("required", List.of(key)), shape.schema()));
            }
        });
        for (Policy.Role role : Policy.Role.values()) {
            kinds.add(when(Holds.map("required", List.of("role"), "properties", Holds.map("role", Holds.map("const", Holds.word(role)))),
                    PolicyShapes.of(role).schema()));
        }
        return kinds;
    }

    private static Map<String, Object> when(Map<String, Object> condition, Map<String, Object> then) {
        return Holds.map("if", condition, "then", then);
    }

    private static Map<String, Object> definitions(Vocabulary vocabulary) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("condition", Holds.map("title", "Condition in CEL", "type", List.of("string", "boolean", "number"), "pattern", "\\S"));
        definitions.put("reason", Holds.map("title", "Text; names in braces stand for facts, figures and derived values", "type", "string"));
        definitions.put("day", Holds.map("title", "A day as 2026-08-02, in quotes", "type", "string",
                "pattern", "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));
        String kinds = Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining("|"));
        String id = "^(" + kinds + ")(\\.[a-z][a-z0-9_]*)+$";
        definitions.put("fact", Holds.map("title", "Id of a fact; an overlay may have its own", "anyOf", List.of(
                Holds.oneOf(vocabulary.facts().stream().map(FactDeclaration::id).toList()), Holds.map("type", "string", "pattern", id))));
        Map<String, Object> facts = new LinkedHashMap<>();
        vocabulary.facts().forEach(fact -> facts.put(fact.id(), Holds.map("$ref", RECORDS + fact.id())));
        definitions.put("facts", Holds.map("title", "Facts by id, as in a scenario", "type", List.of("object", "null"),
                "propertyNames", Holds.map("pattern", id), "properties", facts));
        definitions.put("expect", CaseKeys.expect().schema());
        return definitions;
    }
}
