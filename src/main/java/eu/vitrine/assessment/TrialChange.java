package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;

/**
 * An answer that a proposed set changes.
 *
 * @param kind kind of the record it is about
 * @param slug its short name
 * @param name its name for people
 * @param deviation what is said by the set in force and by the proposed one
 */
public record TrialChange(Kind kind, String slug, String name, Deviation deviation) {}
