package eu.vitrine.approval;

import eu.vitrine.audit.Actor;
import java.util.Locale;

/**
 * Somebody who may not decide on a request, and why.
 *
 * @param what the record the person created or changed; empty where the person asked or planned
 */
public record Party(Actor person, Part part, String what) {

    /** What a person did. */
    public enum Part {
        /** Asked for the approval. */
        ASKED,
        /** Said what is done about a gap. */
        PLANNED,
        /** Created a record it rests on. */
        CREATED,
        /** Changed a record it rests on since the last approval, by hand or by an import. */
        CHANGED,
        /** Decided; everybody has one part only. */
        DECIDED;

        /** Message key of the words for it. */
        public String key() {
            return "approval.party." + name().toLowerCase(Locale.ROOT);
        }
    }
}
