package eu.vitrine.registry;

import eu.vitrine.ServerTest;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-registry") // counts records and names the organisation
class OnH2Tests extends StorageContract {}
