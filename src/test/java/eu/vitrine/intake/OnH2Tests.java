package eu.vitrine.intake;

import eu.vitrine.ServerTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

@ServerTest
@Import(FaultAt.class)
@DirtiesContext
class OnH2Tests extends ImportsContract {}
