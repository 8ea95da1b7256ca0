package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Score;

/**
 * A record about which a proposed set changes something.
 *
 * @param changes how many answers change
 * @param before counts of its score by the set in force; low and high are not kept here and null
 * @param after the same by the proposed set
 */
public record TrialSubject(Kind kind, String slug, String name, int changes, Score before, Score after) {}
