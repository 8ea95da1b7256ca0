package eu.vitrine.history;

import eu.vitrine.facts.FactValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two tables, row by row. Rows belong together when the cells of the key columns are equal; several rows
 * with one key belong together in their order. Without key columns only equal rows do.
 *
 * @param lines the rows of the second table in its order, then those it no longer has
 * @param reordered whether rows that both have stand in another order
 */
record RowDiff(List<Line> lines, boolean reordered) {

    /** What became of a row. */
    enum How {
        KEPT,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * One row.
     *
     * @param before null where it was added
     * @param after null where it was removed
     */
    record Line(How how, FactValue.@Nullable Row before, FactValue.@Nullable Row after) {}

    RowDiff {
        lines = List.copyOf(lines);
    }

    /**
     * Compares two tables.
     *
     * @param key names of the key columns; may be empty
     */
    static RowDiff between(List<String> key, List<FactValue.Row> before, List<FactValue.Row> after) {
        Map<Object, Deque<Integer>> waiting = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            waiting.computeIfAbsent(keyOf(key, before.get(i)), k -> new ArrayDeque<>()).add(i);
        }
        List<Line> lines = new ArrayList<>();
        Set<Integer> paired = new HashSet<>();
        int last = -1;
        boolean reordered = false;
        for (FactValue.Row row : after) {
            Deque<Integer> mates = waiting.get(keyOf(key, row));
            if (mates == null || mates.isEmpty()) {
                lines.add(new Line(How.ADDED, null, row));
                continue;
            }
            int mate = mates.remove();
            paired.add(mate);
            reordered |= mate < last;
            last = Math.max(last, mate);
            FactValue.Row then = before.get(mate);
            lines.add(new Line(then.equals(row) ? How.KEPT : How.CHANGED, then, row));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!paired.contains(i)) {
                lines.add(new Line(How.REMOVED, before.get(i), null));
            }
        }
        return new RowDiff(lines, reordered);
    }

    private static Object keyOf(List<String> key, FactValue.Row row) {
        if (key.isEmpty()) {
            return row;
        }
        List<@Nullable FactValue> cells = new ArrayList<>();
        key.forEach(column -> cells.add(row.cell(column)));
        return cells;
    }

    /** Whether the tables are equal. */
    boolean isEmpty() {
        return !reordered && lines.stream().allMatch(line -> line.how() == How.KEPT);
    }

    /** How many rows this became of. */
    int count(How how) {
        return (int) lines.stream().filter(line -> line.how() == how).count();
    }
}
