package eu.vitrine.policy;

/** Comparisons over texts, truths, ranges and dates: true, false, or unknown when a range straddles the bound. */
final class Comparison {

    private Comparison() {}

    static Value less(Value left, Value right, boolean orEqual) {
        Trace both = left.trace().and(right.trace());
        if (left.known() instanceof Value.Range a && right.known() instanceof Value.Range b) {
            boolean surely = orEqual ? a.high() <= b.low() : a.high() < b.low();
            boolean never = orEqual ? a.low() > b.high() : a.low() >= b.high();
            return decided(surely, never, both, a.uncertain().and(b.uncertain()));
        }
        if (left.known() instanceof Value.Days a && right.known() instanceof Value.Days b) {
            boolean surely = orEqual ? a.latest() <= b.earliest() : a.latest() < b.earliest();
            boolean never = orEqual ? a.earliest() > b.latest() : a.earliest() >= b.latest();
            return decided(surely, never, both, a.uncertain().and(b.uncertain()));
        }
        return Value.unknown(both);
    }

    static Value equal(Value left, Value right) {
        Trace both = left.trace().and(right.trace());
        if (left.isUnknown() || right.isUnknown()) {
            return Value.unknown(both);
        }
        if (left.known() instanceof Value.Range a && right.known() instanceof Value.Range b) {
            boolean surely = a.low() == a.high() && b.low() == b.high() && a.low() == b.low();
            return decided(surely, a.high() < b.low() || b.high() < a.low(), both, a.uncertain().and(b.uncertain()));
        }
        if (left.known() instanceof Value.Days a && right.known() instanceof Value.Days b) {
            boolean surely = a.earliest() == a.latest() && b.earliest() == b.latest() && a.earliest() == b.earliest();
            return decided(surely, a.latest() < b.earliest() || b.latest() < a.earliest(), both,
                    a.uncertain().and(b.uncertain()));
        }
        return Value.of(left.known().equals(right.known()), both);
    }

    static Value in(Value element, Value list) {
        Trace both = element.trace().and(list.trace());
        if (element.isUnknown() || !(list.known() instanceof Value.Listing listing)) {
            return Value.unknown(both);
        }
        if (listing.items().contains(element.known())) {
            return Value.of(true, both);
        }
        return listing.complete() ? Value.of(false, both) : Value.unknown(both.causedBy(listing.source()));
    }

    private static Value decided(boolean surely, boolean never, Trace trace, IdSet uncertain) {
        return surely ? Value.of(true, trace) : never ? Value.of(false, trace) : Value.unknown(trace.causedBy(uncertain));
    }
}
