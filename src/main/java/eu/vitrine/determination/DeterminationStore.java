package eu.vitrine.determination;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of determinations. */
@Repository
class DeterminationStore {

    private static final String DECIDED = "determination_decision";
    private static final String WITHDRAWN = "determination_withdrawal";

    private final JdbcClient jdbc;

    DeterminationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number; of two who take it at once one does not happen. */
    int nextNumber() {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM determination").query(Integer.class).single();
    }

    /** Keeps a proposal, and that whoever made it has a part in it. */
    void add(Determination one) {
        Conclusion conclusion = one.conclusion();
        Conclusion.Judged fact = conclusion.fact();
        jdbc.sql("INSERT INTO determination (number, kind, slug, policy, title, rule_answer, assessment, sha256, question, fact, fact_kind, fact_slug, answer,"
                        + " words, reason, valid_until, proposed_by, proposed_by_name, proposed_at, state, row_version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(one.number(), one.kind().code(), one.slug(), one.policy(), one.title(), one.answer(), one.assessment(), one.sha256(),
                        conclusion.question().name(), fact == null ? null : fact.fact(), fact == null ? null : fact.kind().code(),
                        fact == null ? null : fact.slug(), conclusion.code(), conclusion.words(), conclusion.reason(), conclusion.validUntil(), one.by().id(),
                        one.by().name(), one.at().atOffset(ZoneOffset.UTC), one.state().name(), one.version())
                .update();
        for (int i = 0; i < conclusion.sources().size(); i++) {
            jdbc.sql("INSERT INTO determination_source (determination, position, source) VALUES (?, ?, ?)").params(one.number(), i, conclusion.sources().get(i)).update();
        }
        party(one.number(), one.by(), "PROPOSED");
    }

    /** Notes a person's part; the database refuses a second one. */
    private void party(int number, Actor person, String part) {
        jdbc.sql("INSERT INTO determination_party (determination, person, name, part) VALUES (?, ?, ?, ?)").params(number, person.id(), person.name(), part).update();
    }

    /**
     * Keeps what the second person said.
     *
     * @throws org.springframework.dao.DuplicateKeyException if that person proposed it
     */
    void decide(int number, Determination.Said said) {
        party(number, said.by(), "DECIDED");
        jdbc.sql("INSERT INTO determination_decision (determination, by_id, part, by_name, said_at, reason) VALUES (?, ?, 'DECIDED', ?, ?, ?)")
                .params(number, said.by().id(), said.by().name(), said.at().atOffset(ZoneOffset.UTC), said.reason()).update();
    }

    void withdraw(int number, Determination.Said said) {
        jdbc.sql("INSERT INTO determination_withdrawal (determination, by_id, by_name, said_at, reason) VALUES (?, ?, ?, ?, ?)")
                .params(number, said.by().id(), said.by().name(), said.at().atOffset(ZoneOffset.UTC), said.reason()).update();
    }

    /** Whether the state could be moved on from that version. */
    boolean move(int number, Determination.State state, int version) {
        return jdbc.sql("UPDATE determination SET state = ?, row_version = row_version + 1 WHERE number = ? AND row_version = ?")
                .params(state.name(), number, version).update() == 1;
    }

    /** Keeps others from deciding on it until the transaction ends. */
    void lock(int number) {
        jdbc.sql("SELECT number FROM determination WHERE number = ? FOR UPDATE").param(number).query(Integer.class).optional();
    }

    Optional<Determination> find(int number) {
        return jdbc.sql("SELECT * FROM determination d WHERE d.number = ?").param(number).query(this::one).optional();
    }

    /** All about a record, newest first. */
    List<Determination> of(Kind kind, String slug) {
        return jdbc.sql("SELECT * FROM determination d WHERE d.kind = ? AND d.slug = ? ORDER BY d.number DESC").params(kind.code(), slug).query(this::one).list();
    }

    /**
     * Those that a person may see.
     *
     * @param and condition on {@code d}, beginning with AND, or empty; may need the parameter {@code units}
     */
    List<Determination> some(String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT * FROM determination d WHERE 1 = 1" + and + " FETCH FIRST " + most + " ROWS ONLY").param("units", units).query(this::one).list();
    }

    /** Those that a person may see and that refer to these bytes; see {@link #some}. */
    List<Determination> citing(String source, String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT * FROM determination d WHERE EXISTS (SELECT 1 FROM determination_source s WHERE s.determination = d.number AND s.source = :source)"
                + and + " ORDER BY d.number FETCH FIRST " + most + " ROWS ONLY").param("source", source).param("units", units).query(this::one).list();
    }

    /** Whether any refers to these bytes. */
    boolean refersTo(String source) {
        return jdbc.sql("SELECT count(*) FROM determination_source WHERE source = ?").param(source).query(Integer.class).single() > 0;
    }

    private Determination one(ResultSet row, int n) throws SQLException {
        int number = row.getInt("number");
        String fact = row.getString("fact");
        var conclusion = new Conclusion(Question.valueOf(row.getString("question")),
                fact == null ? null : new Conclusion.Judged(fact, kind(row, "fact_kind"), row.getString("fact_slug")), row.getString("answer"),
                row.getString("words"), row.getString("reason"), sources(number), row.getObject("valid_until", LocalDate.class));
        return new Determination(number, kind(row, "kind"), row.getString("slug"), row.getString("policy"), row.getString("title"), row.getString("rule_answer"),
                row.getInt("assessment"), row.getString("sha256"), conclusion, new Actor(row.getString("proposed_by"), row.getString("proposed_by_name")),
                instant(row, "proposed_at"), Determination.State.valueOf(row.getString("state")), said(DECIDED, number), said(WITHDRAWN, number),
                row.getInt("row_version"));
    }

    private static Kind kind(ResultSet row, String column) throws SQLException {
        return Kind.of(row.getString(column)).orElseThrow();
    }

    private List<String> sources(int number) {
        return jdbc.sql("SELECT source FROM determination_source WHERE determination = ? ORDER BY position").param(number).query(String.class).list();
    }

    private Determination.@Nullable Said said(String table, int number) {
        return jdbc.sql("SELECT * FROM " + table + " WHERE determination = ?").param(number)
                .query((row, n) -> new Determination.Said(new Actor(row.getString("by_id"), row.getString("by_name")), instant(row, "said_at"), row.getString("reason")))
                .optional().orElse(null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
