package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;

/**
 * A stored assessment as its own bytes tell it, whatever this release would answer.
 *
 * @param line number, day, who, hash
 * @param set what identifies the policy set it was made by
 * @param evaluation what was found, read from the stored JSON
 * @param replay how this release answers the same question
 */
public record StoredAssessment(AssessmentLine line, PolicySet.Identity set, StoredEvaluation evaluation, Replay replay) {}
