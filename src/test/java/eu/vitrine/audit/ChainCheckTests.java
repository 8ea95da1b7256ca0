package eu.vitrine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.ServerTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionOperations;

/** Each test changes the stored log as somebody with database access could, looks, and takes the change back. */
@ServerTest
@WithMockUser(roles = "AUDITOR")
class ChainCheckTests {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void an_untouched_log_is_intact() {
        assertThat(after(first -> {})).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void an_edited_event_is_found() {
        assertThat(after(first -> jdbc.sql("UPDATE audit_event SET canonical = ? WHERE seq = ?")
                .params("{}".getBytes(StandardCharsets.UTF_8), first + 1).update())).satisfies(brokenAt(1, "does not match its hash"));
    }

    @Test
    void an_edited_event_with_a_fitting_hash_breaks_the_next_one() {
        assertThat(after(first -> {
            Leaf forged = Leaf.of(first + 1, java.time.Instant.EPOCH, entry(), null, hash("prev_hash", first + 1));
            jdbc.sql("UPDATE audit_event SET canonical = ?, hash = ?, recorded_at = ? WHERE seq = ?")
                    .params(forged.canonical(), forged.hash(), java.time.Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC), first + 1).update();
        })).satisfies(brokenAt(2, "does not follow on the event before it"));
    }

    @Test
    void an_edited_search_column_is_found() {
        assertThat(after(first -> jdbc.sql("UPDATE audit_event SET actor_id = 'somebody-else' WHERE seq = ?").param(first + 1).update()))
                .satisfies(brokenAt(1, "differs between its searchable columns and its bytes"));
    }

    @Test
    void a_removed_event_is_found() {
        assertThat(after(first -> jdbc.sql("DELETE FROM audit_event WHERE seq = ?").param(first + 1).update()))
                .satisfies(brokenAt(1, "is missing"));
    }

    @Test
    void a_removed_end_is_found() {
        assertThat(after(first -> jdbc.sql("DELETE FROM audit_event WHERE seq = ?").param(first + 2).update()))
                .satisfies(brokenAt(2, "is missing"));
    }

    private long first;

    private interface Tampering {
        void on(long first);
    }

    /** Records three events, tampers, checks, and rolls all of it back. */
    private ChainCheck after(Tampering tampering) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            first = trail.record(entry());
            trail.record(entry());
            trail.record(entry());
            tampering.on(first);
            return trail.check();
        });
    }

    private java.util.function.Consumer<ChainCheck> brokenAt(long offset, String why) {
        return check -> assertThat(check).isEqualTo(new ChainCheck.Broken(first + offset, why));
    }

    private String hash(String column, long seq) {
        return jdbc.sql("SELECT " + column + " FROM audit_event WHERE seq = ?").param(seq).query(String.class).single();
    }

    private static AuditEntry entry() {
        return AuditEntry.of(Actor.SYSTEM, "probe.written", AuditEntry.Subject.of("probe", "1"));
    }
}
