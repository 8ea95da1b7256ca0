package eu.vitrine.registry;

import eu.vitrine.facts.Subject;
import java.util.List;

/**
 * What an assessment of a model reads, and which revisions it was read from.
 *
 * @param subject the same subject that the command line would build from the exported files
 * @param pins the model first, then its provider, licences and services in the order of its record, last the record that
 *     its lifecycle began with; each record once
 */
public record PinnedSubject(Subject subject, List<RevisionPin> pins) {

    public PinnedSubject {
        pins = List.copyOf(pins);
    }
}
