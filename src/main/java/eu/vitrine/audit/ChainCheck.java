package eu.vitrine.audit;

/** What recomputing the chain has shown. */
public sealed interface ChainCheck {

    /** Every event is as it was recorded; {@code head} is the hash of the last one. */
    record Intact(long events, String head) implements ChainCheck {}

    /** The first event at which the chain does not hold; {@code why} completes "event {@code seq} …". */
    record Broken(long seq, String why) implements ChainCheck {}
}
