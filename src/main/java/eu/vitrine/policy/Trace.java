package eu.vitrine.policy;

/**
 * What an answer rests on.
 *
 * @param reads facts that were read
 * @param causes facts that would settle an unknown; empty when the answer is known
 * @param disputed those of the facts read on which sources disagree
 * @param assumptions bit set of the assumptions that carry it
 * @param defeated bit set of assumptions that would have carried it and were switched off by a fact
 * @param review whether a person should look; always where a fact is disputed
 */
record Trace(IdSet reads, IdSet causes, IdSet disputed, int assumptions, int defeated, boolean review) {

    static final Trace NOTHING = new Trace(IdSet.EMPTY, IdSet.EMPTY, IdSet.EMPTY, 0, 0, false);

    static Trace reading(IdSet reads) {
        return new Trace(reads, IdSet.EMPTY, IdSet.EMPTY, 0, 0, false);
    }

    static Trace unknown(IdSet causes) {
        return new Trace(causes, causes, IdSet.EMPTY, 0, 0, false);
    }

    Trace and(Trace other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        return this == NOTHING ? other : new Trace(reads.and(other.reads), causes.and(other.causes), disputed.and(other.disputed),
                assumptions | other.assumptions, defeated | other.defeated, review | other.review);
    }

    /** The same without causes: for an answer that is known although something it touched is not. */
    Trace settled() {
        return causes.isEmpty() ? this : new Trace(reads, IdSet.EMPTY, disputed, assumptions, defeated, review);
    }

    Trace reviewed() {
        return review ? this : new Trace(reads, causes, disputed, assumptions, defeated, true);
    }

    Trace causedBy(IdSet more) {
        return new Trace(reads.and(more), causes.and(more), disputed, assumptions, defeated, review);
    }

    /** The same, resting on facts that were read and on which sources disagree. */
    Trace disputing(IdSet more) {
        return more.isEmpty() ? this : new Trace(reads.and(more), causes, disputed.and(more), assumptions, defeated, true);
    }

    Trace assuming(int more) {
        return new Trace(reads, IdSet.EMPTY, disputed, assumptions | more, defeated, true);
    }

    /** The same without an assumption, unknown by these causes. */
    Trace assumingNothing(IdSet unknownBy) {
        return new Trace(reads, unknownBy, disputed, 0, defeated, review);
    }

    Trace defeating(int more) {
        return more == 0 ? this : new Trace(reads, causes, disputed, assumptions, defeated | more, review);
    }

    /** Whether this rests on less than the other: fewer assumptions first, then nothing disputed, then no review. */
    boolean firmerThan(Trace other) {
        int mine = Integer.bitCount(assumptions);
        int theirs = Integer.bitCount(other.assumptions);
        if (mine != theirs) {
            return mine < theirs;
        }
        return disputed.isEmpty() == other.disputed.isEmpty() ? !review && other.review : disputed.isEmpty();
    }
}
