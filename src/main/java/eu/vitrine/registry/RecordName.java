package eu.vitrine.registry;

import eu.vitrine.facts.Kind;

/**
 * A record by kind and slug, with what a page needs to show it.
 *
 * @param slug short name, unique within the kind
 * @param name name for people
 */
public record RecordName(Kind kind, String slug, String name) {

    /** Path of its page. */
    public String path() {
        return RecordPaths.of(kind, slug);
    }
}
