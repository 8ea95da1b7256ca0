package eu.vitrine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test on the whole server with a fresh H2 file and a clock that stands; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:file:./target/test-data/${random.uuid}/vitrine;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
    "vitrine.evidence.folder=./target/test-data/${random.uuid}/evidence",
    "vitrine.audit.key=./target/test-data/${random.uuid}/audit-key.pem",
    "vitrine.audit.checkpoints=./target/test-data/${random.uuid}/checkpoints"
})
@Import(TestClock.class)
public @interface ServerTest {}
