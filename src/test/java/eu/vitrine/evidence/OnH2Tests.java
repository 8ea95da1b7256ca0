package eu.vitrine.evidence;

import eu.vitrine.ServerTest;
import org.springframework.test.context.TestPropertySource;

/** On a server of its own, with quotas that a test can reach. */
@ServerTest
@TestPropertySource(properties = {"vitrine.evidence.file=1MB", "vitrine.evidence.person=1MB"})
class OnH2Tests extends StorageContract {}
