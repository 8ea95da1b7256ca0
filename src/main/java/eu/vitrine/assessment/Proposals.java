package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.policy.PolicySet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of proposals and of the one in force. What was decided is not changed again. */
@Repository
class Proposals {

    private static final String ALL = "SELECT p.*, s.version, s.law_version FROM policy_proposal p"
            + " JOIN policy_set s ON s.rules_digest = p.rules_digest AND s.text_digest = p.text_digest";
    private static final String OPEN = " AND activated_by IS NULL AND rejected_by IS NULL";

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the proposal in force; empty before the first start is done. */
    Optional<Integer> inForce() {
        return Optional.ofNullable(jdbc.sql("SELECT proposal FROM policy_head WHERE id = 1").query(Proposals::head).single().proposal());
    }

    /** The same, locked until the transaction ends: whoever changes any proposal does this first. */
    Optional<Integer> lockInForce() {
        return Optional.ofNullable(jdbc.sql("SELECT proposal FROM policy_head WHERE id = 1 FOR UPDATE").query(Proposals::head).single().proposal());
    }

    private record Head(@Nullable Integer proposal) {}

    private static Head head(ResultSet row, int n) throws SQLException {
        int proposal = row.getInt("proposal");
        return new Head(row.wasNull() ? null : proposal);
    }

    /** @throws NoSuchProposal if there is none of that number */
    Proposal get(int number) {
        return jdbc.sql(ALL + " WHERE p.number = ?").param(number).query(Proposals::proposal).optional()
                .orElseThrow(() -> new NoSuchProposal(number));
    }

    /** All, newest first. */
    List<Proposal> all() {
        return jdbc.sql(ALL + " ORDER BY p.number DESC").query(Proposals::proposal).list();
    }

    /** Those of one set, newest first. */
    List<Proposal> of(PolicySet.Identity set) {
        return jdbc.sql(ALL + " WHERE p.rules_digest = ? AND p.text_digest = ? ORDER BY p.number DESC")
                .params(set.rulesDigest(), set.textDigest()).query(Proposals::proposal).list();
    }

    /** Puts a set forward; the set must be kept already. */
    int propose(PolicySet.Identity set, Proposal.Origin origin, @Nullable String note, Proposal.Act act) {
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM policy_proposal").query(Integer.class).single();
        jdbc.sql("INSERT INTO policy_proposal (number, rules_digest, text_digest, origin, note, proposed_at, proposed_by, proposed_by_name)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, set.rulesDigest(), set.textDigest(), origin.name(), note, at(act), act.by().id(), act.by().name())
                .update();
        return number;
    }

    boolean request(int number, int trial, Proposal.Act act) {
        return jdbc.sql("UPDATE policy_proposal SET requested_at = ?, requested_by = ?, requested_by_name = ?, requested_trial = ?"
                + " WHERE number = ? AND requested_by IS NULL" + OPEN)
                .params(at(act), act.by().id(), act.by().name(), trial, number).update() == 1;
    }

    /** Puts a proposal in force; fails if the same person asked for it or put it forward, which the database checks as well. */
    boolean activate(int number, Proposal.Act act) {
        boolean done = jdbc.sql("UPDATE policy_proposal SET activated_at = ?, activated_by = ?, activated_by_name = ? WHERE number = ?" + OPEN)
                .params(at(act), act.by().id(), act.by().name(), number).update() == 1;
        if (done) {
            jdbc.sql("UPDATE policy_head SET proposal = ? WHERE id = 1").param(number).update();
        }
        return done;
    }

    boolean reject(int number, String reason, Proposal.Act act) {
        return jdbc.sql("UPDATE policy_proposal SET rejected_at = ?, rejected_by = ?, rejected_by_name = ?, reason = ? WHERE number = ?" + OPEN)
                .params(at(act), act.by().id(), act.by().name(), reason, number).update() == 1;
    }

    private static OffsetDateTime at(Proposal.Act act) {
        return act.at().atOffset(ZoneOffset.UTC);
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        int trial = row.getInt("requested_trial");
        @Nullable Integer requestedTrial = row.wasNull() ? null : trial;
        Proposal.@Nullable Act proposed = act(row, "proposed");
        if (proposed == null) {
            throw new IllegalStateException("A proposal without a proposer");
        }
        return new Proposal(row.getInt("number"), PolicyArchive.identity(row, n), Proposal.Origin.valueOf(row.getString("origin")),
                row.getString("note"), proposed, act(row, "requested"), requestedTrial, act(row, "activated"), act(row, "rejected"),
                row.getString("reason"));
    }

    private static Proposal.@Nullable Act act(ResultSet row, String what) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        Instant moment = at.toInstant();
        return new Proposal.Act(new Actor(row.getString(what + "_by"), row.getString(what + "_by_name")), moment);
    }
}
