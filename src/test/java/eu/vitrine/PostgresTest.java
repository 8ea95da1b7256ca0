package eu.vitrine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test class on a real PostgreSQL and a folder of its own; the server stops with the virtual machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@Import(TestClock.class)
@ActiveProfiles("postgres")
@DirtiesContext
@ContextConfiguration(initializers = PostgresTest.Started.class)
public @interface PostgresTest {

    /** Starts the server and tells the application where it is. */
    final class Started implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestPropertyValues.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "spring.datasource.username=postgres",
                        "vitrine.secrets.key=dGhpcyBpcyB0aGUga2V5IG9mIHRlc3RzIGFsb25lLi4=",
                        "vitrine.evidence.folder=target/test-data/" + UUID.randomUUID() + "/evidence",
                        "vitrine.audit.key=target/test-data/" + UUID.randomUUID() + "/audit-key.pem",
                        "vitrine.audit.checkpoints=target/test-data/" + UUID.randomUUID() + "/checkpoints").applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
