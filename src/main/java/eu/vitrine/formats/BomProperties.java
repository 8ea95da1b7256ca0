package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of a record as properties of a bill of materials, each with its source, date, note and other sources. A field of
 * the format has room for a bare value only, so facts with a field of their own travel in both.
 */
final class BomProperties {

    /** Begins the name of every property of ours; the id of the fact follows, of a licence or service after its slug. */
    static final String PREFIX = "eu.vitrine:";
    /** Names the property that says which record was exported. */
    static final String IDENTITY = "record";

    /** What the formats say something about, and not this. */
    private static final Map<String, String> HALF = Map.of(
            "model.lineage.bases", "The format names the bases, and has no field for how the model was made from them.",
            "model.disclosure.corpus_description", "The format lists data sets by name, and has no field for a description in words.",
            "licence.artefacts", "The format names the licences of the model as a whole, and has no field for what each covers.");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RecordFile record;
    private final Vocabulary vocabulary;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<NotCarried> lost = new ArrayList<>();
    private final Map<String, NotCarried> without = new LinkedHashMap<>();

    BomProperties(RecordFile record, Vocabulary vocabulary) {
        this.record = record;
        this.vocabulary = vocabulary;
        JsonNode tree = MAPPER.readTree(record.canonical());
        values.put(IDENTITY, canonical(identity()));
        put(null, Kind.MODEL, record.model(), tree.path("model"));
        if (record.provider() != null) {
            put(record.provider().slug(), Kind.PROVIDER, record.provider().facts(), tree.path("provider"));
        }
        parts(record.licences(), tree.path("licences"));
        parts(record.services(), tree.path("services"));
        lost("findings", record.findings().isEmpty());
        lost("indices", record.indices().isEmpty());
        lost("opinions", record.opinions().isEmpty());
        lost("gaps", record.gaps().isEmpty());
        lost("record_written", record.recordWritten() == null);
    }

    private Map<String, Object> identity() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("slug", record.slug());
        identity.put("name", record.name());
        identity.put("version", record.version());
        identity.put("family", record.family());
        identity.put("provider", record.provider() == null ? null : record.provider().slug());
        identity.put("licences", record.licences().stream().map(Subject.Part::slug).toList());
        identity.put("services", record.services().stream().map(Subject.Part::slug).toList());
        identity.values().removeIf(java.util.Objects::isNull);
        return identity;
    }

    private void lost(String key, boolean none) {
        if (!none) {
            lost.add(new NotCarried(null, key, false, "It is no fact of the record, and bills of materials have no place for it."));
        }
    }

    private void parts(List<Subject.Part> parts, JsonNode trees) {
        for (int i = 0; i < parts.size(); i++) {
            put(parts.get(i).slug(), parts.get(i).kind(), parts.get(i).facts(), trees.path(i));
        }
    }

    private void put(@Nullable String part, Kind kind, Facts facts, JsonNode tree) {
        for (Fact fact : facts.all()) {
            FactDeclaration declared = vocabulary.get(fact.id());
            String key = key(kind, part, fact.id());
            if (declared.judgement()) {
                lost.add(new NotCarried(part, fact.id(), false, "It is a person's judgement, which no import takes over."));
                continue;
            }
            JsonNode at = tree;
            for (String step : declared.path().split("\\.")) {
                at = at.path(step);
            }
            values.put(key, canonical(at));
            without.put(key, new NotCarried(part, fact.id(), true, reason(fact)));
        }
    }

    private static String reason(Fact fact) {
        return fact.state() == State.VALUE ? HALF.getOrDefault(fact.id(), "The format has no field for it.") : "The format has no way to state \""
                + fact.state().code().replace('_', ' ') + "\".";
    }

    /** The key of a fact: its id, of a licence or service after the slug. */
    static String key(Kind kind, @Nullable String part, String id) {
        return kind == Kind.LICENCE || kind == Kind.SERVICE ? part + "/" + id : id;
    }

    private static String canonical(Object tree) {
        try {
            String json = new JsonCanonicalizer(MAPPER.writeValueAsBytes(tree)).getEncodedString();
            // XML has no way to write these two
            return json.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
        } catch (IOException e) {
            throw new UncheckedIOException("a tree that was JSON a moment ago is JSON", e);
        }
    }

    /** Names and values, in the order of the record. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(PREFIX + key, value));
        return named;
    }

    /** What has no place in a format that has fields for the facts of these keys. */
    List<NotCarried> notCarried(Set<String> fields) {
        List<NotCarried> all = new ArrayList<>();
        without.forEach((key, each) -> {
            if (!fields.contains(key)) {
                all.add(each);
            }
        });
        all.addAll(lost);
        return all;
    }
}
