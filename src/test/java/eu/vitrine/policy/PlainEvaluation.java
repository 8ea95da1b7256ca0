package eu.vitrine.policy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The semantics of policies written down a second time, as plainly as they can be said: nothing is cut short, nothing is
 * traced, and nothing but decisions is remembered. The engine must give the same answers.
 */
public final class PlainEvaluation {

    /** A value, or null for unknown, with the assumptions it rests on as bits, the disputed facts it rests on, and whether a person should look. */
    private record Plain(@Nullable Object known, int bits, Set<String> disputed, boolean review) {
        static Plain of(Object known) {
            return new Plain(known, 0, Set.of(), false);
        }

        static Plain unknown(int bits, Set<String> disputed, boolean review) {
            return new Plain(null, bits, disputed, review);
        }

        boolean is(boolean truth) {
            return Boolean.valueOf(truth).equals(known);
        }

        Plain resting(Plain other, @Nullable Object value) {
            return new Plain(value, bits | other.bits, both(disputed, other.disputed), review || other.review);
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }

    private record Number(double low, double high, double point, boolean stated) {}

    private record Dates(long earliest, long latest) {}

    private record Items(List<Object> all, boolean complete) {}

    private final PolicySet set;
    private final Subject subject;
    private final LocalDate asOf;
    private final int enabled;
    private final Map<String, Outcome> decided = new HashMap<>();

    /**
     * An evaluation.
     *
     * @param enabled the assumptions that may be made, as bits
     */
    PlainEvaluation(PolicySet set, Subject subject, LocalDate asOf, int enabled) {
        this.set = set;
        this.subject = subject;
        this.asOf = asOf;
        this.enabled = enabled;
    }

    /** The four answers of a duty. */
    Answers answers(Duty duty) {
        Outcome applicability = decide(duty.applicability());
        Answers.Applicability applies = Answers.Applicability.valueOf(text(applicability.value()));
        boolean route = duty.evidence() == null;
        if (applies == Answers.Applicability.EXEMPT && applicability.value().bits() != 0) {
            applies = Answers.Applicability.CANNOT_DETERMINE;
        }
        if (route || applies == Answers.Applicability.EXEMPT || applies == Answers.Applicability.NOT_APPLICABLE) {
            String ground = applies == Answers.Applicability.EXEMPT ? applicability.row().ground() : null;
            return new Answers(applies, ground, null, null, null, null, null, null);
        }
        Plain day = eval(duty.due(), Map.of());
        long today = asOf.toEpochDay();
        Answers.Due due = Answers.Due.UNKNOWN;
        LocalDate dueDate = null;
        if (day.known() instanceof Dates dates) {
            due = dates.latest() <= today ? Answers.Due.DUE : dates.earliest() > today ? Answers.Due.NOT_YET_DUE : Answers.Due.UNKNOWN;
            dueDate = due == Answers.Due.UNKNOWN ? null : LocalDate.ofEpochDay(due == Answers.Due.DUE ? dates.latest() : dates.earliest());
        } else if (((Dates) eval(duty.begins(), Map.of()).known()).latest() > today) {
            due = Answers.Due.NOT_YET_DUE;
            dueDate = LocalDate.ofEpochDay(((Dates) eval(duty.begins(), Map.of()).known()).latest());
        }
        Plain shown = decide(duty.evidence()).value();
        EvidenceOutcome found = shown.known() instanceof EvidenceOutcome outcome ? outcome
                : new EvidenceOutcome(Answers.Evidence.NO_EVIDENCE, duty.otherwise());
        boolean assumed = (applicability.value().bits() | day.bits() | shown.bits()) != 0;
        Answers.Evidence evidence = found.evidence();
        if (evidence == Answers.Evidence.NOT_MET && (due != Answers.Due.DUE || applies != Answers.Applicability.APPLIES || assumed)) {
            evidence = Answers.Evidence.NO_EVIDENCE;
        }
        EvidenceReason reason = evidence == Answers.Evidence.NOT_MET ? null : found.reason();
        LocalDate from = null;
        Answers.Enforceable enforceable = duty.power() == null ? Answers.Enforceable.NO_POWER : Answers.Enforceable.UNKNOWN;
        if (duty.power() != null && dueDate != null) {
            LocalDate power = LocalDate.ofEpochDay(((Dates) eval(duty.power(), Map.of()).known()).latest());
            from = dueDate.isAfter(power) ? dueDate : power;
            enforceable = from.isAfter(asOf) ? Answers.Enforceable.NOT_BEFORE : Answers.Enforceable.NOW;
        }
        return new Answers(applies, null, due, dueDate, evidence, reason, enforceable, from);
    }

