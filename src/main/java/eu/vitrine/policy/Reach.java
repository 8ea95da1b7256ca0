package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that the answer of a policy can depend on: conditions, values and the assumptions that may be made, all the way down. */
final class Reach {

    private final PolicySet set;
    private final int assumptions;
    private final List<Expr> expressions = new ArrayList<>();
    private final Set<String> decisions = new HashSet<>();
    private int bits;

    private Reach(PolicySet set, int assumptions) {
        this.set = set;
        this.assumptions = assumptions;
    }

    /** What the answer of a policy depends on while these assumptions may be made. */
    static Reach of(PolicySet set, int assumptions, Policy policy) {
        Reach reach = new Reach(set, Asked.of(set, policy).assumes() ? assumptions : 0);
        Asked asked = Asked.of(set, policy);
        Duty duty = asked.duty();
        if (duty != null) {
            reach.decision(duty.applicability());
            reach.add(duty.due());
            reach.add(duty.begins());
            reach.add(duty.power());
            if (duty.evidence() != null) {
                reach.decision(duty.evidence());
            }
        }
        asked.tables().forEach(reach::decision);
        return reach;
    }

    private void decision(Decision decision) {
        if (!decisions.add(decision.id())) {
            return;
        }
        decision.rows().forEach(row -> {
            add(row.when());
            add(row.then());
        });
        for (Decision.Assumed one : decision.assumed()) {
            add(one.when());
            add(one.then());
            assumed(one.with() & assumptions & ~bits);
        }
    }

    private void assumed(int more) {
        bits |= more;
        for (AssumptionRule rule : set.assumptionRules()) {
            if ((more & rule.assumption().bit()) != 0) {
                add(rule.needs());
                rule.defeaters().forEach(defeater -> add(defeater.when()));
                rule.contested().forEach(this::add);
            }
        }
    }

    private void add(@Nullable Expr expr) {
        if (expr == null) {
            return;
        }
        expressions.add(expr);
        expr.walk(one -> {
            if (one instanceof Expr.DecisionRef ref) {
                decision(set.decision(ref.id()));
            }
        });
    }

    /** Every condition and value, each whole. */
    List<Expr> expressions() {
        return List.copyOf(expressions);
    }

    /** Indexes of the subject's facts, in the order of the vocabulary. */
    Set<Integer> facts() {
        Set<Integer> facts = new TreeSet<>();
        expressions.forEach(whole -> whole.walk(expr -> {
            if (expr instanceof Expr.FactRef ref && ref.of() == Expr.Of.SUBJECT) {
                facts.add(ref.index());
            }
        }));
        return facts;
    }
}
