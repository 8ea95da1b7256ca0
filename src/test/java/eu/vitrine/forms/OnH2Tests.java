package eu.vitrine.forms;

import eu.vitrine.ServerTest;

@ServerTest
class OnH2Tests extends DraftsContract {}
