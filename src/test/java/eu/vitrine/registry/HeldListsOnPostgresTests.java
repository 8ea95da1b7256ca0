package eu.vitrine.registry;

import eu.vitrine.PostgresTest;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class HeldListsOnPostgresTests extends HeldListsContract {}
