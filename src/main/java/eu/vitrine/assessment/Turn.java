package eu.vitrine.assessment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which way an answer moved. From worse to better: not met; partly met; no evidence; cannot determine or not yet due, which both
 * settle nothing; and, all alike, met, exempt and not applicable. Of a use right: not granted; open; granted or not touched. Of a rule of ours: it fails;
 * it is open; it passes or is not relevant. A classification is neither good nor bad.
 */
public enum Turn {
    WORSE,
    BETTER,
    /** Neither: the answer moved among equals, or only a day, a ground or a reason did. */
    OTHERWISE;

    private static final Map<String, Integer> OUTCOMES = Map.of("NOT_MET", 0, "PARTLY_MET", 1, "NO_EVIDENCE", 2, "CANNOT_DETERMINE", 3,
            "NOT_YET_DUE", 3, "MET", 4, "EXEMPT", 4, "NOT_APPLICABLE", 4);
    private static final Map<String, Integer> ONE_WORD = Map.of("NOT_GRANTED", 0, "FAIL", 0, "OPEN", 1, "GRANTED", 2, "PASS", 2, "OFF", 2,
            "NOT_RELEVANT", 2);

    static Turn of(Deviation deviation) {
        if (deviation.about() == Deviation.About.CLASSIFICATION || deviation.before() == null || deviation.after() == null) {
            return OTHERWISE;
        }
        Integer before = rank(deviation.before());
        Integer after = rank(deviation.after());
        if (before == null || after == null || before.equals(after)) {
            return OTHERWISE;
        }
        return after < before ? WORSE : BETTER;
    }

    /** Null for an answer that this release does not know, and for a route, which has no outcome where it applies. */
    private static @Nullable Integer rank(Said said) {
        if (said.outcome() != null) {
            return OUTCOMES.get(said.outcome());
        }
        if (said.value() != null) {
            return ONE_WORD.get(said.value());
        }
        return said.applicability() == null ? ONE_WORD.get("GRANTED") : null;
    }
}
