package eu.vitrine.registry;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import java.util.List;

/**
 * The head revision of a record that models refer to: a provider, licence or service.
 *
 * @param head the revision shown
 * @param facts facts of the record; what a licence covers is a fact of each model, and stands there
 * @param models models whose head revisions refer to it, by name
 */
public record PartRecord(Kind kind, Revision head, String slug, String name, Facts facts, List<RecordName> models) {

    public PartRecord {
        models = List.copyOf(models);
    }
}
