package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a single policy, worked out without the rest of the set.
 *
 * @param finding of a duty or route; null for anything else
 * @param value of anything else, in words
 */
record Answered(@Nullable Finding finding, String value) {

    static Answered of(PolicySet set, Subject subject, LocalDate asOf, int assumptions, Policy policy) {
        Run run = new Run(set, subject, asOf).enable(assumptions);
        for (Duty duty : set.duties()) {
            if (duty.policy().id().equals(policy.id())) {
                return new Answered(new DutyJudgement(set, duty, run, new Reasons(set, subject, run)).finding(), "");
            }
        }
        return new Answered(null, ExprWords.value(run.decide(set.decision(Explainer.decisionOf(policy))).value()));
    }

    /** For people. */
    String words() {
        return finding == null ? value : finding.outcome() == null ? Wording.applicability(finding.answers()) : Wording.whole(finding.answers());
    }

    /** Whether it says the same, to the day. */
    boolean says(Answered other) {
        return finding == null || other.finding == null ? value.equals(other.value) : finding.answers().equals(other.finding.answers());
    }

    /** What it says that another answer of the same policy does not. */
    String differenceFrom(Answered before) {
        return finding == null || before.finding == null ? value
                : finding.outcome() == null || before.finding.outcome() == null ? Wording.applicability(finding.answers())
                        : Wording.difference(before.finding.answers(), finding.answers());
    }
}
