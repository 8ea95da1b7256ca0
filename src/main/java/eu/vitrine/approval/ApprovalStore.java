package eu.vitrine.approval;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of requests and decisions. */
@Repository
class ApprovalStore {

    private static final int WHY = 4_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ApprovalStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps a request under the next number; fails on a number taken in the same moment, and nothing is kept. */
    int add(String use, Actor by, Instant at, String note, List<BasisLine> basis, List<TreatedGap> gaps, Collection<Party> parties) {
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM approval_request").query(Integer.class).single();
        jdbc.sql("INSERT INTO approval_request (number, use_slug, state, asked_by, asked_by_name, asked_at, note, row_version) VALUES (?, ?, 'OPEN', ?, ?, ?, ?, 1)")
                .params(number, use, by.id(), by.name(), at.atOffset(ZoneOffset.UTC), note).update();
        var lines = new ArrayList<Object[]>();
        basis.forEach(line -> lines.add(new Object[] {number, lines.size(), line.kind().name(), line.slug(), line.number(), line.sha256()}));
        batches.batchUpdate("INSERT INTO approval_basis (request, position, kind, slug, number, sha256) VALUES (?, ?, ?, ?, ?, ?)", lines);
        gaps(number, gaps);
        parties.forEach(party -> party(number, party));
        return number;
    }

    private void gaps(int number, List<TreatedGap> gaps) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (TreatedGap one : gaps) {
            Gap gap = one.gap();
            TreatedGap.Plan plan = one.plan();
            rows.add(new @Nullable Object[] {number, rows.size(), gap.family().name(), gap.kind().name(), gap.slug(), gap.policy(), gap.title(), gap.answer(), cut(gap.why()),
                plan == null ? null : plan.treatment().name(), plan == null ? null : plan.reason(), plan == null ? null : plan.owner(),
                plan == null ? null : plan.deadline(), plan == null ? null : plan.fallback()});
        }
        batches.batchUpdate("INSERT INTO approval_gap (request, position, family, kind, slug, policy, title, answer, why, treatment, reason, owner, deadline, fallback)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private static String cut(String text) {
        return text.length() <= WHY ? text : text.substring(0, WHY);
    }

    void replaceGaps(int number, List<TreatedGap> gaps) {
        jdbc.sql("DELETE FROM approval_gap WHERE request = ?").param(number).update();
        gaps(number, gaps);
    }

    /** Notes a person's part unless the person has one already. */
    void party(int number, Party party) {
        if (jdbc.sql("SELECT count(*) FROM approval_party WHERE request = ? AND person = ?").params(number, party.person().id()).query(Integer.class).single() == 0) {
            decider(number, party);
        }
    }

    /** Notes a person's part; the database refuses a second one. */
    private void decider(int number, Party party) {
        jdbc.sql("INSERT INTO approval_party (request, person, name, part, what) VALUES (?, ?, ?, ?, ?)")
                .params(number, party.person().id(), party.person().name(), party.part().name(), party.what()).update();
    }

    /**
     * Keeps a decision.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the person has another part in the request
     */
    void decide(int number, Decision decision) {
        decider(number, new Party(decision.by(), Party.Part.DECIDED, ""));
        jdbc.sql("INSERT INTO approval_decision (request, kind, decided_by, part, decided_by_name, decided_at, reason, valid_until) VALUES (?, ?, ?, 'DECIDED', ?, ?, ?, ?)")
                .params(number, decision.kind().name(), decision.by().id(), decision.by().name(), decision.at().atOffset(ZoneOffset.UTC), decision.reason(),
                        decision.validUntil())
                .update();
        var rows = new ArrayList<Object[]>();
        decision.conditions().forEach(condition -> rows.add(new Object[] {number, rows.size(), condition.origin().name(), condition.text()}));
        batches.batchUpdate("INSERT INTO approval_condition (request, position, origin, text) VALUES (?, ?, ?, ?)", rows);
    }

    void withdraw(int number, Decision.Withdrawn withdrawn) {
        jdbc.sql("UPDATE approval_decision SET withdrawn_by = ?, withdrawn_by_name = ?, withdrawn_at = ?, withdrawn_reason = ? WHERE request = ? AND withdrawn_by IS NULL")
                .params(withdrawn.by().id(), withdrawn.by().name(), withdrawn.at().atOffset(ZoneOffset.UTC), withdrawn.reason(), number).update();
    }

    /** Moves a request on; false where it was changed since the version was read. */
    boolean move(int number, ApprovalRequest.State state, int version) {
        return jdbc.sql("UPDATE approval_request SET state = ?, row_version = row_version + 1 WHERE number = ? AND row_version = ?")
                .params(state.name(), number, version).update() == 1;
    }

    /** Keeps others from changing a request until the transaction ends. */
    void lock(int number) {
        jdbc.sql("SELECT number FROM approval_request WHERE number = ? FOR UPDATE").param(number).query(Integer.class).optional();
    }

    Optional<ApprovalRequest> find(int number) {
        return jdbc.sql("SELECT * FROM approval_request WHERE number = ?").param(number).query(this::request).optional();
    }

