package eu.vitrine.registry;

import eu.vitrine.ServerTest;

@ServerTest
class OnH2Tests extends StorageContract {}
