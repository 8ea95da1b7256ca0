package eu.vitrine.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a finding of others may be relied on, and who says so.
 *
 * @param finding identity of the finding in the registry that keeps it
 * @param status how far it may be relied on
 * @param by name of the person by whose act it has this status
 * @param on when, in UTC
 * @param reason why, in that person's words, or null
 * @param confirmedBy who confirmed that exactly this build was tested; null while nobody has
 * @param reply what the provider answers, or null
 * @param replyUrl where, or null
 * @param replyOn when, or null
 * @param successor identity of the finding that says it better, or null
 */
public record Review(
        String finding,
        Status status,
        String by,
        LocalDate on,
        @Nullable String reason,
        @Nullable String confirmedBy,
        @Nullable String reply,
        @Nullable String replyUrl,
        @Nullable LocalDate replyOn,
        @Nullable String successor) {

    /** How far a finding may be relied on; the same words on pages and in dossiers. */
    public enum Status {
        /** Entered or changed, and not yet read by a second person. */
        DRAFT("Draft", "no second person has read it yet"),
        /** Read by another person than those who wrote it. */
        REVIEWED("Reviewed", "a second person read it and stands for it"),
        /** Somebody gave a reason to doubt it. */
        DISPUTED("Disputed", "somebody gave a reason to doubt it"),
        /** No longer stood for; kept with the reason. */
        WITHDRAWN("Withdrawn", "nobody stands for it any longer; it stays with the reason"),
        /** A later finding says it better. */
        SUPERSEDED("Superseded", "another finding says it better");

        private final String word;
        private final String meaning;

        Status(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        /** Its word, with a large first letter. */
        public String word() {
            return word;
        }

        /** What that means, as a clause. */
        public String meaning() {
            return meaning;
        }

        /** Whether it still says something about the model. */
        public boolean stands() {
            return this == DRAFT || this == REVIEWED || this == DISPUTED;
        }
    }
}
