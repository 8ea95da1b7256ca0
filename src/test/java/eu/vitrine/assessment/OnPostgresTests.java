package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
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
class OnPostgresTests extends AssessmentsContract {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_an_assessment() {
        AssessmentLine line = assessments.assess("phi-4");
        assertThatThrownBy(() -> jdbc.sql("UPDATE assessment SET model_name = 'x' WHERE number = ?").param(line.number()).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM assessment_pin").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM issued_dossier").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
    }
}
