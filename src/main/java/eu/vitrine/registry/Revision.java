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

    /** What the name of a record ends with that came with an import which was taken back; it says nothing else. */
    public static final String TAKEN_BACK = " (import taken back)";

    /** Path of the page that shows the record as it was. */
    public String path() {
        return listPath() + "/" + pin.number();
    }

    /** Path of the page that lists all revisions of the record. */
    public String listPath() {
        return RecordPaths.of(pin.kind(), pin.slug()) + "/revisions";
    }

    /** How a revision came into the registry. */
    public enum Origin {
        /** It was read from a file. */
        IMPORT,
        /** A person filled in a form. */
        FORM,
        /** A program sent it. */
        API,
        /** A person chose between own input and what was saved meanwhile. */
        MERGE,
        /** A person brought an earlier revision back. */
        RESTORE,
        /** It was begun from an earlier version of the model; nothing in it is confirmed by that. */
        CARRY_OVER,
        /** A person judged a question and a second one confirmed it; the one who judged stands for the revision. */
        DETERMINATION,
        /** A signed bundle brought it. */
        BUNDLE,
        /** An import was taken back. */
        UNDO,
        /** It ships with the product and was loaded at the first start. */
        STARTER_CATALOGUE;

        /** Whether a person stands for what it changed, so that no import may overwrite it. */
        public boolean confirms() {
            return this == FORM || this == API || this == MERGE || this == RESTORE || this == DETERMINATION;
        }

        /** Message key of the words for it. */
        public String key() {
            return "registry.origin." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
