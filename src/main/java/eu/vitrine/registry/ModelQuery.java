package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the index of the heads. Every value is a parameter; names in the statements come from this class alone. */
@Component
class ModelQuery {

    /** Filters that take slugs, with the reference of the model they compare. */
    static final Map<String, String> REFERENCES =
            Map.of("provider", HeadIndex.PROVIDER, "licence", HeadIndex.LICENCE, "service", HeadIndex.SERVICE);

    /** By which reference a model reaches the record that holds a fact of this kind. */
    private static final Map<Kind, String> REACHED_BY = Map.of(
            Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE_OF_WEIGHTS, Kind.SERVICE, HeadIndex.SERVICE);

    static final String WEIGHTS = "model.openness.weights";
    private static final String COUNTRY = "provider.country";

    private final JdbcClient jdbc;
    private final VisibleRecords visible;
    private final RecordRepository records;
    private final Vocabulary vocabulary;

    ModelQuery(JdbcClient jdbc, RecordRepository records, Vocabulary vocabulary, VisibleRecords visible) {
        this.visible = visible;
        this.jdbc = jdbc;
        this.records = records;
        this.vocabulary = vocabulary;
        vocabulary.get(WEIGHTS);
        vocabulary.get(COUNTRY);
    }

    private record Found(UUID id, String slug, String name) {}

