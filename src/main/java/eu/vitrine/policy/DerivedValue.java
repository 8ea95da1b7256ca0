package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value derived by rule. At most one of text, numbers and dates is there; none is when it is not known.
 *
 * @param text a text, or true or false
 * @param low least number it can be
 * @param high greatest number it can be
 * @param earliest first day it can be
 * @param latest last day it can be
 * @param why reasons
 * @param settledBy ids of the facts that would settle it
 */
public record DerivedValue(
        @Nullable String text,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        List<Why> why,
        List<String> settledBy) {

    static DerivedValue of(Value value, List<Why> why, List<String> settledBy) {
        return switch (value.known()) {
            case Value.Range range -> new DerivedValue(null, range.low(), range.high(), null, null, why, settledBy);
            case Value.Days days -> new DerivedValue(null, null, null, LocalDate.ofEpochDay(days.earliest()),
                    LocalDate.ofEpochDay(days.latest()), why, settledBy);
            case null -> new DerivedValue(null, null, null, null, null, why, settledBy);
            case Object other -> new DerivedValue(other.toString(), null, null, null, null, why, settledBy);
        };
    }

    /** Whether nobody can tell yet. */
    public boolean isOpen() {
        return text == null && low == null && earliest == null;
    }
}
