package eu.vitrine.approval;

import java.util.Locale;

/**
 * A condition under which something may be used.
 *
 * @param text in words, not blank
 */
public record Condition(Origin origin, String text) {

    /** Where a condition comes from. */
    public enum Origin {
        /** Licence or terms grant the use only so. */
        CARRIED,
        /** A gap is mitigated so. */
        MITIGATION,
        /** Whoever decided asks for it. */
        SET;

        /** Message key of the words for it. */
        public String key() {
            return "approval.condition." + name().toLowerCase(Locale.ROOT);
        }
    }
}
