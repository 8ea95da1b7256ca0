package eu.vitrine.policy;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the tables of a policy set for one subject on one day. Each decision is made once for each combination of the
 * assumptions that can bear on it, so that answers without an assumption cost little more than the answers with it.
 */
final class Run implements Conditions.Surroundings {

    /**
     * A decision made.
     *
     * @param rows the rows that decide; several when it is unknown
     * @param assumed the assumption entry that stands in, or null
     */
    record Decided(Value value, List<Decision.Row> rows, Decision.@Nullable Assumed assumed) {

        /** The same; what is unknown rests on no assumption, for it would be unknown without it as well. */
        Decided resting() {
            Trace trace = value.trace();
            return !value.isUnknown() || trace.assumptions() == 0 ? this
                    : new Decided(Value.unknown(trace.assumingNothing(trace.causes())), rows, assumed);
        }

        /** The outcome as text; CANNOT_DETERMINE when unknown. */
        String text() {
            return value.known() instanceof String text ? text : Decision.UNDETERMINED;
        }
    }

    /**
     * Whether an assumption may be made.
     *
     * @param defeater what switches it off, or null
     * @param disputed facts that this turns on and on which sources disagree
     */
    private record Standing(boolean made, @Nullable String defeater, IdSet disputed) {
        static final Standing NOT_NEEDED = new Standing(false, null, IdSet.EMPTY);
    }

    private final PolicySet set;
    private final LocalDate asOf;
    private final Conditions conditions;
    private final FactView facts;
    private final FactView lifecycle;
    private final String slug;
    private final @Nullable Decided[][] decided;
    private final Map<String, Value> law = new HashMap<>();
    private int enabled;

    Run(PolicySet set, Subject subject, LocalDate asOf) {
        this(set, new FactView(set.vocabulary(), subject.facts(), null), new FactView(set.vocabulary(),
                subject.lifecycle() == null ? Facts.none() : subject.lifecycle(), set.lifecycleStandIn()), subject.slug(), asOf);
    }

    private Run(PolicySet set, FactView facts, FactView lifecycle, String slug, LocalDate asOf) {
        this.set = set;
        this.facts = facts;
        this.lifecycle = lifecycle;
        this.slug = slug;
        this.asOf = asOf;
        this.conditions = new Conditions(facts, lifecycle, slug, asOf, this);
        this.decided = new Decided[set.size()][];
        this.enabled = set.allAssumptions();
    }

    /** The same subject on another day, with the same assumptions. */
    Run on(LocalDate day) {
        return new Run(set, facts, lifecycle, slug, day).enable(enabled);
    }

