package eu.vitrine.audit;

/** What recomputing the chain and the tree has shown. */
public sealed interface ChainCheck {

    /**
     * Every event is as it was recorded, and every checkpoint fits.
     *
     * @param head hash of the last event
     * @param root of the Merkle tree over all events, in hexadecimal digits
     * @param covered how many events the last checkpoint covers; 0 while there is none
     * @param checkpoints how many there are
     */
    record Intact(long events, String head, String root, long covered, int checkpoints) implements ChainCheck {}

    /** The first event at which the log does not hold; {@code why} completes "event {@code seq} …". */
    record Broken(long seq, String why) implements ChainCheck {}
}
