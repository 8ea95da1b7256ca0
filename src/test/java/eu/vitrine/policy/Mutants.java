package eu.vitrine.policy;

import eu.vitrine.policy.ExprMutants.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every slip that is made in a policy set, one at a time. */
final class Mutants {

    private static final List<String> APPLICABILITY = List.of("APPLIES", "NOT_APPLICABLE");
    private static final List<String> RIGHTS = List.of("GRANTED", "NOT_GRANTED", "NOT_TOUCHED");
    private static final List<String> RULES = List.of("PASS", "FAIL", "NOT_RELEVANT");
    private static final List<String> WEIGHTS = List.of("stop", "condition", "note");

    private final SetParts parts;
    private final ExprMutants exprs;
    private final DecisionMutants decisions;
    private final List<Mutant> all = new ArrayList<>();

    private Mutants(SetParts parts) {
        this.parts = parts;
        this.exprs = new ExprMutants(parts.from().vocabulary());
        this.decisions = new DecisionMutants(exprs);
    }

    /** Every one; what only makes a text, and house rules that are switched off, are left out. */
    static List<Mutant> of(SetParts parts) {
        Mutants mutants = new Mutants(parts);
        parts.from().policies().forEach(mutants::policy);
        parts.duties().forEach(duty -> {
            if (duty.policy().partOf() == null) {
                mutants.duty(duty);
            } else {
                mutants.point(duty);
            }
        });
        parts.rules().useRights().forEach(mutants::useRight);
        parts.rules().houseRules().stream().filter(Rules.HouseRuleRule::on).forEach(mutants::houseRule);
        parts.assumptions().forEach(mutants::assumption);
        parts.law().values().forEach(mutants::datum);
        return mutants.all;
    }

    private <T> void add(String file, String place, String touched, List<Change<T>> changes, Function<T, SetParts> with) {
        changes.forEach(one -> all.add(new Mutant(file, place, one.what(), touched, one.near(), () -> with.apply(one.changed()))));
    }

    private void policy(Policy policy) {
        String id = SetParts.decisionOf(policy);
        if (id != null && !isText(parts.decisions().get(id))) {
            add(policy.id(), "", id, decisions.of(parts.decisions().get(id), policy.values()), parts::with);
        }
    }

    /** Whether a derivation makes a text. */
    private boolean isText(Decision decision) {
        return decision.id().startsWith("derived.") && decision.rows().stream().anyMatch(row -> isText(row.then()));
    }

    private boolean isText(Expr expr) {
        return switch (expr) {
            case Expr.Constant(String text) -> !text.equals(Decision.UNDETERMINED);
            case Expr.FactRef ref -> parts.from().vocabulary().facts().get(ref.index()).type().isString();
            case Expr.DecisionRef ref -> isText(parts.from().decision(ref.id()));
            case Expr.Op(Expr.Operation operation, List<Expr> args) when operation == Expr.Operation.CHOOSE -> isText(args.get(1));
            case Expr.Op op -> op.operation() == Expr.Operation.STATE || op.operation() == Expr.Operation.CURRENCY;
            case Expr.LawRef ref -> parts.law().get(ref.name()).type() == LawDatum.Type.TEXT;
            default -> false;
        };
    }

