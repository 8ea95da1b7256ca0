package eu.vitrine.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chosen claim about one thing, and the claims of other sources. It states what is so, never what it means.
 *
 * @param id id of the fact in the vocabulary
 * @param claim the chosen claim; rules read this one
 * @param also what other sources say
 * @param chosenBecause why this claim was chosen among those that disagree, in a person's words; null where nobody had to choose
 */
public record Fact(String id, Claim claim, List<Claim> also, @Nullable String chosenBecause) {

    public Fact {
        also = List.copyOf(also);
    }

    /** A fact whose claim nobody had to give a reason for. */
    public Fact(String id, Claim claim, List<Claim> also) {
        this(id, claim, also, null);
    }

    /** A fact about which nothing is recorded. */
    public static Fact unknown(String id) {
        return new Fact(id, Claim.unknown(), List.of());
    }

    /** The same without what its authors wrote beside it for colleagues: notes, who searched, and why this claim was chosen. */
    public Fact withoutRemarks() {
        return new Fact(id, claim.withoutRemarks(), also.stream().map(Claim::withoutRemarks).filter(one -> !one.equals(Claim.unknown())).distinct().toList(), null);
    }

    public State state() {
        return claim.state();
    }

    /**
     * Whether another source states another value, an absence or a refusal. A further source with neither is only a note.
     * A number conflicts only when the two intervals have nothing in common.
     */
    public boolean inConflict() {
        return also.stream().anyMatch(this::contradicts);
    }

    private boolean contradicts(Claim other) {
        if (!other.speaks()) {
            return false;
        }
        if (other.state() != claim.state()) {
            return true;
        }
        if (claim.value() instanceof FactValue.Amount mine && other.value() instanceof FactValue.Amount theirs) {
            return mine.low() > theirs.high() || theirs.low() > mine.high();
        }
        if (claim.value() instanceof FactValue.Date mine && other.value() instanceof FactValue.Date theirs) {
            return mine.day().earliest().isAfter(theirs.day().latest())
                    || theirs.day().earliest().isAfter(mine.day().latest());
        }
        if (claim.value() instanceof FactValue.Items mine && other.value() instanceof FactValue.Items theirs) {
            return !java.util.Set.copyOf(mine.values()).equals(java.util.Set.copyOf(theirs.values()));
        }
        return claim.state() == State.VALUE && !java.util.Objects.equals(claim.value(), other.value());
    }
}
