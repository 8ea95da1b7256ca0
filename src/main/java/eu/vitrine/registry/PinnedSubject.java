package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Subject;
import java.util.List;

/**
 * What an assessment of a record reads, and which revisions it was read from.
 *
 * @param subject the same subject that the command line would build from the exported files
 * @param pins the record first, then what it refers to, each once. Of a model: its provider, licences and services in the
 *     order of its record, last the record that its lifecycle began with. Of a use: its model with all that belongs to it,
 *     its service, the models embedded in that, last the organisation
 * @param files the records in the exchange format that the subject was built from, the record itself first
 */
public record PinnedSubject(Subject subject, List<RevisionPin> pins, List<RecordFile> files) {

    public PinnedSubject {
        pins = List.copyOf(pins);
        files = List.copyOf(files);
    }
}
