package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.audit.Actor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@SpringBootTest
@Import(TestClock.class)
@ActiveProfiles("postgres")
@DirtiesContext
class ActivationOnPostgresTests extends ActivationContract {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

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
