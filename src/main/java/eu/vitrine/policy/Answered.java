package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a single policy, worked out without the rest of the set.
 *
 * @param answers of a duty, point or route; null for anything else
 * @param demonstrates whether it is a route, which has no outcome where it applies
 * @param value of anything else, in words
 */
record Answered(@Nullable Answers answers, boolean demonstrates, String value) {

    static Answered of(PolicySet set, Subject subject, LocalDate asOf, int assumptions, Policy policy) {
        Asked asked = Asked.of(set, policy);
        Run run = new Run(set, subject, asOf).enable(asked.assumes() ? assumptions : 0);
        if (asked.duty() != null) {
            return new Answered(new DutyJudgement(set, asked.duty(), run, new Reasons(set, subject, run)).answers(),
                    policy.role() == Policy.Role.ROUTE, "");
        }
        if (!asked.on()) {
            return new Answered(null, false, HouseRule.Answer.OFF.words().toLowerCase(Locale.ROOT));
        }
        return new Answered(null, false, asked.answer().map(table -> run.decide(table).value()).map(ExprWords::value).orElse("nothing to decide")
                + (asked.tables().size() > 1 ? weight(run, asked.tables()) : ""));
    }

    /** How much a house rule weighs that does not pass; nothing of one that passes or is not relevant. */
    private static String weight(Run run, List<Decision> tables) {
        Value answer = run.decide(tables.get(0)).value();
        if (!answer.isUnknown() && !"FAIL".equals(answer.known())) {
            return "";
        }
        for (Decision.Row row : tables.get(1).rows()) {
            if (row.when() == null || !run.eval(row.when()).isFalse()) {
                return ": " + HouseRule.Weight.valueOf(((String) ((Expr.Constant) row.then()).value()).toUpperCase(Locale.ROOT)).words();
            }
        }
        return ": " + HouseRule.Weight.NOTE.words();
    }

    /** For people. */
    String words() {
        return answers == null ? value
                : demonstrates && answers.applicability() == Answers.Applicability.APPLIES ? Wording.applicability(answers) : Wording.whole(answers);
    }

    /** Whether it says the same, to the day. */
    boolean says(Answered other) {
        return answers == null ? value.equals(other.value) : answers.equals(other.answers);
    }

    /** What it says that another answer of the same policy does not. */
    String differenceFrom(Answered before) {
        return answers == null || before.answers == null || demonstrates ? words() : Wording.difference(before.answers, answers);
    }
}
