package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists providers, licences and services from the index of the heads, and which models refer to them. */
@Component
class PartQuery {

    private static final Map<Kind, String> REFERRED_TO_BY = Map.of(
            Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE, Kind.SERVICE, HeadIndex.SERVICE);

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    PartQuery(JdbcClient jdbc, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    private record Found(UUID id, RecordName record) {}

    /** @param facts facts marked as filter whose values to give along */
    PartList list(Kind kind, String text, List<String> facts, int page) {
        var parameters = new HashMap<String, Object>(Map.of("kind", kind.name(), "units", visible.units()));
        var conditions = new ArrayList<>(List.of("r.kind = :kind"));
        for (String word : Words.of(text)) {
            String name = "word" + conditions.size();
            parameters.put(name, Words.pattern(word));
            conditions.add("EXISTS (SELECT 1 FROM registry_head w WHERE w.record_id = r.id AND " + Words.like("w", name) + ")");
        }
        String where = " WHERE " + String.join(" AND ", conditions) + visible.and("r.unit");
        long total = jdbc.sql("SELECT count(*) FROM registry_record r" + where).params(parameters).query(Long.class).single();
        parameters.put("offset", (page - 1L) * ModelList.PAGE);
        parameters.put("size", ModelList.PAGE);
        var found = jdbc.sql("SELECT r.id, r.slug, r.name FROM registry_record r" + where
                        + " ORDER BY lower(r.name), r.slug OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(parameters)
                .query((row, n) -> new Found(row.getObject("id", UUID.class), new RecordName(kind, row.getString("slug"), row.getString("name"))))
                .list();
        return new PartList(rows(kind, found, facts), total, page);
    }

    private List<PartList.Row> rows(Kind kind, List<Found> found, List<String> facts) {
        if (found.isEmpty()) {
            return List.of();
        }
        var terms = new HashMap<UUID, Map<String, List<String>>>();
        jdbc.sql("SELECT record_id, fact_id, term FROM registry_head WHERE record_id IN (:ids) AND fact_id IN (:facts) ORDER BY position")
                .param("ids", found.stream().map(Found::id).toList()).param("facts", facts)
                .query(row -> {
                    terms.computeIfAbsent(row.getObject("record_id", UUID.class), id -> new HashMap<>())
                            .computeIfAbsent(row.getString("fact_id"), fact -> new ArrayList<>()).add(row.getString("term"));
                });
        var models = new HashMap<String, Long>();
        jdbc.sql("SELECT term, count(*) AS models FROM registry_head WHERE fact_id = :reference AND term IN (:slugs) GROUP BY term")
                .param("reference", REFERRED_TO_BY.getOrDefault(kind, "")).param("slugs", found.stream().map(part -> part.record().slug()).toList())
                .query(row -> {
                    models.put(row.getString("term"), row.getLong("models"));
                });
        return found.stream().map(part -> new PartList.Row(part.record(), terms.getOrDefault(part.id(), Map.of()),
                models.getOrDefault(part.record().slug(), 0L))).toList();
    }

    /** Models whose head revision refers to a record, by name. */
    List<RecordName> modelsOf(Kind kind, String slug) {
        return jdbc.sql("SELECT r.slug, r.name FROM registry_record r JOIN registry_head h ON h.record_id = r.id AND h.fact_id = ? AND h.term = ?"
                        + " ORDER BY lower(r.name), r.slug")
                .params(REFERRED_TO_BY.get(kind), slug)
                .query((row, n) -> new RecordName(Kind.MODEL, row.getString("slug"), row.getString("name"))).list();
    }
}
