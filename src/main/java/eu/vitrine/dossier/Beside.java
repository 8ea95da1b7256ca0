package eu.vitrine.dossier;

import eu.vitrine.facts.Kind;
import java.util.Set;

/**
 * A further record that was read: what a use refers to, or the record that the pre-training run of a model began with.
 *
 * @param slug its short name
 * @param name its name for people
 * @param stated the kinds it states
 * @param record canonical JSON, carried inside the PDF
 */
public record Beside(String slug, String name, Set<Kind> stated, byte[] record) {

    public Beside {
        stated = Set.copyOf(stated);
        record = record.clone();
    }

    @Override
    public byte[] record() {
        return record.clone();
    }
}
