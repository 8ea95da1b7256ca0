package eu.vitrine.intake;

import eu.vitrine.ServerTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-bundles")
@DirtiesContext
class BundlesOnH2Tests extends BundlesContract {}
