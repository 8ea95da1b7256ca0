package eu.vitrine.registry;

import eu.vitrine.facts.Kind;

/**
 * Exactly one revision of one record, by number and by hash.
 *
 * @param number 1 for the first revision; 0 where the record was looked for and was not in the registry
 * @param sha256 SHA-256 of the canonical bytes as 64 hexadecimal digits; zeros where the number is 0
 */
public record RevisionPin(Kind kind, String slug, int number, String sha256) {

    private static final String ZEROS = "0".repeat(64);

    /** A record that was looked for in vain; the pin moves when such a record appears. */
    static RevisionPin ofNone(Kind kind, String slug) {
        return new RevisionPin(kind, slug, 0, ZEROS);
    }

    /** A strong entity tag: equal exactly when the revision is the same. */
    public String etag() {
        return "\"" + number + "-" + sha256.substring(0, 16) + "\"";
    }

    /** Whether this says that the record was not in the registry. */
    public boolean isNone() {
        return number == 0;
    }
}
