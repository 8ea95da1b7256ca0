package eu.vitrine.facts;

import java.util.List;
import java.util.regex.Pattern;
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
 * @param tier what kind of source it is; null where nobody has said
 * @param checkedOn the last day on which somebody saw that the source still says so
 * @param evidence SHA-256 of the archived bytes in which it is said, in lower-case hexadecimal; without, the address alone stands for it
 */
public record Claim(
        State state,
        @Nullable FactValue value,
        Completeness completeness,
        @Nullable String sourceUrl,
        @Nullable Day asOf,
        @Nullable String note,
        @Nullable Search searched,
        @Nullable SourceTier tier,
        @Nullable Day checkedOn,
        List<String> evidence) {

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

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final Claim UNKNOWN = new Claim(State.UNKNOWN, null, Completeness.NOT_KNOWN, null, null, null, null);

    public Claim {
        if ((state == State.VALUE) != (value != null)) {
            throw new IllegalArgumentException("a value belongs to the state \"value\" and to no other, not to " + state);
        }
        evidence = List.copyOf(evidence);
        evidence.forEach(Claim::evidence);
    }

    /** A claim of which no more is known. */
    public Claim(State state, @Nullable FactValue value, Completeness completeness, @Nullable String sourceUrl, @Nullable Day asOf,
            @Nullable String note, @Nullable Search searched) {
        this(state, value, completeness, sourceUrl, asOf, note, searched, null, null, List.of());
    }

    /** Whether this names bytes by their SHA-256. */
    public static boolean isEvidence(String sha256) {
        return SHA_256.matcher(sha256).matches();
    }

    static void evidence(String sha256) {
        if (!isEvidence(sha256)) {
            throw new IllegalArgumentException("evidence is named by its SHA-256, 64 lower-case hexadecimal digits, not by \"" + sha256 + "\"");
        }
    }

    /** The same without what its author wrote beside it for colleagues: the note, and who searched. */
    public Claim withoutRemarks() {
        return new Claim(state, value, completeness, sourceUrl, asOf, null, searched == null ? null : new Search(searched.where(), searched.on(), null), tier,
                checkedOn, evidence);
    }

    /** The last day on which the source is known to have said so: its date, or the day it was looked at again; null when neither is known. */
    public @Nullable Day seenOn() {
        if (checkedOn == null || asOf == null) {
            return asOf == null ? checkedOn : asOf;
        }
        return checkedOn.latest().isAfter(asOf.latest()) ? checkedOn : asOf;
    }

    /** The last day on which anybody is known to have looked: for a search that found nothing the day of the search, else {@link #seenOn()}. */
    public @Nullable Day lookedOn() {
        return state == State.ABSENT && searched != null && searched.on() != null ? searched.on() : seenOn();
    }

    /** The same claim, seen again on a day. */
    public Claim checked(Day on) {
        return new Claim(state, value, completeness, sourceUrl, asOf, note, searched, tier, on, evidence);
    }

    /** The same claim with these bytes for it. */
    public Claim with(List<String> archived) {
        return new Claim(state, value, completeness, sourceUrl, asOf, note, searched, tier, checkedOn, archived);
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
