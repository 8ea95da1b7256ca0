package eu.vitrine.assessment;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.policy.Evaluation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of evaluating a stored assessment once more, from its own records and its own policy set.
 *
 * @param how how the two compare
 * @param deviations what this release answers otherwise; empty unless {@link How#OTHER_ANSWERS}
 * @param obstacle why this release cannot read the set or the records of that day; null unless {@link How#NOT_REPEATED}
 */
public record Replay(How how, List<Deviation> deviations, @Nullable String obstacle) {

    /** How a stored evaluation and its repetition compare. */
    public enum How {
        /** Byte for byte. */
        SAME_BYTES,
        /** The same four answers, values and score; the JSON has gained keys or words since. */
        SAME_ANSWERS,
        /** This release answers otherwise. */
        OTHER_ANSWERS,
        /** This release cannot read the policy set or the records of that day. */
        NOT_REPEATED
    }

    public Replay {
        deviations = List.copyOf(deviations);
    }

    static Replay of(byte[] stored, StoredEvaluation then, Evaluation now) {
        byte[] bytes = StoredEvaluation.json(now);
        if (Arrays.equals(stored, bytes)) {
            return new Replay(How.SAME_BYTES, List.of(), null);
        }
        StoredEvaluation again = StoredEvaluation.read(bytes);
        List<Deviation> deviations = Deviation.between(then, again);
        boolean same = deviations.isEmpty() && Objects.equals(then.score(), again.score());
        return new Replay(same ? How.SAME_ANSWERS : How.OTHER_ANSWERS, deviations, null);
    }

    static Replay notRepeated(InvalidFile obstacle) {
        return new Replay(How.NOT_REPEATED, List.of(), String.valueOf(obstacle.problems().getFirst()));
    }

    /** Whether this release gives the same answers. */
    public boolean isSame() {
        return how == How.SAME_BYTES || how == How.SAME_ANSWERS;
    }
}
