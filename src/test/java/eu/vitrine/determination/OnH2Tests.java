package eu.vitrine.determination;

import eu.vitrine.assessment.OwnServerTest;

@OwnServerTest
class OnH2Tests extends DeterminationsContract {}
