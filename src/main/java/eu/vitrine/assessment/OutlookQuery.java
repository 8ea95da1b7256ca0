package eu.vitrine.assessment;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the outlook out of the columns that the newest assessments keep of their findings. */
@Repository
class OutlookQuery {

    private static final String NEWEST = " FROM assessment_finding f JOIN assessment a ON a.model_slug = f.model_slug AND a.number = f.number"
            + " WHERE a.kind = 'model' AND f.weighs = TRUE"
            + " AND a.number = (SELECT max(b.number) FROM assessment b WHERE b.model_slug = a.model_slug AND b.kind = a.kind)"
            + " AND f.outcome NOT IN ('NOT_APPLICABLE', 'EXEMPT', 'MET')";
    private static final int MOST_LINES = 1000;

    private final JdbcClient jdbc;

    OutlookQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many models a duty is about on a day, and about how many of them it is known to apply. */
    record Counted(LocalDate day, String policy, int models, int firm) {}

    List<Counted> after(LocalDate today, boolean due) {
        String day = due ? "f.due_date" : "f.enforceable_from";
        return jdbc.sql("SELECT " + day + " AS comes_on, f.policy, count(*) AS models, sum(CASE WHEN f.outcome = 'CANNOT_DETERMINE' THEN 0 ELSE 1 END) AS firm"
                        + NEWEST + " AND " + day + " > :today GROUP BY " + day + ", f.policy ORDER BY " + day + ", f.policy")
                .param("today", today)
                .query((row, n) -> new Counted(row.getObject("comes_on", LocalDate.class), row.getString("policy"), row.getInt("models"), row.getInt("firm")))
                .list();
    }

    int countModels(LocalDate day) {
        return jdbc.sql("SELECT count(DISTINCT f.model_slug)" + NEWEST + " AND (f.due_date = :day OR f.enforceable_from = :day)")
                .param("day", day).query(Integer.class).single();
    }

    List<Outlook.Named> models(LocalDate day, int most) {
        return jdbc.sql("SELECT DISTINCT f.model_slug, a.model_name, lower(a.model_name) AS sorted" + NEWEST
                        + " AND (f.due_date = :day OR f.enforceable_from = :day) ORDER BY sorted, f.model_slug FETCH FIRST :most ROWS ONLY")
                .param("day", day).param("most", most)
                .query((row, n) -> new Outlook.Named(row.getString("model_slug"), row.getString("model_name"))).list();
    }

    List<OutlookLine> lines(LocalDate day) {
        return jdbc.sql("SELECT f.model_slug, a.model_name, a.number, f.policy, f.outcome, f.due_date, f.enforceable_from" + NEWEST
                        + " AND (f.due_date = :day OR f.enforceable_from = :day) ORDER BY lower(a.model_name), f.model_slug, f.policy"
                        + " FETCH FIRST :most ROWS ONLY")
                .param("day", day).param("most", MOST_LINES)
                .query((row, n) -> new OutlookLine(row.getString("model_slug"), row.getString("model_name"), row.getInt("number"),
                        row.getString("policy"), row.getString("outcome"), day.equals(row.getObject("due_date", LocalDate.class)),
                        day.equals(row.getObject("enforceable_from", LocalDate.class))))
                .list();
    }

    int assessed() {
        return jdbc.sql("SELECT count(DISTINCT model_slug) FROM assessment WHERE kind = 'model'").query(Integer.class).single();
    }
}
