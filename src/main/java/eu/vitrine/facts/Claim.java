package eu.vitrine.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about a fact.
 *
 * @param state what is known; a value is present exactly when it is {@link State#VALUE}
 * @param value the value stated
 * @param completeness for lists and tables
 * @param sourceUrl where it is said; null is shown as unsourced
 * @param asOf date of the source; null counts, in a scenario, as the day of the assessment
 * @param note limits of the claim, or what is known around an unknown; read by people only
 * @param searched the search behind an absence
 */
public record Claim(
        State state,
        @Nullable FactValue value,
        Completeness completeness,
        @Nullable String sourceUrl,
        @Nullable Day asOf,
        @Nullable String note,
        @Nullable Search searched) {

    /**
     * A search that found nothing.
     *
     * @param where the places searched
     * @param on the day of the search
     * @param by who searched
     */
    public record Search(List<String> where, @Nullable Day on, @Nullable String by) {
        public Search {
            where = List.copyOf(where);
        }
    }

    private static final Claim UNKNOWN = new Claim(State.UNKNOWN, null, Completeness.NOT_KNOWN, null, null, null, null);

    public Claim {
        if ((state == State.VALUE) != (value != null)) {
            throw new IllegalArgumentException("a value belongs to the state \"value\" and to no other, not to " + state);
        }
    }

    /** Nobody has looked. */
    public static Claim unknown() {
        return UNKNOWN;
    }

    /** A value without source, as a scenario states it. */
    public static Claim of(FactValue value) {
        return new Claim(State.VALUE, value, Completeness.NOT_KNOWN, null, null, null, null);
    }

    /** Whether this claim says something that another claim could contradict: a value, an absence or a refusal. */
    boolean speaks() {
        return state == State.VALUE || state == State.NONE || state == State.ABSENT || state == State.WITHHELD;
    }
}
