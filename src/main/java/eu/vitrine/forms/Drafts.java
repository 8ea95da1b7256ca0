package eu.vitrine.forms;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.VisibleRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The drafts of the person signed in. They lie in the database, so that they outlive sessions, sign-out and restarts. */
@Service
@PreAuthorize("hasRole('OFFICER')")
class Drafts {

    private static final String OWN = " FROM form_draft WHERE person_id = ? AND kind = ? AND slug = ?";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CurrentActor current;
    private final AuditTrail trail;
    private final Clock clock;
    private final VisibleRecords visible;

    Drafts(JdbcClient jdbc, TransactionOperations transactions, CurrentActor current, AuditTrail trail, Clock clock, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
        this.visible = visible;
    }

    /** The person's drafts about a record. */
    List<Draft> of(Kind kind, String slug) {
        return jdbc.sql("SELECT page, rests_on, fields, version, saved_at" + OWN + " ORDER BY page")
                .params(current.actor().id(), kind.code(), slug).query(Drafts::draft).list();
    }

    Optional<Draft> of(Kind kind, String slug, String page) {
        return jdbc.sql("SELECT page, rests_on, fields, version, saved_at" + OWN + " AND page = ?")
                .params(current.actor().id(), kind.code(), slug, page).query(Drafts::draft).optional();
    }

    /** A draft of the person of any record. */
    record Begun(Kind kind, String slug, String page, Instant savedAt) {}

    /** The person's drafts of all records, the one typed in last first. */
    List<Begun> newest(int most) {
        return jdbc.sql("SELECT kind, slug, page, saved_at FROM form_draft WHERE person_id = ? ORDER BY saved_at DESC, slug, page FETCH FIRST ? ROWS ONLY")
                .params(current.actor().id(), most).query((row, n) -> new Begun(Kind.of(row.getString("kind")).orElseThrow(), row.getString("slug"),
                        row.getString("page"), row.getObject("saved_at", OffsetDateTime.class).toInstant())).list();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(row.getString("page"), row.getInt("rests_on"), Input.of(row.getBytes("fields")), row.getLong("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    /**
     * Keeps what was typed, in place of what the draft said before. Questions that the page did not ask this time keep what was
     * typed earlier.
     *
     * @param restsOn the revision that the page showed
     * @return when, by the server's clock
     */
    Instant keep(Kind kind, String slug, String page, int restsOn, Input input) {
        visible.check(kind, slug);
        try {
            return transactions.execute(status -> write(kind, slug, page, restsOn, input));
        } catch (DuplicateKeyException e) {
            // Another window of the same person has begun the draft at the same moment; now it is there to be replaced.
            return transactions.execute(status -> write(kind, slug, page, restsOn, input));
        }
    }

    private Instant write(Kind kind, String slug, String page, int restsOn, Input input) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Actor person = current.actor();
        Optional<Draft> before = jdbc.sql("SELECT page, rests_on, fields, version, saved_at" + OWN + " AND page = ? FOR UPDATE")
                .params(person.id(), kind.code(), slug, page).query(Drafts::draft).optional();
        Input whole = before.map(draft -> draft.input().only(name -> isOfQuestionNotAsked(name, draft.input(), input)).and(input)).orElse(input);
        if (before.isPresent()) {
            jdbc.sql("UPDATE form_draft SET fields = ?, rests_on = ?, person_name = ?, saved_at = ?, version = version + 1"
                            + " WHERE person_id = ? AND kind = ? AND slug = ? AND page = ?")
                    .params(whole.bytes(), restsOn, person.name(), now.atOffset(ZoneOffset.UTC), person.id(), kind.code(), slug, page).update();
        } else {
            jdbc.sql("INSERT INTO form_draft (person_id, person_name, kind, slug, page, rests_on, fields, version, saved_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)")
                    .params(person.id(), person.name(), kind.code(), slug, page, restsOn, whole.bytes(), now.atOffset(ZoneOffset.UTC)).update();
        }
        return now;
    }

    private static boolean isOfQuestionNotAsked(String name, Input before, Input now) {
        int colon = name.indexOf(':');
        String shown = colon < 0 ? "" : name.substring(0, colon) + Input.SHOWN;
        return before.has(shown) && !now.has(shown);
    }

    /** A colleague who has a draft of the same page. */
    record Colleague(String name, Instant since) {}

    /** Other people's drafts of a page, newest first. */
    List<Colleague> colleagues(Kind kind, String slug, String page) {
        return jdbc.sql("SELECT person_name, saved_at FROM form_draft WHERE kind = ? AND slug = ? AND page = ? AND person_id <> ? ORDER BY saved_at DESC")
                .params(kind.code(), slug, page, current.actor().id())
                .query((row, n) -> new Colleague(row.getString("person_name"), row.getObject("saved_at", OffsetDateTime.class).toInstant())).list();
    }

    /** Throws a draft of the person away, at the person's own wish. */
    void discard(Kind kind, String slug, String page) {
        transactions.executeWithoutResult(status -> {
            Actor person = current.actor();
            int gone = jdbc.sql("DELETE" + OWN + " AND page = ?").params(person.id(), kind.code(), slug, page).update();
            if (gone > 0) {
                trail.record(AuditEntry.of(person, "draft.discarded", AuditEntry.Subject.of(kind.code(), slug)).with("page", page));
            }
        });
    }

    /** Removes drafts that are now in the record; what was typed after they were read stays. Within the caller's transaction. */
    void settle(Kind kind, String slug, Collection<Draft> saved) {
        for (Draft draft : saved) {
            jdbc.sql("DELETE" + OWN + " AND page = ? AND version = ?")
                    .params(current.actor().id(), kind.code(), slug, draft.page(), draft.version()).update();
        }
    }
}
