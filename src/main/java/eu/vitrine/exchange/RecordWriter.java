package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as files. What is written reads back as an equal record. */
public final class RecordWriter {

    private final Vocabulary vocabulary;

    private RecordWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A writer whose exports have a key for each fact of this vocabulary. */
    public static RecordWriter with(Vocabulary vocabulary) {
        return new RecordWriter(vocabulary);
    }

    /**
     * Canonical JSON by RFC 8785: what is stated and nothing else, the same bytes for the same content. Judgements have no place in a catalogue
     * or licence file, because no file may bring them.
     */
    public byte[] json(RecordFile record) {
        return record.shape() == RecordFile.Shape.SCENARIO ? record.canonical() : withoutJudgements(record).canonical();
    }

    private RecordFile withoutJudgements(RecordFile record) {
        Subject.Part provider = record.provider();
        RecordFile without = record.with(provider == null ? null : withoutJudgements(provider), record.licences().stream().map(this::withoutJudgements).toList(),
                record.services().stream().map(this::withoutJudgements).toList());
        return record.shape() == RecordFile.Shape.CATALOGUE ? without.withFacts(Kind.MODEL, withoutJudgements(record.model())) : without;
    }

    private Subject.Part withoutJudgements(Subject.Part part) {
        return new Subject.Part(part.kind(), part.slug(), withoutJudgements(part.facts()));
    }

    private Facts withoutJudgements(Facts facts) {
        return Facts.of(facts.all().stream().filter(fact -> !vocabulary.get(fact.id()).judgement()).toList());
    }

    /**
     * YAML for people. A catalogue or licence file has all keys in the order of the vocabulary, so that a person can fill in
     * what is missing; judgements have no place there. A scenario has what it states.
     */
    public byte[] yaml(RecordFile record) {
        Map<String, Object> stated = RecordTree.of(record);
        Map<String, Object> tree = switch (record.shape()) {
            case CATALOGUE -> complete(record, stated);
            case LICENCE -> licence(record, stated);
            case SCENARIO -> stated;
        };
        return YamlText.of(tree).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> licence(RecordFile record, Map<String, Object> stated) {
        Map<String, Object> tree = keyed(List.of("schema_version", "slug", "name"), stated);
        tree.put("licence", facts(Kind.LICENCE, record.licences().getFirst(), false));
        return tree;
    }

    private Map<String, Object> complete(RecordFile record, Map<String, Object> stated) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String key : List.of("schema_version", "slug", "name", "version", "family")) {
            tree.put(key, stated.get(key));
        }
        tree.put("model", facts(Kind.MODEL, new Subject.Part(Kind.MODEL, record.slug(), record.model()), false));
        if (record.provider() != null) {
            tree.put("provider", facts(Kind.PROVIDER, record.provider(), true));
        }
        tree.put("licences", parts(record.licences()));
        tree.put("services", parts(record.services()));
        List<Object> findings = new ArrayList<>();
        record.findings().forEach(finding -> findings.add(keyed(ShownReader.FINDING_KEYS, RecordTree.finding(finding))));
        tree.put("findings", findings);
        tree.put("indices", section(ShownReader.INDICES, ShownReader.INDEX_KEYS, stated.get("indices"), true));
        tree.put("opinions", section(ShownReader.OPINIONS, ShownReader.OPINION_KEYS, stated.get("opinions"), false));
        tree.put("gaps", record.gaps());
        tree.put("record_written", stated.get("record_written"));
        return tree;
    }

    private List<Map<String, Object>> parts(List<Subject.Part> parts) {
        return parts.stream().map(part -> facts(part.kind(), part, true)).toList();
    }

    private Map<String, Object> facts(Kind kind, Subject.Part part, boolean withSlug) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (withSlug) {
            tree.put("slug", part.slug());
        }
        vocabulary.sections(kind).forEach(section -> section.facts().forEach(declared -> {
            Fact fact = part.facts().get(declared.id());
            boolean silent = fact.equals(Fact.unknown(declared.id()));
            if (!declared.judgement() && !(declared.retired() && silent)) {
                RecordTree.place(tree, declared.path(), full(declared, fact));
            }
        }));
        return tree;
    }

    private static Map<String, Object> full(FactDeclaration declared, Fact fact) {
        Map<String, Object> tree = full(declared, fact.claim());
        if (!fact.also().isEmpty()) {
            tree.put("also", fact.also().stream().map(claim -> full(declared, claim)).toList());
        }
        FactTree.put(tree, "chosen_because", fact.chosenBecause());
        return tree;
    }

    private static Map<String, Object> full(FactDeclaration declared, Claim claim) {
        Map<String, Object> stated = FactTree.claim(claim);
        Map<String, Object> tree = new LinkedHashMap<>();
        move("state", stated, tree);
        tree.put("value", rows(declared, stated.remove("value")));
        FactType type = declared.type();
        if (type == FactType.QUANTITY) {
            tree.put("min", stated.remove("min"));
            tree.put("max", stated.remove("max"));
            tree.put("unit", declared.unit());
            tree.put("by", stated.remove("by"));
            tree.put("method", stated.remove("method"));
            stated.remove("unit");
        } else if (type == FactType.MONEY) {
            tree.put("currency", stated.remove("currency"));
        }
        Object complete = stated.remove("complete");
        boolean understood = type == FactType.LIST && claim.value() != null && claim.completeness() == Completeness.COMPLETE;
        if (type == FactType.TABLE || complete != null && !understood) {
            tree.put("complete", complete == null ? FactTree.complete(Completeness.NOT_KNOWN) : complete);
        }
        for (String key : List.of("source_url", "as_of", "note")) {
            tree.put(key, stated.remove(key));
        }
        tree.putAll(stated);
        return tree;
    }

    /** The rows of a table with all their columns; every other value as it is. */
    private static @Nullable Object rows(FactDeclaration declared, @Nullable Object value) {
        if (declared.type() != FactType.TABLE || !(value instanceof List<?> rows)) {
            return value;
        }
        List<String> columns = declared.columns().stream().map(FactDeclaration.Column::name).toList();
        List<Object> full = new ArrayList<>();
        for (Object row : rows) {
            Map<String, Object> cells = keyed(columns, (Map<?, ?>) row);
            ((Map<?, ?>) row).forEach((key, cell) -> cells.putIfAbsent((String) key, cell));
            full.add(cells);
        }
        return full;
    }

    private static void move(String key, Map<String, Object> from, Map<String, Object> to) {
        if (from.containsKey(key)) {
            to.put(key, from.remove(key));
        }
    }

    private static Map<String, Object> keyed(List<String> keys, Map<?, ?> stated) {
        Map<String, Object> tree = new LinkedHashMap<>();
        keys.forEach(key -> tree.put(key, stated.get(key)));
        return tree;
    }

    private static Map<String, Object> section(List<String> names, List<String> keys, @Nullable Object stated, boolean all) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String name : names) {
            Object entry = stated instanceof Map<?, ?> map ? map.get(name) : null;
            if (all || entry != null) {
                tree.put(name, keyed(keys, entry instanceof Map<?, ?> map ? map : Map.of()));
            }
        }
        return tree;
    }
}
