package eu.vitrine.registry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which models to list.
 *
 * @param text words that all must occur in name, identifiers, provider or licence; blank for any
 * @param filters accepted values by filter: {@code provider}, {@code licence} and {@code service} take slugs, every other key
 *     is the id of a fact marked as filter, of the model, its provider, its licence of the weights or one of its services; of
 *     several values one must fit, of several filters all
 * @param page from 1; beyond the last page nothing is listed
 */
public record ModelSearch(String text, Map<String, List<String>> filters, int page) {

    /** Every model, first page. */
    public static final ModelSearch ALL = new ModelSearch("", Map.of(), 1);

    public ModelSearch {
        text = text.strip();
        var kept = new TreeMap<String, List<String>>();
        filters.forEach((filter, values) -> {
            if (!values.isEmpty()) {
                kept.put(filter, List.copyOf(values));
            }
        });
        filters = Collections.unmodifiableMap(kept);
        page = Math.max(1, page);
    }

    /** Whether every model fits. */
    public boolean isEverything() {
        return text.isEmpty() && filters.isEmpty();
    }
}
