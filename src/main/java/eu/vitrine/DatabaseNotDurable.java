package eu.vitrine;

/** The H2 database delays its writes and would lose acknowledged changes when the process is killed. */
class DatabaseNotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseNotDurable(String writeDelay) {
        super("The H2 database delays its writes (WRITE_DELAY is " + writeDelay
                + "), so a killed process would lose changes it has acknowledged.");
    }
}
