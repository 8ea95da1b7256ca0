package eu.vitrine.history;

import eu.vitrine.assessment.Effect;
import eu.vitrine.registry.Edition;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two revisions of one record side by side; the order is the caller's.
 *
 * @param attributes names, references and other parts of the record that differ
 * @param facts facts that differ, in the order of the vocabulary
 * @param effect what the change does to answers
 */
record RecordComparison(Edition before, Edition after, List<FactChange> attributes, List<FactChange> facts, Effect effect) {

    RecordComparison {
        attributes = List.copyOf(attributes);
        facts = List.copyOf(facts);
    }

    public Sentence sentence() {
        return Sentence.of(facts.size(), attributes.size(), effect);
    }

    /** Everything that differs, or of it only what matters for an answer that changes. */
    public List<FactChange> changes(boolean onlyDecisive) {
        return Stream.concat(attributes.stream(), facts.stream()).filter(change -> !onlyDecisive || change.decisive()).toList();
    }
}
