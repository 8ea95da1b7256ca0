package eu.vitrine.assessment;

import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding that differs between two evaluations.
 *
 * @param before answers in the first; null where it has no such finding
 * @param after answers in the second
 */
public record Difference(Policy policy, @Nullable Finding before, Finding after) {

    static List<Difference> between(Evaluation before, Evaluation after) {
        List<Difference> differences = new ArrayList<>();
        for (Finding finding : after.findings()) {
            Optional<Finding> earlier = before.finding(finding.policy().id());
            if (earlier.map(Finding::answers).filter(finding.answers()::equals).isEmpty()) {
                differences.add(new Difference(finding.policy(), earlier.orElse(null), finding));
            }
        }
        return List.copyOf(differences);
    }

    public @Nullable OutcomeMark markBefore() {
        return before == null ? null : OutcomeMark.of(before.outcome());
    }

    public @Nullable OutcomeMark markAfter() {
        return OutcomeMark.of(after.outcome());
    }

    public @Nullable Answers answersBefore() {
        return before == null ? null : before.answers();
    }
}
