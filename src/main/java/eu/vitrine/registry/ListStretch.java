package eu.vitrine.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that one index gives in order: the records with the same key after a name, those with keys beyond, or those
 * without. The whole list from a place on is a few of them, one after the other.
 *
 * @param from tables, the line as {@code l}
 * @param where condition without WHERE
 * @param key expression of what is sorted by
 * @param keyed whether records of this part have a key
 * @param orderBy the order in all columns of that index, for reading it from one end
 * @param sortedBy the same order without the columns that are equal for all, for a few records: no index gives it, so that H2
 *     does not read the whole list in order to find them
 */
record ListStretch(String from, String where, String key, boolean keyed, String orderBy, String sortedBy, Map<String, Object> parameters) {

    private static final String CHANGED_AT = "l.changed_at";
    /** True of every line; without a bound on the column H2 reads the list by name and sorts all of it. */
    private static final String EVER = " AND l.changed_at >= 0";
    private static final String LINES = "registry_line l";
    private static final String FIGURES = "registry_figure s JOIN registry_line l ON l.record_id = s.record_id";

    /** In the order they are read, which is that of the list, or with {@code backward} the other way round. */
    static List<ListStretch> of(ListOrder order, @Nullable ListPlace place, boolean backward) {
        boolean up = order.descending() == backward;
        if (order.by().equals(ListOrder.NAME)) {
            return List.of(byName(place, up, Map.of(), ""));
        }
        var parts = new ArrayList<ListStretch>();
        if (order.by().equals(ListOrder.CHANGED)) {
            keyed(parts, LINES, CHANGED_AT, "l.sort_name", "l.kind = :kind" + EVER, "l.kind", Map.of(), place, up);
            return parts;
        }
        Map<String, Object> fact = Map.of("sortFact", order.by());
        boolean amongOthers = place != null && place.key() == null;
        if (backward && (place == null || amongOthers)) {
            parts.add(withoutFigure(place, false, fact));
        }
        if (backward || !amongOthers) {
            keyed(parts, FIGURES, "s.low", "s.sort_name", "s.kind = :kind AND s.fact_id = :sortFact", "s.kind, s.fact_id", fact,
                    amongOthers ? null : place, up);
        }
        if (!backward) {
            parts.add(withoutFigure(amongOthers ? place : null, true, fact));
        }
        return parts;
    }

    private static ListStretch withoutFigure(@Nullable ListPlace place, boolean up, Map<String, Object> fact) {
        return byName(place, up, fact, " AND NOT EXISTS (SELECT 1 FROM registry_figure s WHERE s.record_id = l.record_id AND s.fact_id = :sortFact OFFSET 0 ROWS)");
    }

    private static ListStretch byName(@Nullable ListPlace place, boolean up, Map<String, Object> parameters, String more) {
        var all = new TreeMap<String, Object>(parameters);
        String beyond = "";
        if (place != null) {
            all.put("fromName", place.sortName());
            beyond = " AND l.sort_name" + beyond(up) + ":fromName";
        }
        return new ListStretch(LINES, "l.kind = :kind" + beyond + more, "0", false, ordered(up, "l.kind", "l.sort_name"), ordered(up, "l.sort_name"), all);
    }

    private static void keyed(List<ListStretch> parts, String from, String key, String name, String where, String first,
            Map<String, Object> parameters, @Nullable ListPlace place, boolean up) {
        String orderBy = ordered(up, first, key, name);
        String sortedBy = ordered(up, key, name);
        if (place == null || place.key() == null) {
            parts.add(new ListStretch(from, where, key, true, orderBy, sortedBy, parameters));
            return;
        }
        var all = new TreeMap<String, Object>(parameters);
        // A moment is compared as the whole number it is: an index answers no comparison with another type.
        all.put("fromKey", key.equals(CHANGED_AT) ? (Object) place.key().longValue() : place.key());
        parts.add(new ListStretch(from, where + " AND " + key + beyond(up) + ":fromKey", key, true, orderBy, sortedBy, all));
        var equal = new TreeMap<String, Object>(all);
        equal.put("fromName", place.sortName());
        parts.add(parts.size() - 1, new ListStretch(from, where + " AND " + key + " = :fromKey AND " + name + beyond(up) + ":fromName", key, true, orderBy, sortedBy, equal));
    }

    private static String beyond(boolean up) {
        return up ? " > " : " < ";
    }

    /** Also by what is equal for all, because H2 uses an index for an order only from its first column on. */
    private static String ordered(boolean up, String... columns) {
        String way = up ? "" : " DESC";
        return String.join(way + ", ", String.join(", ", columns).split(", ")) + way;
    }
}