    /** The decision by which a use stands: the newest approval or refusal, withdrawn ones included. */
    Optional<ApprovalRequest> standing(String use) {
        return jdbc.sql("SELECT r.* FROM approval_request r JOIN approval_decision d ON d.request = r.number WHERE r.use_slug = ? AND d.kind <> 'REQUEST_CHANGES'"
                + " ORDER BY d.decided_at DESC, r.number DESC FETCH FIRST 1 ROWS ONLY").param(use).query(this::request).optional();
    }

    /** The newest approval of a use, whether it still holds or not. */
    Optional<ApprovalRequest> lastApproval(String use) {
        return jdbc.sql("SELECT r.* FROM approval_request r JOIN approval_decision d ON d.request = r.number WHERE r.use_slug = ? AND d.kind = 'APPROVE'"
                + " ORDER BY d.decided_at DESC, r.number DESC FETCH FIRST 1 ROWS ONLY").param(use).query(this::request).optional();
    }

    /** Number of the request of a use that waits for a decision. */
    Optional<Integer> open(String use) {
        return jdbc.sql("SELECT number FROM approval_request WHERE use_slug = ? AND state = 'OPEN' ORDER BY number FETCH FIRST 1 ROWS ONLY").param(use).query(Integer.class).optional();
    }

    /** All requests of a use, newest first. */
    List<ApprovalRequest> ofUse(String use) {
        return jdbc.sql("SELECT * FROM approval_request WHERE use_slug = ? ORDER BY number DESC").param(use).query(this::request).list();
    }

    /**
     * Requests of uses that a person may see.
     *
     * @param and condition on the request {@code r}, beginning with AND, or empty; needs the parameter {@code units}
     */
    List<ApprovalRequest> some(String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT * FROM approval_request r WHERE 1 = 1" + and + " FETCH FIRST " + most + " ROWS ONLY").param("units", units).query(this::request).list();
    }

    /** Approvals that were not withdrawn, by their last day. */
    List<ApprovalRequest> ending(LocalDate from, LocalDate to, String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT r.* FROM approval_request r JOIN approval_decision d ON d.request = r.number WHERE d.valid_until >= :from AND d.valid_until <= :to"
                        + " AND d.withdrawn_by IS NULL" + and + " ORDER BY d.valid_until, r.number FETCH FIRST " + most + " ROWS ONLY")
                .param("from", from).param("to", to).param("units", units).query(this::request).list();
    }

    List<Party> parties(int number) {
        return jdbc.sql("SELECT * FROM approval_party WHERE request = ? ORDER BY part, name").param(number)
                .query((row, n) -> new Party(new Actor(row.getString("person"), row.getString("name")), Party.Part.valueOf(row.getString("part")), row.getString("what"))).list();
    }

    private ApprovalRequest request(ResultSet row, int n) throws SQLException {
        int number = row.getInt("number");
        return new ApprovalRequest(number, row.getString("use_slug"), ApprovalRequest.State.valueOf(row.getString("state")),
                new Actor(row.getString("asked_by"), row.getString("asked_by_name")), instant(row, "asked_at"), row.getString("note"), basis(number), gaps(number),
                decision(number), row.getInt("row_version"));
    }

    private List<BasisLine> basis(int number) {
        return jdbc.sql("SELECT * FROM approval_basis WHERE request = ? ORDER BY position").param(number)
                .query((row, n) -> new BasisLine(Kind.valueOf(row.getString("kind")), row.getString("slug"), row.getInt("number"), row.getString("sha256"))).list();
    }

    private List<TreatedGap> gaps(int number) {
        return jdbc.sql("SELECT * FROM approval_gap WHERE request = ? ORDER BY position").param(number).query((row, n) -> {
            var gap = new Gap(Gap.Family.valueOf(row.getString("family")), Kind.valueOf(row.getString("kind")), row.getString("slug"), row.getString("policy"),
                    row.getString("title"), row.getString("answer"), row.getString("why"));
            String treatment = row.getString("treatment");
            return new TreatedGap(gap, treatment == null ? null : new TreatedGap.Plan(Treatment.valueOf(treatment), row.getString("reason"), row.getString("owner"),
                    row.getObject("deadline", LocalDate.class), row.getString("fallback")));
        }).list();
    }

    private @Nullable Decision decision(int number) {
        return jdbc.sql("SELECT * FROM approval_decision WHERE request = ?").param(number).query((row, n) -> {
            String withdrawnBy = row.getString("withdrawn_by");
            return new Decision(Decision.Kind.valueOf(row.getString("kind")), new Actor(row.getString("decided_by"), row.getString("decided_by_name")),
                    instant(row, "decided_at"), row.getString("reason"), row.getObject("valid_until", LocalDate.class), conditions(number),
                    withdrawnBy == null ? null : new Decision.Withdrawn(new Actor(withdrawnBy, row.getString("withdrawn_by_name")), instant(row, "withdrawn_at"),
                            row.getString("withdrawn_reason")));
        }).optional().orElse(null);
    }

    private List<Condition> conditions(int number) {
        return jdbc.sql("SELECT * FROM approval_condition WHERE request = ? ORDER BY position").param(number)
                .query((row, n) -> new Condition(Condition.Origin.valueOf(row.getString("origin")), row.getString("text"))).list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
