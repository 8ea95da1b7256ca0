package eu.vitrine.history;

import eu.vitrine.assessment.Deviation;
import eu.vitrine.assessment.Effect;
import eu.vitrine.assessment.Turn;
import java.util.List;

/**
 * The sentence a comparison begins with, in numbers.
 *
 * @param facts how many facts changed
 * @param others how many names, references and other parts of the record changed
 * @param worse how many findings got worse
 * @param better how many got better
 * @param otherwise how many moved without getting better or worse
 */
record Sentence(int facts, int others, int worse, int better, int otherwise) {

    static Sentence of(int facts, int others, Effect effect) {
        return new Sentence(facts, others, effect.count(Turn.WORSE), effect.count(Turn.BETTER), effect.count(Turn.OTHERWISE));
    }

    static Sentence of(int facts, List<Deviation> deviations) {
        return new Sentence(facts, 0, Effect.count(deviations.stream(), Turn.WORSE), Effect.count(deviations.stream(), Turn.BETTER),
                Effect.count(deviations.stream(), Turn.OTHERWISE));
    }

    /** Which sentence it is; the message keys end so. */
    public String says() {
        if (worse + better + otherwise > 0) {
            return "findings";
        }
        return facts + others == 0 ? "nothing" : "no-finding";
    }

    /** Values for the message. */
    public Object[] args() {
        return new Object[] {facts, others, worse, better, otherwise};
    }

    /** Tone of the sentence: stop where a finding got worse, go where some only got better, else empty. */
    public String tone() {
        return worse > 0 ? "stop" : better > 0 ? "go" : "";
    }
}
