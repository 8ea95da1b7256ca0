package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by the index of the heads which of our uses are of a model or a service. */
@Component
class UseQuery {

    private static final String USES = "SELECT r.slug, r.name FROM registry_record r WHERE r.kind = 'USE' AND ";
    private static final String NAMES_MODEL =
            "EXISTS (SELECT 1 FROM registry_head m WHERE m.record_id = r.id AND m.fact_id = '" + Content.MODEL_OF_USE + "'";
    private static final String NAMES_SERVICE =
            "EXISTS (SELECT 1 FROM registry_head s WHERE s.record_id = r.id AND s.fact_id = '" + Content.SERVICE_OF_USE + "' AND s.term";

    /** Services that say they embed the model, or that the model's record lists. */
    private static final String SERVICES_OF_MODEL = "SELECT o.slug FROM registry_record o JOIN registry_head e ON e.record_id = o.id"
            + " WHERE o.kind = 'SERVICE' AND e.fact_id = '" + Content.MODELS_OF_SERVICE + "' AND e.term = :slug"
            + " UNION SELECT l.term FROM registry_head l JOIN registry_record p ON p.id = l.record_id"
            + " WHERE p.kind = 'MODEL' AND p.slug = :slug AND l.fact_id = '" + HeadIndex.SERVICE + "'";

    private static final String OF_MODEL = "(" + NAMES_MODEL + " AND m.term = :slug) OR " + NAMES_SERVICE + " IN (" + SERVICES_OF_MODEL
            + ")) AND NOT " + NAMES_MODEL + "))";
    private static final String OF_SERVICE = NAMES_SERVICE + " = :slug)";

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    UseQuery(JdbcClient jdbc, Vocabulary vocabulary, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
        for (String fact : List.of(Content.MODEL_OF_USE, Content.SERVICE_OF_USE, Content.MODELS_OF_SERVICE)) {
            if (!vocabulary.get(fact).filter()) {
                throw new IllegalStateException(fact + " must be marked as filter, because uses are found by it");
            }
        }
    }

    /**
     * Uses of a model or a service, by name. A use is of a model when it names it, or when it names only a service that offers
     * the model; of any other kind there are none.
     */
    List<RecordName> of(Kind kind, String slug) {
        if (kind != Kind.MODEL && kind != Kind.SERVICE) {
            return List.of();
        }
        return jdbc.sql(USES + (kind == Kind.MODEL ? OF_MODEL : OF_SERVICE) + visible.and("r.unit") + " ORDER BY lower(r.name), r.slug")
                .param("slug", slug).param("units", visible.units())
                .query((row, n) -> new RecordName(Kind.USE, row.getString("slug"), row.getString("name"))).list();
    }
}
