package eu.vitrine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.ServerTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@ServerTest
class OnH2Tests extends CheckpointsContract {

    @Test
    void nothing_is_signed_over_an_event_that_was_changed_since() {
        checkpoints.make();
        long covered = checkpoints.newest().orElseThrow().events();
        long seq = record();
        record();
        byte[] recorded = jdbc.sql("SELECT canonical FROM audit_event WHERE seq = ?").param(seq).query(byte[].class).single();
        byte[] forged = new String(recorded, StandardCharsets.UTF_8).replace("probe.written", "probe.changed").getBytes(StandardCharsets.UTF_8);
        jdbc.sql("UPDATE audit_event SET canonical = ? WHERE seq = ?").params(forged, seq).update();
        try {
            assertThatThrownBy(checkpoints::make).isInstanceOf(LogDamaged.class).hasMessageContaining("Event " + (seq + 1));
            timer.look();
            assertThat(checkpoints.newest().orElseThrow().events()).isEqualTo(covered);
        } finally {
            jdbc.sql("UPDATE audit_event SET canonical = ? WHERE seq = ?").params(recorded, seq).update();
        }
    }

    @Test
    void a_reason_that_somebody_wrote_anew_is_found() {
        ChainCheck check = transactions.execute(status -> {
            status.setRollbackOnly();
            long seq = trail.record(entry().because("words"));
            jdbc.sql("UPDATE audit_words SET words = 'other words' WHERE seq = ?").param(seq).update();
            return trail.check();
        });
        assertThat(check).isInstanceOfSatisfying(ChainCheck.Broken.class, broken -> assertThat(broken.why()).isEqualTo("stands with another reason than was recorded"));
    }

    @Test
    void events_rewritten_with_all_their_links_are_found_by_the_checkpoint() {
        long seq = record();
        checkpoints.make();
        assertThat(trail.size()).isEqualTo(seq);
        ChainCheck check = transactions.execute(status -> {
            status.setRollbackOnly();
            AuditEvent event = trail.event(seq).orElseThrow();
            Leaf forged = Leaf.of(seq, event.at(), entry().with("forged", true), null, event.prevHash());
            jdbc.sql("UPDATE audit_event SET canonical = ?, hash = ? WHERE seq = ?").params(forged.canonical(), forged.hash(), seq).update();
            jdbc.sql("UPDATE audit_head SET hash = ?").param(forged.hash()).update();
            return trail.check();
        });
        assertThat(check).isInstanceOfSatisfying(ChainCheck.Broken.class, broken -> assertThat(broken.why()).contains("their checkpoint has another root"));
    }

    @Test
    void a_log_cut_short_with_its_head_is_found_by_the_checkpoint() {
        long seq = record();
        checkpoints.make();
        ChainCheck check = transactions.execute(status -> {
            status.setRollbackOnly();
            AuditEvent event = trail.event(seq).orElseThrow();
            jdbc.sql("DELETE FROM audit_event WHERE seq = ?").param(seq).update();
            jdbc.sql("UPDATE audit_head SET seq = ?, hash = ?").params(seq - 1, event.prevHash()).update();
            return trail.check();
        });
        assertThat(check).isEqualTo(new ChainCheck.Broken(seq, "is missing: a checkpoint covers " + seq + " events"));
    }
}
