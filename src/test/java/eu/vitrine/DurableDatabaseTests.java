package eu.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DurableDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void an_h2_file_that_delays_its_writes_is_refused() {
        assertThatThrownBy(() -> database("").insist())
                .isInstanceOf(DatabaseNotDurable.class)
                .hasMessageContaining("WRITE_DELAY is 500");
    }

    @Test
    void an_h2_file_that_does_not_delay_its_writes_is_accepted() {
        assertThatCode(() -> database(";WRITE_DELAY=0").insist()).doesNotThrowAnyException();
    }

    @Test
    void the_server_does_not_start_on_an_address_without_the_setting() {
        String url = "jdbc:h2:file:" + folder.resolve("started");
        assertThatThrownBy(() -> new SpringApplication(VitrineServer.class).run("--spring.datasource.url=" + url, "--server.port=0"))
                .hasRootCauseInstanceOf(DatabaseNotDurable.class);
    }

    @Test
    void the_failure_says_what_to_add() {
        var analysis = new DatabaseFailures().analyze(new BeanCreationException("flyway", new DatabaseNotDurable("500")));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getAction()).contains(";WRITE_DELAY=0");
    }

    @Test
    void a_file_in_use_is_told_in_one_sentence() {
        var analysis = new DatabaseFailures().analyze(new BeanCreationException("pool", new SQLException("locked", "90020", 90020)));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("Another Vitrine already runs on this database file.");
    }

    @Test
    void other_database_failures_are_not_explained_away() {
        assertThat(new DatabaseFailures().analyze(new BeanCreationException("pool", new SQLException("no", "08001", 8001)))).isNull();
    }

    private DurableDatabase database(String settings) {
        return new DurableDatabase(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("one") + settings));
    }
}
