package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class OnPostgresTests extends DatabaseContract {

    @Test
    void the_database_itself_refuses_to_change_or_remove_an_event() {
        transactions.executeWithoutResult(status -> trail.record(entry("probe.written")));
        assertThatThrownBy(() -> jdbc.sql("UPDATE audit_event SET action = 'x'").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit_event").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    }
}
