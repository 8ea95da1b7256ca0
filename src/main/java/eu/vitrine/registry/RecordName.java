package eu.vitrine.registry;

import eu.vitrine.facts.Kind;

/**
 * A record that another one refers to, with what a page needs to link to it.
 *
 * @param slug short name, unique within the kind
 * @param name name for people
 */
public record RecordName(Kind kind, String slug, String name) {}
