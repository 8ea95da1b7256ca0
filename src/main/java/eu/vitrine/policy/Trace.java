package eu.vitrine.policy;

/**
 * What an answer rests on.
 *
 * @param reads facts that were read
 * @param causes facts that would settle an unknown; empty when the answer is known
 * @param assumptions bit set of the assumptions that carry it
 * @param defeated bit set of assumptions that would have carried it and were switched off by a fact
 * @param review whether a person should look
 */
record Trace(IdSet reads, IdSet causes, int assumptions, int defeated, boolean review) {

    static final Trace NOTHING = new Trace(IdSet.EMPTY, IdSet.EMPTY, 0, 0, false);

    static Trace reading(IdSet reads) {
        return new Trace(reads, IdSet.EMPTY, 0, 0, false);
    }

    static Trace unknown(IdSet causes) {
        return new Trace(causes, causes, 0, 0, false);
    }

    Trace and(Trace other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        return this == NOTHING ? other : new Trace(reads.and(other.reads), causes.and(other.causes),
                assumptions | other.assumptions, defeated | other.defeated, review | other.review);
    }

    /** The same without causes: for an answer that is known although something it touched is not. */
    Trace settled() {
        return causes.isEmpty() ? this : new Trace(reads, IdSet.EMPTY, assumptions, defeated, review);
    }

    Trace reviewed() {
        return review ? this : new Trace(reads, causes, assumptions, defeated, true);
    }

    Trace causedBy(IdSet more) {
        return new Trace(reads.and(more), causes.and(more), assumptions, defeated, review);
    }

    Trace assuming(int more) {
        return new Trace(reads, IdSet.EMPTY, assumptions | more, defeated, true);
    }

    Trace defeating(int more) {
        return more == 0 ? this : new Trace(reads, causes, assumptions, defeated | more, review);
    }

    /** Whether this rests on less than the other: fewer assumptions first, then no review. */
    boolean firmerThan(Trace other) {
        int mine = Integer.bitCount(assumptions);
        int theirs = Integer.bitCount(other.assumptions);
        return mine != theirs ? mine < theirs : !review && other.review;
    }
}