    /** Whether any of the four answers of a duty rests on a fact about which sources disagree. */
    boolean isDisputed(Duty duty) {
        Outcome applicability = decide(duty.applicability());
        Answers answers = answers(duty);
        return !applicability.value().disputed().isEmpty() || answers.due() != null
                && !(eval(duty.due(), Map.of()).disputed().isEmpty() && decide(duty.evidence()).value().disputed().isEmpty());
    }

    /** Whether a condition, classification, use right or house rule rests on a fact about which sources disagree. */
    boolean isDisputed(Decision decision) {
        return !decide(decision).value().disputed().isEmpty();
    }

    /** The value of a condition, classification, use right or house rule. */
    String value(Decision decision) {
        return text(decide(decision).value());
    }

    private static String text(Plain plain) {
        return plain.known() instanceof String text ? text : Decision.UNDETERMINED;
    }

    private record Outcome(Plain value, Decision.@Nullable Row row) {}

    /** Decisions are worked out once for each subject; everything below them as often as it stands. */
    private Outcome decide(Decision decision) {
        Outcome known = decided.get(decision.id());
        if (known == null) {
            known = workedOut(decision);
            decided.put(decision.id(), known);
        }
        return known;
    }

    private Outcome workedOut(Decision decision) {
        Outcome outcome = byRows(decision);
        if (outcome.value().known() == null) {
            Set<String> disputed = outcome.value().disputed();
            for (Decision.Assumed one : decision.assumed()) {
                Plain when = one.when() == null ? Plain.of(true) : eval(one.when(), Map.of());
                disputed = when.is(true) ? both(disputed, disputes(one.with())) : disputed;
                if (when.is(true) && isMade(one.with())) {
                    Plain then = eval(one.then(), Map.of());
                    if (then.known() != null) {
                        return new Outcome(new Plain(then.known(), when.bits() | then.bits() | one.with(),
                                both(both(when.disputed(), then.disputed()), disputed), true), null);
                    }
                }
            }
            return new Outcome(Plain.unknown(0, disputed, outcome.value().review() || !disputed.isEmpty()), outcome.row());
        }
        return outcome;
    }

    private Outcome byRows(Decision decision) {
        List<Decision.Row> possible = new ArrayList<>();
        List<Decision.Row> refused = new ArrayList<>();
        List<Plain> refusals = new ArrayList<>();
        boolean review = false;
        Set<String> disputed = Set.of();
        for (Decision.Row row : decision.rows()) {
            Plain when = row.when() == null ? Plain.of(true) : eval(row.when(), Map.of());
            if (when.is(false)) {
                refused.add(row);
                refusals.add(when);
            } else if (when.known() == null) {
                possible.add(row);
                review |= when.review() || row.review();
                disputed = both(disputed, when.disputed());
            } else {
                boolean agree = !row.isUndetermined() && possible.stream().allMatch(other -> same(other, row));
                if (!agree) {
                    Set<String> all = both(both(disputed, when.disputed()), ofRefusals(refusals));
                    return new Outcome(Plain.unknown(0, all, review || when.review() || row.review() || !all.isEmpty()), row);
                }
                Plain then = eval(row.then(), Map.of());
                int bits = when.bits() | then.bits();
                boolean look = when.review() || row.review() || then.review();
                Set<String> contested = both(when.disputed(), then.disputed());
                for (int i = 0; i < refused.size(); i++) {
                    if (!same(refused.get(i), row)) {
                        bits |= refusals.get(i).bits();
                        look |= refusals.get(i).review();
                        contested = both(contested, refusals.get(i).disputed());
                    }
                }
                return new Outcome(new Plain(then.known(), bits, contested, look), row);
            }
        }
        Set<String> all = both(disputed, ofRefusals(refusals));
        return new Outcome(Plain.unknown(0, all, review || !all.isEmpty()), null);
    }

