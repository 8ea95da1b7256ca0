package eu.vitrine.formats;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an export of ours says of itself in properties. Each fact is read as strictly as in a record of our own. */
final class BomOwn {

    private static final int MOST = 5_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxStringLength(1_000_000).maxNumberLength(100).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Vocabulary vocabulary;
    private final RecordReader reader;
    private final Remarks remarks;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, BomNode> nodes = new LinkedHashMap<>();
    private final Map<String, Kind> parts = new LinkedHashMap<>();
    private @Nullable JsonNode identity;
    private int read;

    BomOwn(Vocabulary vocabulary, RecordReader reader, Remarks remarks) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.remarks = remarks;
    }

    /** Whether this property is one of ours. */
    static boolean isOurs(@Nullable String name) {
        return name != null && name.startsWith(BomProperties.PREFIX);
    }

    /** Reads one of our properties. */
    void read(String name, @Nullable String value, BomNode at) {
        if (++read > MOST) {
            if (read == MOST + 1) {
                remarks.leftOut(at.place(), null, null, "There are more than " + MOST + " properties of facts; no record has so many.", null);
            }
            return;
        }
        String key = name.substring(BomProperties.PREFIX.length());
        JsonNode tree = value == null ? null : tree(key, value, at);
        if (tree == null) {
            return;
        }
        if (key.equals(BomProperties.IDENTITY)) {
            identity(tree, at);
            return;
        }
        String id = key.substring(key.indexOf('/') + 1);
        FactDeclaration declared = vocabulary.find(id).orElse(null);
        boolean part = declared != null && (declared.kind() == Kind.LICENCE || declared.kind() == Kind.SERVICE);
        boolean fits = declared != null && part == key.contains("/") && (part || declared.kind() == Kind.MODEL || declared.kind() == Kind.PROVIDER);
        if (!fits) {
            remarks.notAFact(at.place(), null, value, "The property " + Wording.quoted(name) + " names no fact that a record of a model can hold.", null);
        } else if (declared.judgement()) {
            remarks.notAFact(at.place(), id, value, "A person's judgement is never imported.", "Record it as a determination.");
        } else {
            fact(key, id, tree, at);
        }
    }

    private @Nullable JsonNode tree(String key, String value, BomNode at) {
        try {
            return MAPPER.readTree(value);
        } catch (JacksonException e) {
            remarks.leftOut(at.place(), null, value, "The property " + Wording.quoted(key) + " does not hold the JSON of a fact.", null);
            return null;
        }
    }

    private void identity(JsonNode tree, BomNode at) {
        if (!tree.isObject() || !tree.path("slug").isString() || !tree.path("name").isString()) {
            remarks.leftOut(at.place(), null, null, "The property does not say which record was exported.", null);
            return;
        }
        identity = tree;
        part(tree.path("provider"), Kind.PROVIDER);
        tree.path("licences").forEach(slug -> part(slug, Kind.LICENCE));
        tree.path("services").forEach(slug -> part(slug, Kind.SERVICE));
    }

    private void part(JsonNode slug, Kind kind) {
        if (slug.isString()) {
            parts.put(kind.code() + "/" + slug.stringValue(), kind);
        }
    }

    private void fact(String key, String id, JsonNode tree, BomNode at) {
        Reading reading = reader.read(List.of(new Source("property",
                MAPPER.writeValueAsBytes(Map.of("slug", "x", "name", "x", "facts", Map.of(id, tree))))));
        if (!reading.problems().isEmpty()) {
            remarks.leftOut(at.place(), id, null, "The property cannot be read: " + reading.problems().getFirst().message() + ".", null);
            return;
        }
        Kind kind = vocabulary.get(id).kind();
        facts.put(key, reading.records().getFirst().factsOf(kind).get(id));
        nodes.put(key, at);
        if (key.contains("/")) {
            parts.put(kind.code() + "/" + key.substring(0, key.indexOf('/')), kind);
        }
    }

    /** Whether the file is an export of ours. */
    boolean present() {
        return identity != null;
    }

    /** Slug, name, version or family of the record, or null. */
    @Nullable String identity(String key) {
        return identity != null && identity.path(key).isString() ? identity.path(key).stringValue() : null;
    }

    Map<String, Fact> facts() {
        return facts;
    }

    BomNode node(String key) {
        return java.util.Objects.requireNonNull(nodes.get(key), key);
    }

    /** The slugs of the parts of a kind, in the order of the record. */
    Set<String> slugs(Kind kind) {
        Set<String> slugs = new LinkedHashSet<>();
        parts.forEach((key, of) -> {
            if (of == kind) {
                slugs.add(key.substring(key.indexOf('/') + 1));
            }
        });
        return slugs;
    }

    /** The slug of the licence of this identifier or slug, or null. */
    @Nullable String licence(String named) {
        return slugs(Kind.LICENCE).stream().filter(slug -> slug.equals(named) || says(slug + "/licence.id", named)).findFirst().orElse(null);
    }

    /** Whether the property of this key states this text. */
    boolean says(String key, String text) {
        Fact fact = facts.get(key);
        return fact != null && fact.claim().value() instanceof FactValue.Text stated && stated.value().equals(text);
    }

    /** Whether a property of the model or provider states this text. */
    boolean saysAnywhere(String text) {
        return facts.keySet().stream().anyMatch(key -> says(key, text));
    }
}