    /** The facts of the subject. */
    FactView facts() {
        return facts;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Decides from now on with these assumptions only. */
    Run enable(int assumptions) {
        this.enabled = assumptions;
        return this;
    }

    int enabled() {
        return enabled;
    }

    Value eval(Expr expr) {
        return conditions.eval(expr);
    }

    Value evalFor(String element, Expr expr) {
        return conditions.evalFor(Duty.Points.ELEMENT, element, expr);
    }

    /** Evaluates with one element bound, for telling of which entries of a list something holds. */
    Value evalFor(String name, Object element, Expr expr) {
        return conditions.evalFor(name, element, expr);
    }

    @Override
    public Value decision(String id) {
        return decide(set.slot(id)).value();
    }

    @Override
    public Value law(String name) {
        Value value = law.get(name);
        if (value == null) {
            value = switch (set.law(name).on(asOf)) {
                case Double number -> new Value(Value.Range.exactly(number), Trace.NOTHING);
                case LocalDate day -> new Value(Value.Days.exactly(day.toEpochDay()), Trace.NOTHING);
                case List<?> items -> new Value(new Value.Listing(List.copyOf(items), true, IdSet.EMPTY), Trace.NOTHING);
                case Object other -> new Value(other, Trace.NOTHING);
            };
            law.put(name, value);
        }
        return value;
    }

    @Override
    public IdSet standsFor(int assumptions) {
        return set.standsFor(assumptions);
    }

    Decided decide(Decision decision) {
        return decide(set.slot(decision.id()));
    }

    private Decided decide(PolicySet.Slot slot) {
        Decided[] byAssumptions = decided[slot.index()];
        if (byAssumptions == null) {
            byAssumptions = new Decided[slot.assumptions() + 1];
            decided[slot.index()] = byAssumptions;
        }
        Decision decision = slot.decision();
        int key = enabled & slot.assumptions();
        Decided known = byAssumptions[key];
        if (known == null) {
            known = byRows(decision);
            if (known.value().isUnknown() && !decision.assumed().isEmpty()) {
                known = byAssumption(decision, known);
            }
            known = known.resting();
            byAssumptions[key] = known;
        }
        return known;
    }

    private Decided byRows(Decision decision) {
        Trace passed = Trace.NOTHING;
        List<Decision.Row> open = new ArrayList<>(4);
        List<Decision.Row> refused = new ArrayList<>(4);
        List<Trace> refusals = new ArrayList<>(4);
        for (Decision.Row row : decision.rows()) {
            Value when = row.when() == null ? Value.TRUE : eval(row.when());
            if (when.isFalse()) {
                refused.add(row);
                refusals.add(when.trace());
            } else if (when.isTrue()) {
                return hit(row, when.trace(), open, passed, refused, refusals);
            } else {
                open.add(row);
                passed = passed.and(row.review() ? when.trace().reviewed() : when.trace());
            }
        }
        return new Decided(Value.unknown(passed.causedBy(decision.settledBy()).disputing(disputed(refusals))), List.copyOf(open), null);
    }

    /** The first row that is true: it decides when no row before it that might be true says otherwise. */
    private Decided hit(Decision.Row row, Trace when, List<Decision.Row> open, Trace passed,
            List<Decision.Row> refused, List<Trace> refusals) {
        Trace trace = row.review() ? when.reviewed() : when;
        if (row.isUndetermined()) {
            open.add(row);
            return new Decided(Value.unknown(passed.and(trace).causedBy(row.settledBy()).disputing(disputed(refusals))), List.copyOf(open), null);
        }
        for (Decision.Row other : open) {
            if (!sameOutcome(other, row)) {
                open.add(row);
                return new Decided(Value.unknown(passed.and(trace).disputing(disputed(refusals))), List.copyOf(open), null);
            }
        }
        for (int i = 0; i < refused.size(); i++) {
            if (!sameOutcome(refused.get(i), row)) {
                trace = trace.and(refusals.get(i));
            }
        }
        Value then = eval(row.then());
        trace = trace.settled().and(then.trace());
        if (then.isUnknown()) {
            trace = trace.causedBy(row.settledBy());
        }
        return new Decided(new Value(imprecise(then.known(), row.settledBy()), trace), List.of(row), null);
    }

    /** Facts by which rows before an open answer were refused, and by which, with another claim, one of them might not have been. */
    private static IdSet disputed(List<Trace> refusals) {
        IdSet disputed = IdSet.EMPTY;
        for (Trace refusal : refusals) {
            disputed = disputed.and(refusal.disputed());
        }
        return disputed;
    }

    private boolean sameOutcome(Decision.Row one, Decision.Row other) {
        if (one.isUndetermined() || one.then().equals(other.then())) {
            return one.then().equals(other.then());
        }
        if (one.then() instanceof Expr.Constant || other.then() instanceof Expr.Constant) {
            return false;
        }
        Object known = eval(one.then()).known();
        Object others = eval(other.then()).known();
        if (known instanceof Value.Days days && others instanceof Value.Days theirs) {
            return days.earliest() == theirs.earliest() && days.latest() == theirs.latest();
        }
        return known != null && known.equals(others);
    }

    /** A range also names the facts that its row says would make it narrower. */
    private static @Nullable Object imprecise(@Nullable Object known, IdSet settledBy) {
        return known instanceof Value.Range range && range.low() != range.high() && !settledBy.isEmpty()
                ? new Value.Range(range.low(), range.high(), range.point(), range.stated(), range.uncertain().and(settledBy))
                : known;
    }

    private Decided byAssumption(Decision decision, Decided undetermined) {
        int defeated = 0;
        IdSet disputed = undetermined.value().trace().disputed();
        for (Decision.Assumed one : decision.assumed()) {
            Value when = one.when() == null ? Value.TRUE : eval(one.when());
            if (!when.isTrue()) {
                continue;
            }
            Trace trace = when.trace();
            boolean made = true;
            for (AssumptionRule rule : set.assumptionRules()) {
                if ((one.with() & rule.assumption().bit()) != 0) {
                    Standing standing = standing(rule);
                    made &= standing.made();
                    defeated |= standing.defeater() == null ? 0 : rule.assumption().bit();
                    disputed = disputed.and(standing.disputed());
                }
            }
            if (made) {
                Value then = eval(one.then());
                if (!then.isUnknown()) {
                    return new Decided(new Value(then.known(), trace.and(then.trace()).assuming(one.with()).disputing(disputed)),
                            undetermined.rows(), one);
                }
            }
        }
        return new Decided(Value.unknown(undetermined.value().trace().defeating(defeated).disputing(disputed)), undetermined.rows(), null);
    }

    private Standing standing(AssumptionRule rule) {
        if ((enabled & rule.assumption().bit()) == 0) {
            return Standing.NOT_NEEDED;
        }
        Value needs = eval(rule.needs());
        return needs.isTrue() ? against(rule, needs.trace().disputed()) : new Standing(false, null, needs.trace().disputed());
    }

    /** What switches an assumption off that is needed; the first that does decides, and where none does, all of them. */
    private Standing against(AssumptionRule rule, IdSet disputed) {
        IdSet all = disputed;
        for (AssumptionRule.Defeater defeater : rule.defeaters()) {
            Value when = eval(defeater.when());
            if (when.isTrue()) {
                return new Standing(false, defeater.id(), disputed.and(when.trace().disputed()));
            }
            all = all.and(when.trace().disputed());
        }
        for (Expr.FactRef fact : rule.contested()) {
            Value conflict = eval(new Expr.Op(Expr.Operation.CONFLICT, List.of(fact)));
            if (conflict.isTrue()) {
                return new Standing(false, AssumptionRule.CONTESTED, disputed.and(conflict.trace().disputed()));
            }
        }
        return new Standing(true, null, all);
    }

    /** Id of the fact or defeater that switches the assumption off, or null when nothing does. */
    @Nullable String defeater(AssumptionRule rule) {
        return against(rule, IdSet.EMPTY).defeater();
    }
}