    private static Set<String> ofRefusals(List<Plain> refusals) {
        return refusals.stream().map(Plain::disputed).reduce(Set.of(), PlainEvaluation::both);
    }

    private boolean same(Decision.Row one, Decision.Row other) {
        if (one.then().equals(other.then())) {
            return true;
        }
        boolean constant = one.then() instanceof Expr.Constant || other.then() instanceof Expr.Constant;
        Object known = constant ? null : eval(one.then(), Map.of()).known();
        return known != null && known.equals(eval(other.then(), Map.of()).known());
    }

    private boolean isMade(int with) {
        for (AssumptionRule rule : set.assumptionRules()) {
            int bit = rule.assumption().bit();
            if ((with & bit) != 0) {
                boolean made = (enabled & bit) != 0 && eval(rule.needs(), Map.of()).is(true)
                        && rule.defeaters().stream().noneMatch(one -> eval(one.when(), Map.of()).is(true))
                        && rule.contested().stream().noneMatch(fact -> fact(fact).inConflict());
                if (!made) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The disputed facts that it turns on whether these assumptions are made. */
    private Set<String> disputes(int with) {
        Set<String> disputed = Set.of();
        for (AssumptionRule rule : set.assumptionRules()) {
            if ((with & enabled & rule.assumption().bit()) != 0) {
                Plain needs = eval(rule.needs(), Map.of());
                disputed = both(disputed, needs.disputed());
                disputed = needs.is(true) ? both(disputed, against(rule)) : disputed;
            }
        }
        return disputed;
    }

    private Set<String> against(AssumptionRule rule) {
        Set<String> all = Set.of();
        for (AssumptionRule.Defeater defeater : rule.defeaters()) {
            Plain when = eval(defeater.when(), Map.of());
            if (when.is(true)) {
                return when.disputed();
            }
            all = both(all, when.disputed());
        }
        for (Expr.FactRef fact : rule.contested()) {
            if (fact(fact).inConflict()) {
                return Set.of(fact(fact).id());
            }
        }
        return all;
    }

    private Plain eval(Expr expr, Map<String, Object> bound) {
        return switch (expr) {
            case Expr.Constant(Double number) -> Plain.of(new Number(number, number, number, false));
            case Expr.Constant constant -> Plain.of(constant.value());
            case Expr.AsOf now -> Plain.of(new Dates(asOf.toEpochDay(), asOf.toEpochDay()));
            case Expr.Slug name -> Plain.of(subject.slug());
            case Expr.LawRef ref -> Plain.of(law(set.law(ref.name()).on(asOf)));
            case Expr.DecisionRef ref -> decide(set.decision(ref.id())).value();
            case Expr.Element element -> Plain.of(bound.get(element.name()));
            case Expr.Cell cell -> new Plain(value(((FactValue.Row) bound.get(cell.name())).cell(cell.column())), 0, Set.of(), false);
            case Expr.ListOf list -> Plain.of(new Items(list.items().stream().map(item -> ((Expr.Constant) item).value()).toList(), true));
            case Expr.FactRef ref -> read(ref, value(ref));
            case Expr.Quantifier quantifier -> quantified(quantifier, bound);
            case Expr.Op op -> operated(op, bound);
        };
    }

    private static Object law(Object value) {
        return switch (value) {
            case Double number -> new Number(number, number, number, false);
            case LocalDate day -> new Dates(day.toEpochDay(), day.toEpochDay());
            case List<?> items -> new Items(List.copyOf(items), true);
            default -> value;
        };
    }

    private Fact fact(Expr.FactRef ref) {
        Facts facts = ref.of() == Expr.Of.SUBJECT ? subject.facts() : subject.lifecycle() == null ? Facts.none() : subject.lifecycle();
        return facts.get(set.vocabulary().facts().get(ref.index()).id());
    }

    private @Nullable Object value(Expr.FactRef ref) {
        FactType type = set.vocabulary().facts().get(ref.index()).type();
        Claim claim = fact(ref).claim();
        if (claim.state() == State.NONE && (type == FactType.LIST || type == FactType.TABLE)) {
            return new Items(List.of(), true);
        }
        boolean complete = claim.completeness() == Completeness.COMPLETE;
        return switch (claim.value()) {
            case FactValue.Items items -> new Items(List.copyOf(items.values()), complete);
            case FactValue.Rows rows -> new Items(List.copyOf(rows.rows()), complete);
            case null -> null;
            case FactValue other -> value(other);
        };
    }

    private static @Nullable Object value(@Nullable FactValue value) {
        return switch (value) {
            case null -> null;
            case FactValue.Truth truth -> truth.value();
            case FactValue.Text text -> text.value();
            case FactValue.Date date -> new Dates(date.day().earliest().toEpochDay(), date.day().latest().toEpochDay());
            case FactValue.Amount amount -> new Number(amount.low(), amount.high(), amount.point(), amount.statesInterval());
            case FactValue.Items items -> new Items(List.copyOf(items.values()), true);
            case FactValue.Rows rows -> new Items(List.copyOf(rows.rows()), true);
        };
    }

    private Plain quantified(Expr.Quantifier quantifier, Map<String, Object> bound) {
        Plain over = eval(quantifier.over(), bound);
        if (!(over.known() instanceof Items items)) {
            return Plain.unknown(over.bits(), over.disputed(), over.review());
        }
        Plain all = over;
        boolean unknown = !items.complete();
        for (Object item : items.all()) {
            Map<String, Object> inner = new HashMap<>(bound);
            inner.put(quantifier.name(), item);
            Plain one = eval(quantifier.body(), inner);
            if (one.is(!quantifier.all())) {
                return over.resting(one, !quantifier.all());
            }
            unknown |= one.known() == null;
            all = all.resting(one, null);
        }
        return new Plain(unknown ? null : quantifier.all(), all.bits(), all.disputed(), all.review());
    }

    private Plain operated(Expr.Op op, Map<String, Object> bound) {
        switch (op.operation()) {
            case AND, OR -> {
                return connected(op, bound);
            }
            case CHOOSE -> {
                Plain condition = eval(op.args().get(0), bound);
                if (condition.known() == null) {
                    return condition;
                }
                Plain chosen = eval(op.args().get(condition.is(true) ? 1 : 2), bound);
                return condition.resting(chosen, chosen.known());
            }
            case SOURCED -> {
                Plain hosts = eval(op.args().get(1), bound);
                String source = fact((Expr.FactRef) op.args().get(0)).claim().sourceUrl();
                String host = source == null ? null : java.net.URI.create(source).getHost();
                return hosts.resting(read((Expr.FactRef) op.args().get(0), null), host == null ? null : ((Items) hosts.known()).all().stream()
                        .anyMatch(one -> ("." + host).endsWith("." + one)));
            }
            case HAS, STATE, KNOWN, CONFLICT, AGE, SECOND, CURRENCY -> {
                return read((Expr.FactRef) op.args().get(0), about(op.operation(), (Expr.FactRef) op.args().get(0)));
            }
            default -> {
                List<Plain> args = op.args().stream().map(arg -> eval(arg, bound)).toList();
                return applied(op.operation(), args);
            }
        }
    }

    /** Of several operands that decide, the one that rests on least counts. */
    private Plain connected(Expr.Op op, Map<String, Object> bound) {
        boolean decisive = op.operation() == Expr.Operation.OR;
        Plain decided = null;
        Plain rest = Plain.of(true);
        boolean unknown = false;
        for (Expr arg : op.args()) {
            Plain one = eval(arg, bound);
            if (one.is(decisive)) {
                boolean firmer = decided == null || weight(one) < weight(decided);
                decided = firmer ? one : decided;
            } else {
                unknown |= one.known() == null;
                rest = rest.resting(one, true);
            }
        }
        return decided != null ? decided : new Plain(unknown ? null : !decisive, rest.bits(), rest.disputed(), rest.review());
    }

    /** Assumptions weigh most, then a dispute, then review. */
    private static int weight(Plain plain) {
        return 4 * Integer.bitCount(plain.bits()) + (plain.disputed().isEmpty() ? 0 : 2) + (plain.review() ? 1 : 0);
    }

    private Plain read(Expr.FactRef ref, @Nullable Object value) {
        Fact fact = fact(ref);
        return fact.inConflict() ? new Plain(value, 0, Set.of(fact.id()), true) : new Plain(value, 0, Set.of(), false);
    }

    private @Nullable Object about(Expr.Operation operation, Expr.FactRef ref) {
        Fact fact = fact(ref);
        return switch (operation) {
            case HAS -> fact.state() == State.VALUE ? Boolean.TRUE : fact.state() == State.NONE ? false : null;
            case STATE -> fact.state().code();
            case KNOWN -> fact.state() == State.VALUE;
            case CONFLICT -> fact.inConflict();
            case CURRENCY -> fact.claim().value() instanceof FactValue.Amount amount ? amount.unit() : null;
            case AGE -> age(fact);
            default -> second(fact);
        };
    }

    private @Nullable Object age(Fact fact) {
        Claim claim = fact.claim();
        if (claim.state() == State.UNKNOWN) {
            return null;
        }
        Day day = claim.state() == State.ABSENT ? claim.searched() == null ? null : claim.searched().on()
                : claim.asOf() == null ? Day.of(asOf) : claim.asOf();
        double youngest = day == null ? 0 : asOf.toEpochDay() - day.latest().toEpochDay();
        return day == null ? null : new Number(youngest, asOf.toEpochDay() - day.earliest().toEpochDay(), youngest, false);
    }

    private static @Nullable Object second(Fact fact) {
        if (fact.claim().value() instanceof FactValue.Amount mine && mine.by() != null) {
            for (Claim other : fact.also()) {
                if (other.value() instanceof FactValue.Amount theirs && theirs.by() != null && !theirs.by().equals(mine.by())) {
                    return value(theirs);
                }
            }
        }
        return null;
    }

    private Plain applied(Expr.Operation operation, List<Plain> args) {
        Plain first = args.get(0);
        Plain both = args.stream().reduce(Plain.of(true), (a, b) -> a.resting(b, true));
        if (operation == Expr.Operation.CERTAIN) {
            return new Plain(first.is(true), first.bits(), first.disputed(), first.review());
        }
        if (operation == Expr.Operation.FIRM) {
            return first.bits() == 0 ? first : Plain.unknown(first.known() == null ? first.bits() : 0, first.disputed(), first.review());
        }
        if (operation == Expr.Operation.AGREED) {
            return first.disputed().isEmpty() ? first : Plain.unknown(first.bits(), first.disputed(), first.review());
        }
        boolean unknown = args.stream().anyMatch(arg -> arg.known() == null);
        return new Plain(unknown ? null : computed(operation, args), both.bits(), both.disputed(), both.review());
    }

    private static @Nullable Object computed(Expr.Operation operation, List<Plain> args) {
        Object a = args.get(0).known();
        Object b = args.size() > 1 ? args.get(1).known() : null;
        return switch (operation) {
            case NOT -> !(Boolean) a;
            case EQUAL -> equal(a, b);
            case LESS -> less(a, b, false);
            case LESS_OR_EQUAL -> less(a, b, true);
            case IN -> ((Items) b).all().contains(a) ? Boolean.TRUE : ((Items) b).complete() ? false : null;
            case STARTS_WITH -> ((String) a).startsWith((String) b);
            case CONTAINS -> ((String) a).contains((String) b);
            case MATCHES -> java.util.regex.Pattern.compile((String) b).matcher((String) a).find();
            case SIZE -> {
                double least = ((Items) a).all().size();
                yield new Number(least, ((Items) a).complete() ? least : Double.POSITIVE_INFINITY, least, false);
            }
            case STATES_INTERVAL -> ((Number) a).stated();
            case ADD -> new Number(plus(((Number) a).low(), ((Number) b).low()), plus(((Number) a).high(), ((Number) b).high()),
                    plus(((Number) a).point(), ((Number) b).point()), false);
            case SUBTRACT -> new Number(plus(((Number) a).low(), -((Number) b).high()), plus(((Number) a).high(), -((Number) b).low()),
                    plus(((Number) a).point(), -((Number) b).point()), false);
            case MULTIPLY -> multiplied((Number) a, (Number) b);
            case POINT -> new Number(((Number) a).point(), ((Number) a).point(), ((Number) a).point(), false);
            case AT_LEAST -> new Number(((Number) a).low(), Double.POSITIVE_INFINITY, ((Number) a).point(), false);
            case WIDEN -> new Number(times(((Number) a).point(), ((Number) b).point()),
                    times(((Number) a).point(), ((Number) args.get(2).known()).point()), ((Number) a).point(), true);
            case LATER -> new Dates(Math.max(((Dates) a).earliest(), ((Dates) b).earliest()), Math.max(((Dates) a).latest(), ((Dates) b).latest()));
            case PLUS_DAYS -> new Dates(((Dates) a).earliest() + (long) ((Number) b).point(), ((Dates) a).latest() + (long) ((Number) b).point());
            case PLUS_MONTHS -> new Dates(months(((Dates) a).earliest(), (Number) b), months(((Dates) a).latest(), (Number) b));
            default -> throw new IllegalStateException(operation + " is not applied to values");
        };
    }

    private static long months(long day, Number number) {
        return LocalDate.ofEpochDay(day).plusMonths((long) number.point()).toEpochDay();
    }

    private static Number multiplied(Number a, Number b) {
        double[] corners = {times(a.low(), b.low()), times(a.low(), b.high()), times(a.high(), b.low()), times(a.high(), b.high())};
        java.util.Arrays.sort(corners);
        return new Number(corners[0], corners[3], times(a.point(), b.point()), false);
    }

    private static double plus(double a, double b) {
        return Double.isInfinite(a) || Double.isInfinite(b) ? a + b : BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
    }

    private static double times(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return Double.isInfinite(a) || Double.isInfinite(b) ? a * b : BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue();
    }

    private static @Nullable Boolean less(@Nullable Object left, @Nullable Object right, boolean orEqual) {
        double[] a = ends(left);
        double[] b = ends(right);
        if (orEqual ? a[1] <= b[0] : a[1] < b[0]) {
            return true;
        }
        return (orEqual ? a[0] > b[1] : a[0] >= b[1]) ? false : null;
    }

    private static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Number) && !(left instanceof Dates)) {
            return java.util.Objects.equals(left, right);
        }
        double[] a = ends(left);
        double[] b = ends(right);
        if (a[0] == a[1] && b[0] == b[1]) {
            return a[0] == b[0];
        }
        return a[1] < b[0] || b[1] < a[0] ? false : null;
    }

    private static double[] ends(@Nullable Object value) {
        return value instanceof Number number ? new double[] {number.low(), number.high()}
                : new double[] {((Dates) value).earliest(), ((Dates) value).latest()};
    }
}
