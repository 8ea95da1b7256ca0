package eu.vitrine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether licence and terms let this organisation use a model or service so, in one respect. Private law, not a duty of the
 * Act, and in no score.
 *
 * @param policy the rule
 * @param answer null where the use does not touch it
 * @param why reasons
 * @param carries conditions that a grant brings along, by the id of their entry
 * @param facts ids of the facts read, in the order of the vocabulary
 * @param settledBy ids of the facts that would settle what is open
 * @param disputed ids of the facts it rests on about which sources disagree; a person should look wherever there is one
 * @param review whether a person should look
 */
public record UseRight(
        Policy policy,
        @Nullable Answer answer,
        List<Why> why,
        List<Why> carries,
        List<String> facts,
        List<String> settledBy,
        List<String> disputed,
        boolean review) {

    /** What licence and terms say. */
    public enum Answer {
        GRANTED("Granted", Outcome.Shape.TICK),
        NOT_GRANTED("Not granted", Outcome.Shape.CROSS),
        OPEN("Open", Outcome.Shape.QUESTION);

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

    /** In a table: the use does not touch the right. */
    static final String NOT_TOUCHED = "NOT_TOUCHED";

    /** The whole is the worst of its parts; null where the use touches none. */
    public static @Nullable Answer worst(List<UseRight> rights) {
        @Nullable Answer worst = null;
        for (UseRight right : rights) {
            if (right.answer() == Answer.NOT_GRANTED) {
                return Answer.NOT_GRANTED;
            }
            if (right.answer() != null && worst != Answer.OPEN) {
                worst = right.answer();
            }
        }
        return worst;
    }
}
