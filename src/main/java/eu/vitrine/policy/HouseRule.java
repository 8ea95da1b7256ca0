package eu.vitrine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation asks beyond the law. Never a duty of the Act, and in no score.
 *
 * @param policy the rule
 * @param answer an unknown is never a pass
 * @param weight what a failure or an open answer means for an approval; null where the rule is off or not relevant
 * @param why reasons
 * @param facts ids of the facts read, in the order of the vocabulary
 * @param settledBy ids of the facts that would settle what is open
 * @param disputed ids of the facts it rests on about which sources disagree; a person should look wherever there is one
 * @param review whether a person should look
 */
public record HouseRule(
        Policy policy,
        Answer answer,
        @Nullable Weight weight,
        List<Why> why,
        List<String> facts,
        List<String> settledBy,
        List<String> disputed,
        boolean review) {

    /** How the rule comes out. */
    public enum Answer {
        PASS("Passes", Outcome.Shape.TICK),
        FAIL("Fails our rule", Outcome.Shape.CROSS),
        OPEN("Open", Outcome.Shape.QUESTION),
        OFF("Switched off", Outcome.Shape.DASH),
        NOT_RELEVANT("Not relevant", Outcome.Shape.DASH);

        private final String words;
        private final Outcome.Shape shape;

        Answer(String words, Outcome.Shape shape) {
            this.words = words;
            this.shape = shape;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** The drawing beside the word. */
        public Outcome.Shape shape() {
            return shape;
        }
    }

    /** How much a rule weighs in an approval. */
    public enum Weight {
        STOP("an exception confirmed by a second person is needed"),
        CONDITION("an approval must carry a condition"),
        NOTE("a note");

        private final String words;

        Weight(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** Whether the organisation added the rule or put it in the place of the one that ships. */
    public boolean changedByUs() {
        return policy.ours();
    }
}
