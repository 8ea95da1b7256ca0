package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of two contributors, one after the other. */
record SideBySide(ListColumns first, ListColumns second) implements ListColumns {

    @Override
    public Kind kind() {
        return first.kind();
    }

    @Override
    public List<Column> columns() {
        return joined(first.columns(), second.columns());
    }

    @Override
    public Map<String, List<Cell>> cells(Collection<String> slugs) {
        Map<String, List<Cell>> left = first.cells(slugs);
        Map<String, List<Cell>> right = second.cells(slugs);
        Map<String, List<Cell>> cells = new HashMap<>();
        for (String slug : slugs) {
            cells.put(slug, joined(left.getOrDefault(slug, dashes(first)), right.getOrDefault(slug, dashes(second))));
        }
        return cells;
    }

    private static List<Cell> dashes(ListColumns columns) {
        return Collections.nCopies(columns.columns().size(), Cell.of("–"));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
