package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what we owe and what we may do stand in an evaluation, in the few values that lists show. */
final class OurStanding {

    private OurStanding() {}

    /** The counts kept for lists: of a model those of its score; of a use or the organisation those of our own duties. */
    static Score counts(Kind kind, Evaluation evaluation) {
        if (kind != Kind.MODEL) {
            return counts(evaluation.findings().stream().filter(finding -> finding.family() == Family.OUR_DUTY).toList());
        }
        Score score = evaluation.score();
        return score == null ? new Score(null, null, 0, 0, 0, 0) : score;
    }

    private static Score counts(List<Finding> duties) {
        int shown = 0;
        int notMet = 0;
        int open = 0;
        int undetermined = 0;
        for (Finding duty : duties) {
            Outcome outcome = duty.outcome();
            boolean due = duty.answers().due() == Answers.Due.DUE;
            if (outcome == Outcome.CANNOT_DETERMINE) {
                undetermined++;
            } else if (outcome == Outcome.MET) {
                shown++;
            } else if (due && outcome == Outcome.NOT_MET) {
                notMet++;
            } else if (due && (outcome == Outcome.NO_EVIDENCE || outcome == Outcome.PARTLY_MET)) {
                open++;
            }
        }
        return new Score(null, null, shown, notMet, open, undetermined);
    }

    /** Whether licence and terms let us use it so; null where nothing was asked. */
    static @Nullable String useRights(Evaluation evaluation) {
        return evaluation.useRight() == null ? null : evaluation.useRight().name();
    }
}
