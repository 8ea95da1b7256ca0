package eu.vitrine.censorship;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class OnPostgresTests extends FindingsContract {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_database_itself_refuses_to_change_what_a_version_says() {
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM behaviour_finding_version").update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }
}
