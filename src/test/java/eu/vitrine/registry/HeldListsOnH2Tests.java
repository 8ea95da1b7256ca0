package eu.vitrine.registry;

import eu.vitrine.ServerTest;

@ServerTest
class HeldListsOnH2Tests extends HeldListsContract {}
