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
        return outcome == null ? null : of(outcome.shape(), outcome.words());
    }

    /** The mark of any answer that has a drawing. */
    public static OutcomeMark of(Outcome.Shape shape, String words) {
        return switch (shape) {
            case TICK -> new OutcomeMark("met", "met", words);
            case CROSS -> new OutcomeMark("not-met", "notmet", words);
            case HALF -> new OutcomeMark("partly", "open", words);
            case QUESTION -> new OutcomeMark("question", "open", words);
            case CLOCK -> new OutcomeMark("clock", "open", words);
            case DASH -> new OutcomeMark("dash", "na", words);
        };
    }
}
