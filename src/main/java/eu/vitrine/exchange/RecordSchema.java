package eu.vitrine.exchange;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (2020-12) of record files, derived from the vocabulary. The reader refuses a little more than a schema can
 * say: a range whose ends are exchanged, a day that is not in the calendar, a key of a table used twice.
 */
public final class RecordSchema {

    private final Vocabulary vocabulary;
    private final FactSchema facts = new FactSchema();

    private RecordSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema as indented JSON, which ends with a line break; the same text for the same vocabulary. */
    public static String of(Vocabulary vocabulary) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(new RecordSchema(vocabulary).root()).replace("\r\n", "\n") + "\n";
    }

    private Map<String, Object> root() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Vitrine record");
        root.put("description", "A model with its provider, licences and services, or one licence, or a scenario. YAML and JSON"
                + " alike.");
        root.put("oneOf", List.of(FactSchema.ref("catalogue"), FactSchema.ref("licence"), FactSchema.ref("scenario")));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("catalogue", catalogue());
        definitions.put("licence", licence());
        definitions.put("scenario", scenario());
        definitions.put("finding", finding());
        vocabulary.sections().forEach(section -> section.facts().forEach(fact -> definitions.put(fact.id(), facts.of(fact))));
        definitions.putAll(new TreeMap<>(facts.shared()));
        root.put("$defs", definitions);
        return root;
    }

    private Map<String, Object> catalogue() {
        Map<String, Object> properties = identity();
        properties.put("version", FactSchema.nullable("string", "number"));
        properties.put("family", FactSchema.nullable("string"));
        properties.put("model", nullable(nested(Kind.MODEL)));
        properties.put("provider", nullable(block(Kind.PROVIDER)));
        properties.put("licences", listOf(block(Kind.LICENCE)));
        properties.put("services", listOf(block(Kind.SERVICE)));
        properties.put("findings", listOf(FactSchema.ref("finding")));
        Map<String, Object> index = FactSchema.object(ordered(
                "value", FactSchema.nullable("number", "string"), "source_url", FactSchema.ref("address"),
                "as_of", FactSchema.ref("day"), "note", FactSchema.nullable("string")), List.of());
        properties.put("indices", nullable(each(ShownReader.INDICES, nullable(index))));
        Map<String, Object> opinion = FactSchema.object(ordered(
                "assessment", FactSchema.type("string"), "reason", FactSchema.nullable("string"), "by", FactSchema.nullable("string")),
                List.of("assessment"));
        properties.put("opinions", nullable(each(ShownReader.OPINIONS, nullable(opinion))));
        properties.put("gaps", listOf(FactSchema.type("string")));
        properties.put("record_written", FactSchema.ref("day"));
        Map<String, Object> schema = FactSchema.object(properties, List.of("slug"));
        schema.put("description", "A record of the catalogue. A missing key is unknown.");
        return schema;
    }

    private Map<String, Object> licence() {
        Map<String, Object> properties = identity();
        properties.put("licence", nullable(nested(Kind.LICENCE)));
        Map<String, Object> schema = FactSchema.object(properties, List.of("slug", "name", "licence"));
        schema.put("description", "One licence text and what its clauses say. A missing key is unknown.");
        return schema;
    }

    private Map<String, Object> scenario() {
        Map<String, Object> properties = identity();
        Map<String, Object> byId = new LinkedHashMap<>();
        vocabulary.sections().forEach(section -> section.facts().forEach(fact -> byId.put(fact.id(), FactSchema.ref(fact.id()))));
        properties.put("facts", nullable(FactSchema.object(byId, List.of())));
        Map<String, Object> schema = FactSchema.object(properties, List.of("slug", "name", "facts"));
        schema.put("description", "Facts of all kinds by their ids. Facts of licences and services are those of one licence and one"
                + " service.");
        return schema;
    }

    private static Map<String, Object> identity() {
        return ordered(
                "schema_version", ordered("enum", Arrays.asList(2, null)),
                "slug", slug(), "name", FactSchema.type("string"));
    }

    private static Map<String, Object> slug() {
        return ordered("type", "string", "pattern", "^" + Codes.SLUG + "$");
    }

    private Map<String, Object> block(Kind kind) {
        Map<String, Object> block = nested(kind);
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) block.get("properties");
        Map<String, Object> withSlug = ordered("slug", slug());
        withSlug.putAll(properties);
        return FactSchema.object(withSlug, List.of("slug"));
    }

    /** Facts of one kind by path. Judgements are never imported, so they have no place here. */
    private Map<String, Object> nested(Kind kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        vocabulary.sections(kind).forEach(section -> section.facts().stream().filter(fact -> !fact.judgement())
                .forEach(fact -> RecordTree.place(tree, fact.path(), new Leaf(fact))));
        return group(tree);
    }

    /** A fact in the tree of paths. */
    private record Leaf(FactDeclaration fact) {}

    private static Map<String, Object> group(Map<String, Object> tree) {
        Map<String, Object> properties = new LinkedHashMap<>();
        tree.forEach((key, below) -> {
            if (below instanceof Leaf leaf) {
                properties.put(key, FactSchema.ref(leaf.fact().id()));
            } else {
                @SuppressWarnings("unchecked")
                Map<String, Object> further = (Map<String, Object>) below;
                properties.put(key, nullable(group(further)));
            }
        });
        return FactSchema.object(properties, List.of());
    }

    private static Map<String, Object> finding() {
        Map<String, Object> properties = new LinkedHashMap<>();
        ShownReader.FINDING_KEYS.forEach(key -> properties.put(key, switch (key) {
            case "family" -> FactSchema.codes(PublishedFinding.Family.values());
            case "kind" -> FactSchema.codes(PublishedFinding.FindingKind.values());
            case "applicability" -> FactSchema.codes(PublishedFinding.Applicability.values());
            case "value" -> FactSchema.nullable("number");
            case "n" -> FactSchema.nullable("integer");
            case "source_url" -> FactSchema.ref("address");
            case "as_of" -> FactSchema.ref("day");
            default -> FactSchema.nullable("string");
        }));
        return FactSchema.object(properties, List.of("family", "kind", "applicability"));
    }

    private static Map<String, Object> each(List<String> keys, Map<String, Object> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key, schema));
        return FactSchema.object(properties, List.of());
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        return ordered("type", List.of("array", "null"), "items", items);
    }

    /** The same object, or null. */
    private static Map<String, Object> nullable(Map<String, Object> object) {
        Map<String, Object> schema = new LinkedHashMap<>(object);
        schema.put("type", List.of("object", "null"));
        return schema;
    }

    private static Map<String, Object> ordered(Object... entries) {
        return FactSchema.ordered(entries);
    }
}
