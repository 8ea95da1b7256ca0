package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which models refer to a provider, licence or service, by the index of the heads. */
@Component
class PartQuery {

    private static final Map<Kind, String> REFERRED_TO_BY = Map.of(
            Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE, Kind.SERVICE, HeadIndex.SERVICE);

    private final JdbcClient jdbc;

    PartQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Models whose head revision refers to a record, by name. */
    List<RecordName> modelsOf(Kind kind, String slug) {
        return jdbc.sql("SELECT r.slug, r.name FROM registry_record r JOIN registry_head h ON h.record_id = r.id AND h.fact_id = ? AND h.term = ?"
                        + " ORDER BY lower(r.name), r.slug")
                .params(REFERRED_TO_BY.get(kind), slug)
                .query((row, n) -> new RecordName(Kind.MODEL, row.getString("slug"), row.getString("name"))).list();
    }
}
