package eu.vitrine.cli;

/** Exit statuses that all commands share. */
final class Exit {

    static final int OK = 0;
    /** A case fails, or the answer is no. */
    static final int FAILED = 1;
    /** Something could not be read; the rest was still done. */
    static final int UNREADABLE = 2;
    /** Nobody has decided, or the server knows of no such thing. */
    static final int UNDECIDED = 2;
    /** The command line itself is wrong. */
    static final int USAGE = 3;
    /** There is no answer of a server. */
    static final int UNREACHABLE = 4;

    private Exit() {}
}
