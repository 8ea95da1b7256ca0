package eu.vitrine.approval;

import eu.vitrine.assessment.OwnServerTest;

@OwnServerTest
class OnH2Tests extends ApprovalsContract {}
