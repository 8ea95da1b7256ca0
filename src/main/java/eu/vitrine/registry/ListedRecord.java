package eu.vitrine.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record of a list.
 *
 * @param changedAt when its head was saved
 * @param terms codes by fact or reference, of those asked for; one that is not known is missing, and one of which the source says
 *     that there is none is empty
 */
record ListedRecord(RecordName name, Instant changedAt, Map<String, List<String>> terms) {

    List<String> terms(String key) {
        return terms.getOrDefault(key, List.of());
    }
}
