package eu.vitrine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression, or unknown, with what it rests on.
 *
 * @param known Boolean, String, Range, Days, Listing or RowCells; null when unknown
 * @param trace what it rests on
 */
record Value(@Nullable Object known, Trace trace) {

    /**
     * A number known to lie between two ends, both included.
     *
     * @param uncertain facts whose precision is to blame when a comparison cannot be decided
     * @param stated whether the source itself gives the interval
     * @param point the figure itself
     */
    record Range(double low, double high, double point, boolean stated, IdSet uncertain) {
        static Range exactly(double number) {
            return new Range(number, number, number, false, IdSet.EMPTY);
        }
    }

    /** A date known to lie between two days, both included, as days since 1970-01-01. */
    record Days(long earliest, long latest, IdSet uncertain) {
        static Days exactly(long day) {
            return new Days(day, day, IdSet.EMPTY);
        }
    }

    /**
     * A list or the rows of a table.
     *
     * @param complete whether it is known to hold everything
     * @param source the fact it comes from; empty for constants
     */
    record Listing(List<Object> items, boolean complete, IdSet source) {}

    static final Value TRUE = new Value(Boolean.TRUE, Trace.NOTHING);
    static final Value FALSE = new Value(Boolean.FALSE, Trace.NOTHING);

    static Value of(boolean known, Trace trace) {
        return new Value(known, trace);
    }

    static Value unknown(Trace trace) {
        return new Value(null, trace);
    }

    boolean isUnknown() {
        return known == null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(known);
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(known);
    }
}