    ModelList run(ModelSearch search) {
        var parameters = new HashMap<String, Object>();
        String where = where(search, parameters);
        long total = jdbc.sql("SELECT count(*) FROM registry_record r" + where).params(parameters).query(Long.class).single();
        long providers = jdbc.sql("SELECT count(DISTINCT p.term) FROM registry_record r JOIN registry_head p ON p.record_id = r.id"
                        + " AND p.fact_id = '@provider'" + where)
                .params(parameters).query(Long.class).single();
        parameters.put("offset", (search.page() - 1L) * ModelList.PAGE);
        parameters.put("size", ModelList.PAGE);
        var found = jdbc.sql("SELECT r.id, r.slug, r.name FROM registry_record r" + where
                        + " ORDER BY lower(r.name), r.slug OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(parameters)
                .query((row, n) -> new Found(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name")))
                .list();
        return new ModelList(rows(found), total, providers, search.page());
    }

    /** The values that occur of each of these facts, in order; a fact without values is missing. */
    Map<String, List<String>> terms(Collection<String> facts) {
        var terms = new HashMap<String, List<String>>();
        jdbc.sql("SELECT DISTINCT fact_id, term FROM registry_head WHERE fact_id IN (:facts) ORDER BY fact_id, term").param("facts", facts)
                .query(row -> {
                    terms.computeIfAbsent(row.getString("fact_id"), fact -> new ArrayList<>()).add(row.getString("term"));
                });
        return terms;
    }

    private String where(ModelSearch search, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>(List.of("r.kind = 'MODEL'"));
        int n = 0;
        for (String word : Words.of(search.text())) {
            parameters.put("word" + n, Words.pattern(word));
            conditions.add(wordFits("word" + n++));
        }
        n = 0;
        for (var filter : search.filters().entrySet()) {
            parameters.put("values" + n, filter.getValue());
            conditions.add(filterFits(filter.getKey(), "values" + n, "fact" + n, parameters));
            n++;
        }
        parameters.put("units", visible.units());
        return " WHERE " + String.join(" AND ", conditions) + visible.and("r.unit");
    }

    private static String wordFits(String parameter) {
        String records = "SELECT w.record_id FROM registry_head w WHERE " + Words.like("w", parameter);
        return "(r.id IN (" + records + ") OR r.id IN (" + referringTo(Kind.PROVIDER, HeadIndex.PROVIDER, records) + ")"
                + " OR r.id IN (" + referringTo(Kind.LICENCE, HeadIndex.LICENCE, records) + "))";
    }

    /** Models that refer to one of these records. Subqueries that do not depend on the row are asked once, not for each row. */
    private static String referringTo(Kind kind, String reference, String records) {
        return "SELECT ref.record_id FROM registry_head ref WHERE ref.fact_id = '" + reference + "' AND ref.term IN"
                + " (SELECT t.slug FROM registry_record t WHERE t.kind = '" + kind.name() + "' AND t.id IN (" + records + "))";
    }

    private String filterFits(String filter, String values, String fact, Map<String, Object> parameters) {
        String records = "SELECT f.record_id FROM registry_head f WHERE f.fact_id = :" + fact + " AND f.term IN (:" + values + ")";
        String reference = REFERENCES.get(filter);
        FactDeclaration declared = reference == null ? vocabulary.get(filter) : null;
        parameters.put(fact, reference == null ? filter : reference);
        if (declared == null || declared.kind() == Kind.MODEL && declared.filter()) {
            return "r.id IN (" + records + ")";
        }
        String reachedBy = REACHED_BY.get(declared.kind());
        if (reachedBy == null || !declared.filter()) {
            throw new IllegalArgumentException("models cannot be searched by " + filter);
        }
        return "r.id IN (" + referringTo(declared.kind(), reachedBy, records) + ")";
    }

    private List<ModelList.Row> rows(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var terms = new HashMap<UUID, Map<String, String>>();
        jdbc.sql("SELECT record_id, fact_id, term FROM registry_head WHERE record_id IN (:ids) AND position = 0 AND fact_id IN (:facts)")
                .param("ids", found.stream().map(Found::id).toList())
                .param("facts", List.of(HeadIndex.PROVIDER, HeadIndex.LICENCE_OF_WEIGHTS, HeadIndex.VERSION, WEIGHTS))
                .query(row -> {
                    terms.computeIfAbsent(row.getObject("record_id", UUID.class), id -> new HashMap<>()).put(row.getString("fact_id"), row.getString("term"));
                });
        var providers = named(Kind.PROVIDER, HeadIndex.PROVIDER, terms);
        var licences = named(Kind.LICENCE, HeadIndex.LICENCE_OF_WEIGHTS, terms);
        var countries = countries(providers);
        return found.stream().map(model -> {
            var own = terms.getOrDefault(model.id(), Map.of());
            String provider = own.get(HeadIndex.PROVIDER);
            return new ModelList.Row(new RecordName(Kind.MODEL, model.slug(), model.name()), own.get(HeadIndex.VERSION),
                    named(providers, provider), provider == null ? null : countries.get(provider),
                    named(licences, own.get(HeadIndex.LICENCE_OF_WEIGHTS)), own.get(WEIGHTS));
        }).toList();
    }

    private static @Nullable RecordName named(Map<String, KeptRecord> records, @Nullable String slug) {
        KeptRecord record = slug == null ? null : records.get(slug);
        return record == null ? null : record.named();
    }

    private Map<String, KeptRecord> named(Kind kind, String reference, Map<UUID, Map<String, String>> terms) {
        var slugs = terms.values().stream().map(own -> own.get(reference)).filter(java.util.Objects::nonNull).distinct().toList();
        var named = new LinkedHashMap<String, KeptRecord>();
        records.findByKindAndSlugIn(kind, slugs).forEach(record -> named.put(record.slug(), record));
        return named;
    }

    private Map<String, String> countries(Map<String, KeptRecord> providers) {
        var countries = new HashMap<String, String>();
        if (!providers.isEmpty()) {
            jdbc.sql("SELECT r.slug, h.term FROM registry_head h JOIN registry_record r ON r.id = h.record_id WHERE h.fact_id = :fact AND h.record_id IN (:ids)")
                    .param("fact", COUNTRY).param("ids", providers.values().stream().map(KeptRecord::id).toList())
                    .query(row -> {
                        countries.put(row.getString("slug"), row.getString("term"));
                    });
        }
        return countries;
    }
}
