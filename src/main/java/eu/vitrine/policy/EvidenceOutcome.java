package eu.vitrine.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a row about evidence says.
 *
 * @param reason why there is no evidence; with NOT_MET, what is said instead where a failure cannot be said; null otherwise
 */
record EvidenceOutcome(Answers.Evidence evidence, @Nullable EvidenceReason reason) {

    /** Whether the answer needs a reason, now or when it is softened. */
    static boolean needsReason(Answers.Evidence evidence) {
        return evidence == Answers.Evidence.NO_EVIDENCE || evidence == Answers.Evidence.NOT_MET;
    }
}
