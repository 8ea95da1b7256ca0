package eu.vitrine.registry;

import eu.vitrine.ServerTest;

@ServerTest
class ListsOnH2Tests extends ListsContract {}
