package eu.vitrine.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;

@PostgresTest
class OnPostgresTests extends CheckpointsContract {

    @Test
    void the_database_refuses_to_change_a_checkpoint_or_a_key() {
        record();
        checkpoints.make();
        for (String change : new String[] {"UPDATE audit_checkpoint SET note = 'x'", "DELETE FROM audit_checkpoint", "UPDATE audit_key SET verifier = 'x'", "TRUNCATE audit_key",
            "UPDATE audit_words SET words = 'x'"}) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("append-only");
        }
    }
}
