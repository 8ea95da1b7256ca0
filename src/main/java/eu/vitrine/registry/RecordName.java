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
        return pathOf(kind, slug);
    }

    /** Path of the page of a record. */
    public static String pathOf(Kind kind, String slug) {
        return RecordPaths.of(kind, slug);
    }
}
