package eu.vitrine;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** The server: pages for people and endpoints for programs on one database. */
@SpringBootApplication
public class VitrineServer {

    /**
     * Starts the server and returns once it answers; it then runs until the process is stopped.
     *
     * @param args Spring Boot's own arguments, such as {@code --server.port=9000}
     */
    public static void run(String... args) {
        SpringApplication.run(VitrineServer.class, args);
    }

    /** The only source of time in the server; tests put their own in its place. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The database is asked whether it keeps what it acknowledges before anything is written to it. */
    @Bean
    FlywayMigrationStrategy migrateOnlyADurableDatabase() {
        return flyway -> {
            new DurableDatabase(flyway.getConfiguration().getDataSource()).insist();
            flyway.migrate();
        };
    }
}
