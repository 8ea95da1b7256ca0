package eu.vitrine.evidence;

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
@SpringBootTest(properties = {"vitrine.evidence.folder=./target/test-data/${random.uuid}/evidence", "vitrine.evidence.file=1MB", "vitrine.evidence.person=1MB"})
@Import(TestClock.class)
@ActiveProfiles("postgres")
@DirtiesContext
class OnPostgresTests extends StorageContract {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void the_database_itself_refuses_to_change_what_is_said_of_evidence() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE evidence_item SET title = 'x'").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
    }
}
