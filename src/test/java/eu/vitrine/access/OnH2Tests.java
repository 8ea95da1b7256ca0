package eu.vitrine.access;

import eu.vitrine.ServerTest;

@ServerTest
class OnH2Tests extends DatabaseContract {}
