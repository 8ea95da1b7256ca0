package eu.vitrine.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Interval arithmetic: the result holds every number that the operands' intervals allow. */
final class Arithmetic {

    private Arithmetic() {}

    static Value apply(Expr.Operation operation, List<Value> args) {
        Trace all = Trace.NOTHING;
        boolean unknown = false;
        for (Value arg : args) {
            all = all.and(arg.trace());
            unknown |= arg.isUnknown();
        }
        if (unknown) {
            return Value.unknown(all);
        }
        return new Value(compute(operation, args, all.reads()), all);
    }

    private static Object compute(Expr.Operation operation, List<Value> args, IdSet reads) {
        Object first = first(args);
        return switch (operation) {
            case ADD -> combine(range(args, 0), range(args, 1), true);
            case SUBTRACT -> combine(range(args, 0), negated(range(args, 1)), true);
            case MULTIPLY -> combine(range(args, 0), range(args, 1), false);
            case POINT -> Value.Range.exactly(((Value.Range) first).point());
            case WIDEN -> widened(range(args, 0), range(args, 1).point(), range(args, 2).point(), reads);
            case AT_LEAST ->
                new Value.Range(range(args, 0).low(), Double.POSITIVE_INFINITY, range(args, 0).point(), false, reads);
            case LATER -> later((Value.Days) first, days(args, 1));
            case PLUS_DAYS -> shifted((Value.Days) first, 0, (long) range(args, 1).point());
            case PLUS_MONTHS -> shifted((Value.Days) first, (long) range(args, 1).point(), 0);
            default -> throw new IllegalStateException(operation + " is not arithmetic");
        };
    }

    private static Object first(List<Value> args) {
        return java.util.Objects.requireNonNull(args.get(0).known());
    }

    private static Value.Range range(List<Value> args, int index) {
        return (Value.Range) java.util.Objects.requireNonNull(args.get(index).known());
    }

    private static Value.Days days(List<Value> args, int index) {
        return (Value.Days) java.util.Objects.requireNonNull(args.get(index).known());
    }

    private static Value.Range combine(Value.Range a, Value.Range b, boolean add) {
        IdSet uncertain = a.uncertain().and(b.uncertain());
        if (add) {
            return new Value.Range(sum(a.low(), b.low()), sum(a.high(), b.high()), sum(a.point(), b.point()), false, uncertain);
        }
        double[] corners = {
            product(a.low(), b.low()), product(a.low(), b.high()), product(a.high(), b.low()), product(a.high(), b.high())
        };
        double low = corners[0];
        double high = corners[0];
        for (double corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        return new Value.Range(low, high, product(a.point(), b.point()), false, uncertain);
    }

    /**
     * The product as in decimals: a figure of 1e24 read ten times less is 1e23 to the digit, so that it never crosses a
     * threshold by a rounding of binary fractions. Zero times an open end is zero, for the end is a number merely not known.
     */
    private static double product(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return Double.isFinite(a) && Double.isFinite(b) ? BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue() : a * b;
    }

    /** The sum as in decimals, for the same reason. */
    private static double sum(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b) ? BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue() : a + b;
    }

    private static Value.Range negated(Value.Range range) {
        return new Value.Range(-range.high(), -range.low(), -range.point(), false, range.uncertain());
    }

    private static Value.Range widened(Value.Range figure, double down, double up, IdSet reads) {
        return new Value.Range(
                product(figure.point(), down), product(figure.point(), up), figure.point(), true, reads);
    }

    private static Value.Days later(Value.Days a, Value.Days b) {
        return new Value.Days(Math.max(a.earliest(), b.earliest()), Math.max(a.latest(), b.latest()),
                a.uncertain().and(b.uncertain()));
    }

    private static Value.Days shifted(Value.Days days, long months, long plusDays) {
        return new Value.Days(shift(days.earliest(), months, plusDays), shift(days.latest(), months, plusDays), days.uncertain());
    }

    private static long shift(long day, long months, long plusDays) {
        return LocalDate.ofEpochDay(day).plusMonths(months).plusDays(plusDays).toEpochDay();
    }
}
