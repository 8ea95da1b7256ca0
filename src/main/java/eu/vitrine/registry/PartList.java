package eu.vitrine.registry;

import java.util.List;
import java.util.Map;

/**
 * One page of the providers, licences or services that fit a search, by name.
 *
 * @param parts at most {@link ModelList#PAGE} records
 * @param total how many fit
 * @param page from 1
 */
public record PartList(List<Row> parts, long total, int page) {

    /**
     * One record.
     *
     * @param terms codes by fact, of the facts asked for; a fact without a value is missing
     * @param models how many models refer to it
     */
    public record Row(RecordName record, Map<String, List<String>> terms, long models) {}

    public PartList {
        parts = List.copyOf(parts);
    }

    public long first() {
        return (page - 1L) * ModelList.PAGE + 1;
    }

    public long last() {
        return first() + parts.size() - 1;
    }

    public boolean hasNext() {
        return last() < total;
    }
}
