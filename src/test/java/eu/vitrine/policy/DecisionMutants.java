package eu.vitrine.policy;

import eu.vitrine.policy.ExprMutants.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decision tables that differ from one in a single place: a condition changed, a row forgotten, another answer or reason. */
final class DecisionMutants {

    private final ExprMutants exprs;

    DecisionMutants(ExprMutants exprs) {
        this.exprs = exprs;
    }

    /**
     * Every one, with the row in words.
     *
     * @param values what the table may answer; empty when it computes
     */
    List<Change<Decision>> of(Decision decision, List<String> values) {
        List<Change<Decision>> all = new ArrayList<>();
        rows(decision.rows(), values).forEach(one -> all.add(one.within(rows ->
                new Decision(decision.id(), rows, decision.assumed(), decision.settledBy()))));
        assumed(decision.assumed(), values).forEach(one -> all.add(one.within(assumed ->
                new Decision(decision.id(), decision.rows(), assumed, decision.settledBy()))));
        return all;
    }

    /** Rows changed in a single place. */
    List<Change<List<Decision.Row>>> rows(List<Decision.Row> rows, List<String> values) {
        List<Change<List<Decision.Row>>> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Decision.Row row = rows.get(i);
            int place = i;
            exprs.of(row.when()).forEach(one -> all.add(named(row.id(), row.when(), one).within(when -> replaced(rows, place, new Decision.Row(
                    row.id(), when, row.then(), row.why(), row.review(), row.settledBy(), row.ground())))));
            thens(row.then(), rows.stream().map(Decision.Row::then).toList(), values).forEach(one -> all.add(named(row.id(), row.when(), one)
                    .within(then -> replaced(rows, place, new Decision.Row(
                            row.id(), row.when(), then, row.why(), row.review(), row.settledBy(), row.ground())))));
            all.add(new Change<>(without(rows, place), row.id() + ": row dropped", row.when()));
        }
        return all;
    }

    private List<Change<List<Decision.Assumed>>> assumed(List<Decision.Assumed> entries, List<String> values) {
        List<Change<List<Decision.Assumed>>> all = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Decision.Assumed one = entries.get(i);
            int place = i;
            exprs.of(one.when()).forEach(change -> all.add(named(one.id(), one.when(), change).within(when -> replaced(entries, place,
                    new Decision.Assumed(one.id(), one.with(), when, one.then(), one.why())))));
            thens(one.then(), entries.stream().map(Decision.Assumed::then).toList(), values).forEach(change -> all.add(named(one.id(), one.when(), change)
                    .within(then -> replaced(entries, place, new Decision.Assumed(one.id(), one.with(), one.when(), then, one.why())))));
            all.add(new Change<>(without(entries, place), one.id() + ": entry dropped", one.when()));
        }
        return all;
    }

    /** Another answer, another reason, or the computed answer with a slip in it. */
    private List<Change<Expr>> thens(Expr then, List<Expr> others, List<String> values) {
        List<Change<Expr>> all = new ArrayList<>();
        if (then instanceof Expr.Constant(EvidenceOutcome outcome)) {
            Answers.Evidence evidence = outcome.evidence() == Answers.Evidence.PARTIAL ? Answers.Evidence.MET : Answers.Evidence.PARTIAL;
            all.add(answer(outcome.evidence(), evidence, new EvidenceOutcome(evidence, null)));
            if (outcome.reason() != null) {
                EvidenceReason reason = another(outcome.reason());
                all.add(answer(outcome.reason(), reason, new EvidenceOutcome(outcome.evidence(), reason)));
            }
        } else if (!values.isEmpty() && then instanceof Expr.Constant(String answer)) {
            String other = values.stream().filter(value -> !value.equals(answer)).findFirst().orElse(Decision.UNDETERMINED);
            all.add(answer(answer, other, other));
        } else {
            all.addAll(exprs.of(then));
            others.stream().filter(other -> !other.equals(then)).findFirst().ifPresent(other ->
                    all.add(new Change<>(other, "then: as in another row", then)));
        }
        return all;
    }

    /** The next reason. */
    static EvidenceReason another(EvidenceReason reason) {
        EvidenceReason[] all = EvidenceReason.values();
        return all[(reason.ordinal() + 1) % all.length];
    }

    private static Change<Expr> answer(Object old, Object other, Object value) {
        return new Change<>(new Expr.Constant(value), old + " → " + other, null);
    }

    private static <T> Change<T> named(String row, @Nullable Expr when, Change<T> change) {
        return new Change<>(change.changed(), row + ": " + change.what(), change.near() == null ? when : change.near());
    }

    static <T> List<T> replaced(List<T> all, int place, T one) {
        List<T> changed = new ArrayList<>(all);
        changed.set(place, one);
        return List.copyOf(changed);
    }

    static <T> List<T> without(List<T> all, int place) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(place);
        return List.copyOf(fewer);
    }
}
