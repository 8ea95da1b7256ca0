package eu.vitrine.registry;

import eu.vitrine.audit.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One save of a record.
 *
 * @param pin which revision of which record
 * @param at when it was saved, by the server's clock
 * @param by who saved it, with the name of that time
 * @param origin how it came in
 * @param reason why, in the person's words, or null
 */
public record Revision(RevisionPin pin, Instant at, Actor by, Origin origin, @Nullable String reason) {

    /** How a revision came into the registry. */
    public enum Origin {
        /** It was read from a file. */
        IMPORT,
        /** It ships with the product and was loaded at the first start. */
        STARTER_CATALOGUE;

        /** Message key of the words for it. */
        public String key() {
            return "registry.origin." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
