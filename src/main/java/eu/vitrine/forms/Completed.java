package eu.vitrine.forms;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Which pages of a form about a record people have declared complete. */
@Service
@PreAuthorize("hasRole('OFFICER')")
class Completed {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CurrentActor current;
    private final AuditTrail trail;
    private final Clock clock;

    Completed(JdbcClient jdbc, TransactionOperations transactions, CurrentActor current, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** The ids of the pages declared complete. */
    Set<String> of(Kind kind, String slug) {
        return jdbc.sql("SELECT page FROM form_completed WHERE kind = ? AND slug = ?").params(kind.code(), slug).query(String.class).set();
    }

    /** Declares a page complete, or takes it back. */
    void declare(Kind kind, String slug, String page, boolean complete) {
        if (of(kind, slug).contains(page) == complete) {
            return;
        }
        try {
            transactions.executeWithoutResult(status -> write(kind, slug, page, complete));
        } catch (DuplicateKeyException e) {
            // A colleague has just said the same, which is what was to be said.
            return;
        }
    }

    private void write(Kind kind, String slug, String page, boolean complete) {
        Actor person = current.actor();
        if (complete) {
            jdbc.sql("INSERT INTO form_completed (kind, slug, page, person_id, person_name, completed_at) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(kind.code(), slug, page, person.id(), person.name(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        } else {
            jdbc.sql("DELETE FROM form_completed WHERE kind = ? AND slug = ? AND page = ?").params(kind.code(), slug, page).update();
        }
        trail.record(AuditEntry.of(person, complete ? "section.completed" : "section.reopened", AuditEntry.Subject.of(kind.code(), slug))
                .with("page", page));
    }
}
