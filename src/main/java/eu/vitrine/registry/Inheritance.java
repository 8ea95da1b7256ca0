package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What models are found by that stands in other records: each model repeats in the index the filter facts of its provider, of the
 * licence of its weights and of its services, and the names of its provider and licences. So a list reads one record's rows only,
 * and pays with more rows when a provider or licence changes.
 */
final class Inheritance {

    private static final Map<Kind, String> FACTS_BY = new EnumMap<>(Map.of(
            Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE_OF_WEIGHTS, Kind.SERVICE, HeadIndex.SERVICE));
    private static final Map<Kind, String> WORDS_BY = new EnumMap<>(Map.of(Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE));

    private static final String REFERRED = " FROM registry_head ref JOIN registry_record t ON t.kind = ? AND t.slug = ref.term";
    private static final String OF_MODELS = " WHERE ref.kind = 'MODEL' AND ref.fact_id = ?";
    /** The models that refer to one record; takes reference and slug. */
    private static final String REFERRING = "(SELECT x.record_id FROM registry_head x WHERE x.kind = 'MODEL' AND x.fact_id = ? AND x.term = ?)";

    private final JdbcTemplate jdbc;

    Inheritance(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What models repeat of a record, to be compared before and after a change. */
    List<Map<String, Object>> inheritable(UUID record) {
        return jdbc.queryForList("SELECT fact_id, position, term FROM registry_head WHERE record_id = ? AND fact_id <> '" + HeadIndex.IDENTIFIER + "'"
                + " UNION ALL SELECT word, 0, NULL FROM registry_word WHERE record_id = ? AND standing = 0 ORDER BY 1, 2, 3", record, record);
    }

    /** Of every model, from every record. */
    void all() {
        FACTS_BY.forEach((kind, reference) -> insertFacts(kind, reference, "", new Object[0]));
        WORDS_BY.forEach((kind, reference) -> insertWords(kind, reference, "", new Object[0]));
    }

    /** Of one model, whose own rows have just been written. */
    void ofModel(UUID model) {
        FACTS_BY.forEach((kind, reference) -> insertFacts(kind, reference, " AND ref.record_id = ?", model));
        WORDS_BY.forEach((kind, reference) -> insertWords(kind, reference, " AND ref.record_id = ?", model));
    }

    /** Of every model that refers to a record that has changed; gives these models. */
    Set<UUID> from(Kind kind, String slug) {
        var models = new HashSet<UUID>();
        if (FACTS_BY.containsKey(kind)) {
            String reference = FACTS_BY.get(kind);
            for (String table : List.of("registry_head", "registry_figure")) {
                jdbc.update("DELETE FROM " + table + " WHERE kind = 'MODEL' AND fact_id LIKE ? AND record_id IN " + REFERRING,
                        kind.code() + ".%", reference, slug);
            }
            insertFacts(kind, reference, " AND ref.record_id IN " + REFERRING, reference, slug);
            models.addAll(jdbc.queryForList(REFERRING, UUID.class, reference, slug));
        }
        if (WORDS_BY.containsKey(kind)) {
            String reference = WORDS_BY.get(kind);
            jdbc.update("DELETE FROM registry_word WHERE source = ? AND kind = 'MODEL' AND record_id IN " + REFERRING, kind.name(), reference, slug);
            insertWords(kind, reference, " AND ref.record_id IN " + REFERRING, reference, slug);
            models.addAll(jdbc.queryForList(REFERRING, UUID.class, reference, slug));
        }
        return models;
    }

    private void insertFacts(Kind kind, String reference, String scope, Object... of) {
        jdbc.update("INSERT INTO registry_head (record_id, kind, fact_id, position, term)"
                + " SELECT ref.record_id, 'MODEL', f.fact_id, f.position, f.term" + REFERRED
                + " JOIN registry_head f ON f.record_id = t.id AND f.fact_id LIKE ?" + OF_MODELS + scope,
                with(of, kind.name(), kind.code() + ".%", reference));
        jdbc.update("INSERT INTO registry_figure (record_id, kind, fact_id, low, high)"
                + " SELECT ref.record_id, 'MODEL', f.fact_id, f.low, f.high" + REFERRED
                + " JOIN registry_figure f ON f.record_id = t.id" + OF_MODELS + scope,
                with(of, kind.name(), reference));
    }

    private void insertWords(Kind kind, String reference, String scope, Object... of) {
        jdbc.update("INSERT INTO registry_word (record_id, kind, source, standing, word)"
                + " SELECT ref.record_id, 'MODEL', t.kind, 1, w.word" + REFERRED
                + " JOIN registry_word w ON w.record_id = t.id AND w.standing = 0" + OF_MODELS + scope,
                with(of, kind.name(), reference));
    }

    private static Object[] with(Object[] last, Object... first) {
        Object[] all = new Object[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }
}
