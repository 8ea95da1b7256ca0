package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;

/**
 * A revision with what it says.
 *
 * @param file its content: of a model with the slugs of provider, licences (and what each covers) and services, which are
 *     records of their own; of any other record its facts
 */
public record Edition(Revision revision, RecordFile file) {

    public RevisionPin pin() {
        return revision.pin();
    }

    /** The facts of the record itself. */
    public Facts facts() {
        return file.factsOf(pin().kind());
    }
}
