package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
@TestPropertySource(properties = {"vitrine.evidence.file=1MB", "vitrine.evidence.person=1MB"})
class OnPostgresTests extends StorageContract {

    @Test
    void the_database_itself_refuses_to_change_what_is_said_of_evidence() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE evidence_item SET title = 'x'").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
    }
}
