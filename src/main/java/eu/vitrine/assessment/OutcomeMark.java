package eu.vitrine.assessment;

import eu.vitrine.policy.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as the fragment {@code fragments/outcomes :: outcome} draws it.
 *
 * @param shape met, not-met, partly, question, clock or dash
 * @param tone met, notmet, open or na
 * @param word the word for people
 */
public record OutcomeMark(String shape, String tone, String word) {

    /** The mark of an outcome by its code; null where there is none, or this release does not know it. */
    public static @Nullable OutcomeMark ofCode(@Nullable String code) {
        return of(Arrays.stream(Outcome.values()).filter(known -> known.name().equals(code)).findFirst().orElse(null));
    }

    /** The mark of an outcome; a route that applies has none. */
    public static @Nullable OutcomeMark of(@Nullable Outcome outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome.shape()) {
            case TICK -> new OutcomeMark("met", "met", outcome.words());
            case CROSS -> new OutcomeMark("not-met", "notmet", outcome.words());
            case HALF -> new OutcomeMark("partly", "open", outcome.words());
            case QUESTION -> new OutcomeMark("question", "open", outcome.words());
            case CLOCK -> new OutcomeMark("clock", "open", outcome.words());
            case DASH -> new OutcomeMark("dash", "na", outcome.words());
        };
    }
}
