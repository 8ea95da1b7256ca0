package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class OnPostgresTests extends StorageContract {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_database_itself_refuses_to_change_or_remove_a_revision() {
        for (String attempt : List.of("UPDATE registry_revision SET sha256 = 'x'", "DELETE FROM registry_revision")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        }
    }
}
