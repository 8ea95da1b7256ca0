package eu.vitrine.policy;

import com.google.re2j.Pattern;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions with three values. Logic is Kleene's: what decides an answer alone decides it whatever else is
 * unknown. A comparison over ranges is unknown when they straddle the bound. Every unknown names the facts that cause it.
 */
final class Conditions {

    /** Where an expression gets decisions and dated figures from. */
    interface Surroundings {
        Value decision(String id);

        Value law(String name);

        /** The facts that would take the place of these assumptions. */
        IdSet standsFor(int assumptions);
    }

    /** An element that a name stands for, within whatever is bound around it. */
    private record Bound(String name, Object element, @Nullable Bound outer) {}

    private final FactView subject;
    private final FactView lifecycle;
    private final String slug;
    private final LocalDate asOf;
    private final Surroundings surroundings;
    private @Nullable Bound bound;

    Conditions(FactView subject, FactView lifecycle, String slug, LocalDate asOf, Surroundings surroundings) {
        this.subject = subject;
        this.lifecycle = lifecycle;
        this.slug = slug;
        this.asOf = asOf;
        this.surroundings = surroundings;
    }

    Value eval(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant -> constant(constant.value());
            case Expr.FactRef ref -> view(ref).value(ref.index());
            case Expr.DecisionRef ref -> surroundings.decision(ref.id());
            case Expr.LawRef ref -> surroundings.law(ref.name());
            case Expr.AsOf now -> new Value(Value.Days.exactly(asOf.toEpochDay()), Trace.NOTHING);
            case Expr.Slug name -> new Value(slug, Trace.NOTHING);
            case Expr.Element element -> new Value(bound(element.name()), Trace.NOTHING);
            case Expr.Cell cell -> FactView.cell((FactView.RowCells) bound(cell.name()), cell.column());
            case Expr.ListOf list -> listOf(list);
            case Expr.Quantifier quantifier -> quantify(quantifier);
            case Expr.Op op -> operate(op.operation(), op.args());
        };
    }

    /** Evaluates with one element bound, for judging an annex point by point. */
    Value evalFor(String name, Object element, Expr expr) {
        return evalWith(new Bound(name, element, bound), expr);
    }

    private Value evalWith(Bound inner, Expr expr) {
        Bound outer = bound;
        bound = inner;
        Value value = eval(expr);
        bound = outer;
        return value;
    }

    private Object bound(String name) {
        Bound one = bound;
        while (one != null && !one.name().equals(name)) {
            one = one.outer();
        }
        return java.util.Objects.requireNonNull(one, name).element();
    }

    private static Value constant(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? Value.TRUE : Value.FALSE;
            case Double number -> new Value(Value.Range.exactly(number), Trace.NOTHING);
            case Long day -> new Value(Value.Days.exactly(day), Trace.NOTHING);
            default -> new Value(value, Trace.NOTHING);
        };
    }

    private FactView view(Expr.FactRef ref) {
        return ref.of() == Expr.Of.SUBJECT ? subject : lifecycle;
    }

    private Value listOf(Expr.ListOf list) {
        List<Object> items = new ArrayList<>(list.items().size());
        for (Expr item : list.items()) {
            items.add(((Expr.Constant) item).value());
        }
        return new Value(new Value.Listing(items, true, IdSet.EMPTY), Trace.NOTHING);
    }

    private Value operate(Expr.Operation operation, List<Expr> args) {
        return switch (operation) {
            case AND -> and(args);
            case OR -> or(args);
            case NOT -> not(eval(args.get(0)));
            case CHOOSE -> choose(args);
            case EQUAL -> Comparison.equal(eval(args.get(0)), eval(args.get(1)));
            case LESS -> Comparison.less(eval(args.get(0)), eval(args.get(1)), false);
            case LESS_OR_EQUAL -> Comparison.less(eval(args.get(0)), eval(args.get(1)), true);
            case IN -> Comparison.in(eval(args.get(0)), eval(args.get(1)));
            case STARTS_WITH, CONTAINS, MATCHES -> compareTexts(operation, eval(args.get(0)), eval(args.get(1)));
            case SOURCED -> sourced((Expr.FactRef) args.get(0), eval(args.get(1)));
            case ADD, SUBTRACT, MULTIPLY, WIDEN, POINT, AT_LEAST, LATER, PLUS_DAYS, PLUS_MONTHS ->
                Arithmetic.apply(operation, args.stream().map(this::eval).toList());
            case SIZE -> size(eval(args.get(0)));
            case STATES_INTERVAL -> statesInterval(eval(args.get(0)));
            case CERTAIN -> certain(eval(args.get(0)));
            case FIRM -> firm(eval(args.get(0)));
            case AGREED -> agreed(eval(args.get(0)));
            case HAS, STATE, KNOWN, CONFLICT, AGE, SECOND, CURRENCY -> about(operation, (Expr.FactRef) args.get(0));
        };
    }

    private Value and(List<Expr> args) {
        return combine(args, false);
    }

    private Value or(List<Expr> args) {
        return combine(args, true);
    }

    /** Kleene's connectives: one operand equal to {@code decisive} decides; of several the firmest is named. */
    private Value combine(List<Expr> args, boolean decisive) {
        Value decided = null;
        Trace all = Trace.NOTHING;
        boolean unknown = false;
        for (Expr arg : args) {
            Value value = eval(arg);
            if (value.isUnknown()) {
                unknown = true;
            } else if (Boolean.valueOf(decisive).equals(value.known())) {
                if (decided == null || value.trace().firmerThan(decided.trace())) {
                    decided = value;
                }
                if (decided.trace().assumptions() == 0 && !decided.trace().review()) {
                    return decided;
                }
                continue;
            }
            all = all.and(value.trace());
        }
        if (decided != null) {
            return decided;
        }
        return unknown ? Value.unknown(all) : Value.of(!decisive, all);
    }

    private static Value not(Value value) {
        return value.isUnknown() ? value : Value.of(!value.isTrue(), value.trace());
    }

    private Value choose(List<Expr> args) {
        Value condition = eval(args.get(0));
        if (condition.isUnknown()) {
            return Value.unknown(condition.trace());
        }
        Value chosen = eval(args.get(condition.isTrue() ? 1 : 2));
        return new Value(chosen.known(), condition.trace().and(chosen.trace()));
    }

    private Value quantify(Expr.Quantifier quantifier) {
        Value over = eval(quantifier.over());
        if (!(over.known() instanceof Value.Listing listing)) {
            return Value.unknown(over.trace());
        }
        Trace all = over.trace();
        boolean unknown = false;
        boolean decisive = !quantifier.all();
        for (Object item : listing.items()) {
            Value value = evalWith(new Bound(quantifier.name(), item, bound), quantifier.body());
            if (Boolean.valueOf(decisive).equals(value.known())) {
                return Value.of(decisive, over.trace().and(value.trace()));
            }
            unknown |= value.isUnknown();
            all = all.and(value.trace());
        }
        if (!listing.complete()) {
            return Value.unknown(all.causedBy(listing.source()));
        }
        return unknown ? Value.unknown(all) : Value.of(!decisive, all);
    }

    private static Value compareTexts(Expr.Operation operation, Value text, Value other) {
        Trace both = text.trace().and(other.trace());
        if (!(text.known() instanceof String whole) || !(other.known() instanceof String part)) {
            return Value.unknown(both);
        }
        return Value.of(switch (operation) {
            case STARTS_WITH -> whole.startsWith(part);
            case CONTAINS -> whole.contains(part);
            default -> Pattern.compile(part).matcher(whole).find();
        }, both);
    }

    private Value sourced(Expr.FactRef ref, Value hosts) {
        FactView view = view(ref);
        String host = view.sourceHost(ref.index());
        if (host == null || !(hosts.known() instanceof Value.Listing listing)) {
            return Value.unknown(hosts.trace().and(view.unknown(ref.index())));
        }
        return Value.of(listing.items().stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one)),
                hosts.trace().and(view.reading(ref.index())));
    }

    private static Value size(Value list) {
        if (!(list.known() instanceof Value.Listing listing)) {
            return Value.unknown(list.trace());
        }
        double least = listing.items().size();
        return listing.complete()
                ? new Value(Value.Range.exactly(least), list.trace())
                : new Value(new Value.Range(least, Double.POSITIVE_INFINITY, least, false, listing.source()), list.trace());
    }

    private static Value statesInterval(Value number) {
        return number.known() instanceof Value.Range range
                ? Value.of(range.stated(), number.trace())
                : Value.unknown(number.trace());
    }

    private static Value certain(Value value) {
        return Value.of(value.isTrue(), value.trace().settled());
    }

    private Value firm(Value value) {
        Trace trace = value.trace();
        return value.isUnknown() || trace.assumptions() == 0 ? value
                : Value.unknown(trace.assumingNothing(surroundings.standsFor(trace.assumptions())));
    }

    private static Value agreed(Value value) {
        return value.isUnknown() || value.trace().disputed().isEmpty() ? value : Value.unknown(value.trace().causedBy(value.trace().disputed()));
    }

    private Value about(Expr.Operation operation, Expr.FactRef ref) {
        FactView view = view(ref);
        Fact fact = view.fact(ref.index());
        Trace read = view.reading(ref.index());
        return switch (operation) {
            case STATE -> new Value(fact.state().code(), read);
            case KNOWN -> Value.of(fact.state() == State.VALUE, read);
            case CONFLICT -> Value.of(fact.inConflict(), read);
            case HAS -> has(view, ref.index());
            case AGE -> view.age(ref.index(), asOf);
            case CURRENCY -> view.currency(ref.index());
            default -> view.second(ref.index());
        };
    }

    private static Value has(FactView view, int index) {
        State state = view.fact(index).state();
        @Nullable Boolean has = state == State.VALUE ? Boolean.TRUE : state == State.NONE ? Boolean.FALSE : null;
        return new Value(has, has == null ? view.unknown(index) : view.reading(index));
    }
}
