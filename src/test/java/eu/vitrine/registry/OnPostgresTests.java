package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@SpringBootTest
@Import(TestClock.class)
@ActiveProfiles("postgres")
@DirtiesContext
class OnPostgresTests extends StorageContract {

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_a_revision() {
        for (String attempt : List.of("UPDATE registry_revision SET sha256 = 'x'", "DELETE FROM registry_revision")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        }
    }
}
