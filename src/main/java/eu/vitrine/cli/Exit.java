package eu.vitrine.cli;

/** Exit statuses that all commands share. */
final class Exit {

    static final int OK = 0;
    /** A case fails, the answer is no, or what was to be verified is altered. */
    static final int FAILED = 1;
    /** Something could not be read, and the rest was still done; or not all of it can be verified. */
    static final int UNREADABLE = 2;
    /** Nobody has decided, or the server knows of no such thing. */
    static final int UNDECIDED = 2;
    /** The command line itself is wrong. */
    static final int USAGE = 3;
    /** There is no answer of a server. */
    static final int UNREACHABLE = 4;

    private Exit() {}
}
