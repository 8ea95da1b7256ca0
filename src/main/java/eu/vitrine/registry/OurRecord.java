package eu.vitrine.registry;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;

/**
 * The head revision of a record about ourselves: a use or the organisation.
 *
 * @param head the revision shown
 * @param facts facts of the record itself; what it refers to stands in records of its own
 */
public record OurRecord(Kind kind, Revision head, String slug, String name, Facts facts) {}
