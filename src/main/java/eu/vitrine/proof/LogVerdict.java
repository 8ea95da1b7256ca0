package eu.vitrine.proof;

import java.util.List;

/** What verifying a log has shown. */
public sealed interface LogVerdict {

    /** What is worth knowing and no fault, as sentences; such as that the clock of the server was moved back and the log says so. */
    List<String> notices();

    /**
     * All events are as they were when a trusted key signed for them.
     *
     * @param events how many there are
     * @param root of the tree over them, in hexadecimal digits
     * @param checkpoints how many checkpoints in the log were verified
     */
    record Intact(long events, String root, int checkpoints, List<String> notices) implements LogVerdict {}

    /**
     * The log is not the one that was recorded.
     *
     * @param seq the first event at which that shows
     * @param what a sentence that names the event
     */
    record Altered(long seq, String what, List<String> notices) implements LogVerdict {}

    /**
     * Nothing speaks against the log, but not all of it is proven.
     *
     * @param missing what a proof would need, as sentences
     */
    record Incomplete(long events, String root, List<String> missing, List<String> notices) implements LogVerdict {}
}
