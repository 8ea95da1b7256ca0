package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.RevisionPin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two assessments of one record side by side, as they were stored; the order is the caller's.
 *
 * @param deviations everything that is answered otherwise, points of an annex and ways to demonstrate duties left out
 * @param points those of them that are answered otherwise; they do not count beside their duty
 * @param pinsBefore the revisions that the first read, the record itself first
 * @param pinsAfter the revisions that the second read
 * @param setBefore identity of the policy set of the first
 * @param setAfter identity of the policy set of the second
 * @param files files of the policy sets that differ, cases left out; empty where the sets are the same
 */
public record AssessmentComparison(AssessmentLine before, AssessmentLine after, List<Deviation> deviations, List<Deviation> points,
        List<RevisionPin> pinsBefore,
        List<RevisionPin> pinsAfter, PolicySet.Identity setBefore, PolicySet.Identity setAfter, List<SetFile> files) {

    /**
     * A file of a policy set.
     *
     * @param name name below the policies folder
     * @param how ADDED, REMOVED or CHANGED
     * @param policy id of the policy it holds; null for vocabulary, data of the law and assumptions
     * @param title title of that policy, or null
     */
    public record SetFile(String name, String how, @Nullable String policy, @Nullable String title) {}

    public AssessmentComparison {
        deviations = List.copyOf(deviations);
        points = List.copyOf(points);
        pinsBefore = List.copyOf(pinsBefore);
        pinsAfter = List.copyOf(pinsAfter);
        files = List.copyOf(files);
    }

    /** Whether both were made by one policy set, to the letter. */
    public boolean isOfOneSet() {
        return setBefore.equals(setAfter);
    }
}
