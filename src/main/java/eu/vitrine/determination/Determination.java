package eu.vitrine.determination;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person's reasoned judgement about one answer of a rule, with what a second person said of it. What was proposed never changes.
 *
 * @param kind kind of the record it is about
 * @param slug the record
 * @param policy id of the policy whose answer it is about
 * @param title title of the policy as it was
 * @param answer what the rule answered, in words
 * @param assessment number of the assessment it was made on
 * @param sha256 SHA-256 of the evaluation of that assessment
 * @param decision what the second person said; null until then
 * @param withdrawn null unless it was withdrawn
 * @param version counts the changes of its state
 */
public record Determination(int number, Kind kind, String slug, String policy, String title, String answer, int assessment, String sha256,
        Conclusion conclusion, Actor by, Instant at, State state, @Nullable Said decision, @Nullable Said withdrawn, int version) {

    /** How far it is. */
    public enum State {
        OPEN,
        CONFIRMED,
        REFUSED,
        WITHDRAWN;

        /** Message key of the words for it. */
        public String key() {
            return "determination.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param reason in words, not blank */
    public record Said(Actor by, Instant at, String reason) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether both answer the same question about the same answer. */
    boolean isAboutTheSameAs(Determination other) {
        return kind == other.kind && slug.equals(other.slug) && policy.equals(other.policy) && conclusion.question() == other.conclusion.question()
                && java.util.Objects.equals(conclusion.fact(), other.conclusion.fact());
    }

    /** Path of its page. */
    public String path() {
        return "/determinations/" + number;
    }

    /** Path of the page of the answer it was made on. */
    public String findingPath() {
        return RecordName.pathOf(kind, slug) + "/assessments/" + assessment + "/findings/" + policy;
    }
}
