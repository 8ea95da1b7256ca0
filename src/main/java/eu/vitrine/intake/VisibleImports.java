package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.registry.VisibleRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which imports the person signed in may know of: those all of whose records the person may see, also the ones that would be
 * new and would belong to a unit.
 */
@Component
class VisibleImports {

    /** A condition on {@code intake_import i}; needs the parameters {@code everything} and {@code units}. */
    static final String CONDITION = "(:everything = TRUE OR (i.unit IS NULL OR i.unit IN (:units)) AND NOT EXISTS (SELECT 1 FROM intake_entry e"
            + " JOIN registry_record r ON r.kind = e.kind AND r.slug = e.slug WHERE e.import_id = i.id AND r.unit IS NOT NULL AND r.unit NOT IN (:units)))";

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final VisibleRecords records;

    VisibleImports(JdbcClient jdbc, CurrentActor current, VisibleRecords records) {
        this.jdbc = jdbc;
        this.current = current;
        this.records = records;
    }

    /** A statement that holds the condition, with its parameters. */
    JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("everything", current.units().all()).param("units", records.units());
    }

    boolean sees(UUID id) {
        return sql("SELECT count(*) FROM intake_import i WHERE i.id = :id AND " + CONDITION).param("id", id).query(Integer.class).single() > 0;
    }

    /** Newest first. */
    List<UUID> newest(int from, int most) {
        return sql("SELECT i.id FROM intake_import i WHERE " + CONDITION + " ORDER BY i.created_at DESC, i.id OFFSET :from ROWS FETCH NEXT :most ROWS ONLY")
                .param("from", from).param("most", most).query(UUID.class).list();
    }

    /** Newest first, those that came before another. */
    List<UUID> before(UUID other, int most) {
        return sql("SELECT i.id FROM intake_import i JOIN intake_import o ON o.id = :other WHERE " + CONDITION
                        + " AND (i.created_at < o.created_at OR i.created_at = o.created_at AND i.id > o.id)"
                        + " ORDER BY i.created_at DESC, i.id FETCH FIRST :most ROWS ONLY")
                .param("other", other).param("most", most).query(UUID.class).list();
    }
}
