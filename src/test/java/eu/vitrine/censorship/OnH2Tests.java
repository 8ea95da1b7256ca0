package eu.vitrine.censorship;

import eu.vitrine.ServerTest;

@ServerTest
class OnH2Tests extends FindingsContract {}
