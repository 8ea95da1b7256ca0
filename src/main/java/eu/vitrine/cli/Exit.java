package eu.vitrine.cli;

/** Exit statuses that all commands share. */
final class Exit {

    static final int OK = 0;
    /** A case fails, or what was to be verified is altered. */
    static final int FAILED = 1;
    /** Something could not be read, and the rest was still done; or not all of it can be verified. */
    static final int UNREADABLE = 2;
    /** The command line itself is wrong. */
    static final int USAGE = 3;

    private Exit() {}
}
