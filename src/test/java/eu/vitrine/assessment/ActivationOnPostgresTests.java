package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import eu.vitrine.audit.Actor;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataAccessException;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class ActivationOnPostgresTests extends ActivationContract {

    @Test
    void the_database_itself_keeps_what_was_decided() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE policy_proposal SET note = 'x' WHERE number = 1").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM policy_proposal WHERE number = 1").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_start_leaves_alone_what_another_node_is_at_work_on() throws Exception {
        int head = sets.inForce().orElseThrow();
        int running = transactions.execute(status -> archive.begin(head, head, LocalDate.of(2026, 11, 25), 28, "another node", Actor.SYSTEM));
        context.getBean(TrialRunner.class).run(new DefaultApplicationArguments());
        assertThat(archive.progress(running, "another node", 1)).isTrue();
        assertThat(archive.end(running, "another node", Trial.State.INTERRUPTED)).isTrue();
    }
}