    private void duty(Duty duty) {
        String id = duty.policy().id();
        String touched = Resting.policy(id);
        add(id, "applicability", touched, decisions.of(duty.applicability(), APPLICABILITY), one -> parts.with(copy(duty).applicability(one).duty()));
        if (duty.evidence() != null) {
            add(id, "evidence", touched, decisions.of(duty.evidence(), List.of()), one -> parts.with(copy(duty).evidence(one).duty()));
            add(id, "evidence", touched, otherwise(duty.otherwise()), one -> parts.with(copy(duty).otherwise(one).duty()));
        }
        add(id, "due", touched, exprs.of(duty.due()), one -> parts.with(copy(duty).due(one).duty()));
        add(id, "begins", touched, exprs.of(duty.begins()), one -> parts.with(copy(duty).begins(one).duty()));
        add(id, "enforceable", touched, exprs.of(duty.power()), one -> parts.with(copy(duty).power(one).duty()));
        add(id, "owed_to_us", touched, exprs.of(duty.owedToUs()), one -> parts.with(copy(duty).owedToUs(one).duty()));
        for (int i = 0; i < duty.support().size(); i++) {
            Duty.Support one = duty.support().get(i);
            int place = i;
            add(id, "support " + one.id(), touched, exprs.of(one.when()), when -> parts.with(copy(duty).support(DecisionMutants.replaced(
                    duty.support(), place, new Duty.Support(one.id(), when, one.fact(), one.why()))).duty()));
            add(id, "support " + one.id(), touched, List.of(new Change<>(DecisionMutants.without(duty.support(), place), "dropped", one.when())),
                    support -> parts.with(copy(duty).support(support).duty()));
        }
        if (duty.points() != null) {
            points(duty, duty.points(), touched);
        }
        if (duty.checklist() != null) {
            checklist(duty, duty.checklist(), touched);
        }
    }

    private void points(Duty duty, Duty.Points points, String touched) {
        String id = duty.policy().id();
        if (points.evidence() != null) {
            add(id, "points", touched, decisions.of(points.evidence(), List.of()), one -> parts.with(copy(duty).points(
                    new Duty.Points(points.of(), points.shown(), points.failed(), one, points.otherwise())).duty()));
            add(id, "points", touched, otherwise(points.otherwise()), one -> parts.with(copy(duty).points(
                    new Duty.Points(points.of(), points.shown(), points.failed(), points.evidence(), one)).duty()));
        }
        add(id, "points shown", touched, exprs.of(points.shown()), one -> parts.with(copy(duty).points(
                new Duty.Points(points.of(), one, points.failed(), points.evidence(), points.otherwise())).duty()));
        add(id, "points failed", touched, exprs.of(points.failed()), one -> parts.with(copy(duty).points(
                new Duty.Points(points.of(), points.shown(), one, points.evidence(), points.otherwise())).duty()));
    }

    private void checklist(Duty duty, Duty.Checklist list, String touched) {
        List<Expr> conditions = List.of(list.given(), list.partly(), list.missing(), list.doesNotApply(), list.needed());
        List<String> names = List.of("given", "partly", "missing", "does_not_apply", "needed");
        for (int i = 0; i < conditions.size(); i++) {
            int place = i;
            add(duty.policy().id(), "checklist " + names.get(i), touched, exprs.of(conditions.get(i)), one -> {
                List<Expr> changed = DecisionMutants.replaced(conditions, place, one);
                return parts.with(copy(duty).checklist(new Duty.Checklist(list.of(), changed.get(0), changed.get(1), changed.get(2),
                        changed.get(3), changed.get(4), list.notes())).duty());
            });
        }
    }

    /** Of a point, its own rows; the others are those of its duty. */
    private void point(Duty point) {
        Duty duty = parts.duties().stream().filter(one -> one.policy().id().equals(point.policy().partOf())).findFirst().orElseThrow();
        List<Decision.Row> rows = SetParts.ownRows(point, duty);
        add(point.policy().id(), "applicability", Resting.policy(point.policy().id()), decisions.rows(rows, APPLICABILITY), own -> {
            List<Decision.Row> all = new ArrayList<>(own);
            all.addAll(duty.applicability().rows());
            return parts.with(copy(point).applicability(new Decision(point.applicability().id(), all, List.of(),
                    point.applicability().settledBy())).duty());
        });
    }

    private void useRight(Rules.UseRightRule rule) {
        String id = rule.policy().id();
        add(id, "", Resting.policy(id), decisions.of(rule.decide(), RIGHTS), one ->
                parts.with(new Rules.UseRightRule(rule.policy(), one, rule.carries())));
        for (int i = 0; i < rule.carries().size(); i++) {
            Rules.Carried one = rule.carries().get(i);
            int place = i;
            add(id, "carries " + one.id(), Resting.policy(id), exprs.of(one.when()), when -> parts.with(new Rules.UseRightRule(rule.policy(),
                    rule.decide(), DecisionMutants.replaced(rule.carries(), place, new Rules.Carried(one.id(), when, one.why())))));
            add(id, "carries " + one.id(), Resting.policy(id), List.of(new Change<>(DecisionMutants.without(rule.carries(), place), "dropped", one.when())),
                    carries -> parts.with(new Rules.UseRightRule(rule.policy(), rule.decide(), carries)));
        }
    }

