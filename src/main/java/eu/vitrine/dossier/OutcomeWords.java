package eu.vitrine.dossier;

import eu.vitrine.policy.Outcome;
import org.jspecify.annotations.Nullable;

/** An outcome as templates read it: its word and the name of its drawing. */
final class OutcomeWords {

    private OutcomeWords() {}

    /** @param outcome null for a route that applies, which has none */
    static @Nullable Fields of(@Nullable Outcome outcome) {
        return outcome == null ? null : of(outcome.words(), outcome.shape());
    }

    /** Any other answer, drawn in the same way. */
    static Fields of(String words, Outcome.Shape shape) {
        return new Fields().with("word", words).with("shape", shape.name());
    }
}
