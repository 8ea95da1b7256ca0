package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition in plain words. Where several conditions are joined, the sentence says how and the parts are what it joins.
 *
 * @param truth null where nothing was evaluated: in a policy explained without a subject, and inside a statement about entries
 * @param turns whether the truth of the whole turns on this part
 * @param sentence what is said
 * @param joins how the parts are joined
 * @param parts what is joined; empty for a single condition
 */
public record Statement(@Nullable Truth truth, boolean turns, Sentence sentence, Joins joins, List<Statement> parts) {

    /** How parts are joined. */
    public enum Joins {
        /** All have to hold. */
        ALL,
        /** One is enough. */
        ANY,
        /** There are none, or what is said of each entry of a list. */
        NONE
    }

    /** How a condition stands. */
    public enum Truth {
        TRUE("holds"),
        FALSE("does not hold"),
        OPEN("open");

        private final String words;

        Truth(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        static Truth of(Value value) {
            return value.isUnknown() ? OPEN : value.isTrue() ? TRUE : FALSE;
        }
    }

    public Statement {
        parts = List.copyOf(parts);
    }

    /** Ids of the facts that made it true, false or open, as far as it names them itself. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        gather(facts);
        return facts.stream().distinct().toList();
    }

    private void gather(List<String> facts) {
        if (turns) {
            facts.addAll(sentence.facts());
            parts.forEach(part -> part.gather(facts));
        }
    }

    /** The single conditions that the truth of the whole turns on, in order. */
    public List<Statement> deciding() {
        if (!turns) {
            return List.of();
        }
        List<Statement> below = parts.stream().flatMap(part -> part.deciding().stream()).toList();
        return below.isEmpty() ? List.of(this) : below;
    }
}