    private void houseRule(Rules.HouseRuleRule rule) {
        String id = rule.policy().id();
        add(id, "", Resting.policy(id), decisions.of(rule.decide(), RULES), one ->
                parts.with(new Rules.HouseRuleRule(rule.policy(), one, rule.weigh(), true)));
        add(id, "weigh", Resting.policy(id), decisions.of(rule.weigh(), WEIGHTS), one ->
                parts.with(new Rules.HouseRuleRule(rule.policy(), rule.decide(), one, true)));
    }

    private void assumption(AssumptionRule rule) {
        String id = rule.assumption().id();
        String touched = Resting.assumption(id);
        add(id, "needs", touched, exprs.of(rule.needs()), one ->
                parts.with(new AssumptionRule(rule.assumption(), one, rule.defeaters(), rule.contested())));
        for (int i = 0; i < rule.defeaters().size(); i++) {
            AssumptionRule.Defeater one = rule.defeaters().get(i);
            int place = i;
            add(id, "defeater " + one.id(), touched, exprs.of(one.when()), when -> parts.with(new AssumptionRule(rule.assumption(), rule.needs(),
                    DecisionMutants.replaced(rule.defeaters(), place, new AssumptionRule.Defeater(one.id(), when, one.why())), rule.contested())));
            add(id, "defeater " + one.id(), touched, List.of(new Change<>(DecisionMutants.without(rule.defeaters(), place), "dropped", one.when())),
                    defeaters -> parts.with(new AssumptionRule(rule.assumption(), rule.needs(), defeaters, rule.contested())));
        }
    }

    /** Each date a day earlier and later, each figure next to the right one. */
    private void datum(LawDatum datum) {
        for (int i = 0; i < datum.versions().size(); i++) {
            LawDatum.Version version = datum.versions().get(i);
            int place = i;
            List<Object> near = switch (version.value()) {
                case LocalDate day -> List.of(day.minusDays(1), day.plusDays(1));
                case Double number when datum.type() == LawDatum.Type.COUNT -> List.of(number - 1, number + 1);
                case Double number -> List.of(Math.nextDown(number), Math.nextUp(number));
                default -> List.of();
            };
            String name = datum.isOurs() ? datum.name() : "law." + datum.name();
            add(name, "", Resting.datum(datum.name()), near.stream().map(other -> new Change<>(other, version.value() + " → " + other, null)).toList(),
                    other -> parts.with(new LawDatum(datum.name(), datum.type(), datum.label(), datum.labels(), DecisionMutants.replaced(
                            datum.versions(), place, new LawDatum.Version(version.from(), other, version.source())))));
            if (version.from() != null && i > 0) {
                add(name, "from", Resting.datum(datum.name()), List.of(moved(version, -1), moved(version, 1)), other ->
                        parts.with(new LawDatum(datum.name(), datum.type(), datum.label(), datum.labels(),
                                DecisionMutants.replaced(datum.versions(), place, other))));
            }
        }
    }

    private static Change<LawDatum.Version> moved(LawDatum.Version version, int days) {
        LocalDate from = java.util.Objects.requireNonNull(version.from());
        return new Change<>(new LawDatum.Version(from.plusDays(days), version.value(), version.source()), from + " → " + from.plusDays(days), null);
    }

    private static List<Change<EvidenceReason>> otherwise(@Nullable EvidenceReason reason) {
        return reason == null ? List.of()
                : List.of(new Change<>(DecisionMutants.another(reason), "otherwise: " + reason + " → " + DecisionMutants.another(reason), null));
    }

    private static DutyCopy copy(Duty duty) {
        return new DutyCopy(duty);
    }
}
