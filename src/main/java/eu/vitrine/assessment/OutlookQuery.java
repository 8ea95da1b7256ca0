package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.VisibleRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the outlook out of the columns that the newest assessments keep of their findings. */
@Repository
class OutlookQuery {

    private static final String NEWEST = " FROM assessment_finding f JOIN assessment a ON a.model_slug = f.model_slug AND a.number = f.number"
            + " WHERE a.number = (SELECT max(b.number) FROM assessment b WHERE b.model_slug = a.model_slug AND b.kind = a.kind)"
            + " AND f.outcome NOT IN ('NOT_APPLICABLE', 'EXEMPT', 'MET')";
    private static final int MOST_LINES = 1000;

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    OutlookQuery(JdbcClient jdbc, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /** From the newest assessments of what the person signed in may know of; needs the parameter {@code units}. */
    private String newest() {
        return NEWEST + visible.and("a.kind", "a.model_slug");
    }

    /** How many records a duty is about on a day, and about how many of them it is known to apply. */
    record Counted(LocalDate day, String policy, int records, int firm) {}

    List<Counted> after(LocalDate today, boolean due) {
        String day = due ? "f.due_date" : "f.enforceable_from";
        return jdbc.sql("SELECT " + day + " AS comes_on, f.policy, count(*) AS records, sum(CASE WHEN f.outcome = 'CANNOT_DETERMINE' THEN 0 ELSE 1 END) AS firm"
                        + newest() + " AND " + day + " > :today GROUP BY " + day + ", f.policy ORDER BY " + day + ", f.policy")
                .param("today", today).param("units", visible.units())
                .query((row, n) -> new Counted(row.getObject("comes_on", LocalDate.class), row.getString("policy"), row.getInt("records"), row.getInt("firm")))
                .list();
    }

    int countRecords(LocalDate day) {
        return jdbc.sql("SELECT count(DISTINCT a.kind || '/' || f.model_slug)" + newest() + " AND (f.due_date = :day OR f.enforceable_from = :day)")
                .param("day", day).param("units", visible.units()).query(Integer.class).single();
    }

    List<RecordName> records(LocalDate day, int most) {
        return jdbc.sql("SELECT DISTINCT a.kind, f.model_slug, a.model_name, lower(a.model_name) AS sorted" + newest()
                        + " AND (f.due_date = :day OR f.enforceable_from = :day) ORDER BY sorted, a.kind, f.model_slug FETCH FIRST :most ROWS ONLY")
                .param("day", day).param("units", visible.units()).param("most", most)
                .query((row, n) -> record(row)).list();
    }

    List<OutlookLine> lines(LocalDate day) {
        return jdbc.sql("SELECT a.kind, f.model_slug, a.model_name, a.number, f.policy, f.outcome, f.due_date, f.enforceable_from" + newest()
                        + " AND (f.due_date = :day OR f.enforceable_from = :day) ORDER BY lower(a.model_name), a.kind, f.model_slug, f.policy"
                        + " FETCH FIRST :most ROWS ONLY")
                .param("day", day).param("units", visible.units()).param("most", MOST_LINES)
                .query((row, n) -> new OutlookLine(record(row), row.getInt("number"),
                        row.getString("policy"), row.getString("outcome"), day.equals(row.getObject("due_date", LocalDate.class)),
                        day.equals(row.getObject("enforceable_from", LocalDate.class))))
                .list();
    }

    int assessed() {
        return jdbc.sql("SELECT count(DISTINCT a.kind || '/' || a.model_slug) FROM assessment a WHERE 1 = 1" + visible.and("a.kind", "a.model_slug"))
                .param("units", visible.units()).query(Integer.class).single();
    }

    private static RecordName record(ResultSet row) throws SQLException {
        return new RecordName(Kind.of(row.getString("kind")).orElseThrow(), row.getString("model_slug"), row.getString("model_name"));
    }
}
