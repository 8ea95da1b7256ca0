package eu.vitrine.approval;

import eu.vitrine.assessment.OutcomeMark;
import eu.vitrine.registry.RecordName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use or model beside others.
 *
 * @param verdicts of a use its own; of a model those of its uses
 * @param rights whether licence and terms let us use it so; null where that was not asked
 * @param blockers what keeps anybody from approving a use, in words
 * @param notMet duties that apply and are shown not to be met
 * @param open duties that are due and without evidence, or shown in part
 * @param undetermined duties of which it is open whether they apply
 * @param facts in the order of {@link Candidates#FACTS}, each with one line for each service
 */
public record Candidate(RecordName name, List<Verdict> verdicts, @Nullable OutcomeMark rights, List<Blocker> blockers, long notMet, long open, long undetermined,
        List<List<String>> facts) {

    public Candidate {
        verdicts = List.copyOf(verdicts);
        blockers = List.copyOf(blockers);
        facts = List.copyOf(facts);
    }
}
