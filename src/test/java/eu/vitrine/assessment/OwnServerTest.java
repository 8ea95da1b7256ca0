package eu.vitrine.assessment;

import eu.vitrine.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test on a server of its own kind: records are changed here, which tests of the shared server would notice. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-assessments")
public @interface OwnServerTest {}
