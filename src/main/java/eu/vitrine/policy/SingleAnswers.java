package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the rules that have one answer each: use rights and house rules. Nothing is assumed for them. */
final class SingleAnswers {

    private final PolicySet set;
    private final Subject subject;
    private final Run run;
    private final Reasons reasons;

    /**
     * Answers for a subject.
     *
     * @param run without assumptions
     */
    SingleAnswers(PolicySet set, Subject subject, Run run) {
        this.set = set;
        this.subject = subject;
        this.run = run;
        this.reasons = new Reasons(set, subject, run);
    }

    List<UseRight> useRights() {
        return set.rules().useRights().stream().filter(rule -> rule.policy().concerns(subject)).map(this::useRight).toList();
    }

    Map<String, HouseRule> houseRules() {
        Map<String, HouseRule> rules = new LinkedHashMap<>();
        for (Rules.HouseRuleRule rule : set.rules().houseRules()) {
            if (rule.policy().concerns(subject)) {
                rules.put(rule.policy().id(), houseRule(rule));
            }
        }
        return rules;
    }

    private UseRight useRight(Rules.UseRightRule rule) {
        Policy policy = rule.policy();
        Run.Decided decided = run.decide(rule.decide());
        Trace trace = decided.value().trace();
        UseRight.Answer answer = switch (decided.text()) {
            case UseRight.NOT_TOUCHED -> null;
            case Decision.UNDETERMINED -> UseRight.Answer.OPEN;
            default -> UseRight.Answer.valueOf(decided.text());
        };
        return new UseRight(policy, answer, reasons.whole(policy.id(), decided), carries(rule, answer), reasons.factIds(trace.reads()),
                reasons.factIds(trace.causes()), reasons.factIds(trace.disputed()),
                answer != null && (trace.review() || policy.review()) || !trace.disputed().isEmpty());
    }

    private List<Why> carries(Rules.UseRightRule rule, UseRight.@Nullable Answer answer) {
        List<Why> carries = new ArrayList<>();
        if (answer == UseRight.Answer.GRANTED || answer == UseRight.Answer.OPEN) {
            for (Rules.Carried one : rule.carries()) {
                if (run.eval(one.when()).isTrue()) {
                    carries.add(reasons.why(rule.policy().id() + "." + one.id(), one.why()));
                }
            }
        }
        return List.copyOf(carries);
    }

    private HouseRule houseRule(Rules.HouseRuleRule rule) {
        Policy policy = rule.policy();
        if (!rule.on()) {
            return new HouseRule(policy, HouseRule.Answer.OFF, null, List.of(), List.of(), List.of(), List.of(), false);
        }
        Run.Decided decided = run.decide(rule.decide());
        Trace trace = decided.value().trace();
        HouseRule.Answer answer = decided.value().isUnknown() ? HouseRule.Answer.OPEN : HouseRule.Answer.valueOf(decided.text());
        return new HouseRule(policy, answer, answer == HouseRule.Answer.NOT_RELEVANT ? null : weight(rule.weigh()),
                reasons.whole(policy.id(), decided), reasons.factIds(trace.reads()), reasons.factIds(trace.causes()), reasons.factIds(trace.disputed()),
                trace.review() || policy.review());
    }

    /** The first weight that is true or may be true: where it is open how much a rule weighs, it weighs as much as it may. */
    private HouseRule.Weight weight(Decision weigh) {
        for (Decision.Row row : weigh.rows()) {
            if (row.when() == null || !run.eval(row.when()).isFalse()) {
                return HouseRule.Weight.valueOf(((String) ((Expr.Constant) row.then()).value()).toUpperCase(Locale.ROOT));
            }
        }
        return HouseRule.Weight.NOTE;
    }
}
