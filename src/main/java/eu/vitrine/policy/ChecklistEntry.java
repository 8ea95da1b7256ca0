package eu.vitrine.policy;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form that a duty asks for, as somebody read it.
 *
 * @param id number of the field in the form
 * @param label what it is
 * @param answer what was found
 * @param needed whether it must be given; null where that is not known
 * @param note the reader's note, or null
 */
public record ChecklistEntry(String id, String label, Answer answer, @Nullable Boolean needed, @Nullable String note) {

    /** What a reader found in a field. */
    public enum Answer {
        GIVEN("given"),
        PARTLY("partly given"),
        MISSING("missing"),
        DOES_NOT_APPLY("does not apply"),
        NOT_READ("not read");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** Whether the field was seen to lack something that it needs. */
    public boolean isLacking() {
        return !Boolean.FALSE.equals(needed)
                && (answer == Answer.PARTLY || answer == Answer.MISSING || answer == Answer.DOES_NOT_APPLY && Boolean.TRUE.equals(needed));
    }
}
