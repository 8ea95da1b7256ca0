package eu.vitrine.intake;

import eu.vitrine.PostgresTest;
import eu.vitrine.TestClock;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
@Import(TestClock.class)
@ActiveProfiles("postgres")
@DirtiesContext
class BundlesOnPostgresTests extends BundlesContract {}
