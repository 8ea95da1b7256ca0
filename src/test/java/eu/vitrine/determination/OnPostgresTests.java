package eu.vitrine.determination;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class OnPostgresTests extends DeterminationsContract {

    @Test
    void the_database_refuses_to_change_what_was_determined() {
        int number = confirmed(proposed(reading("sufficient"))).number();
        for (String change : new String[] {"UPDATE determination SET words = 'other' WHERE number = ?", "DELETE FROM determination_source WHERE determination = ?",
            "UPDATE determination_decision SET reason = 'other' WHERE determination = ?", "DELETE FROM determination WHERE number = ?"}) {
            assertThatThrownBy(() -> jdbc.sql(change).param(number).update()).as(change).isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        }
    }
}
