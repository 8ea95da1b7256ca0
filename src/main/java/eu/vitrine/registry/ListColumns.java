package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Further columns of a list, contributed from higher floors as beans with {@code @Order}. Without any the list has only what the
 * records say.
 */
public interface ListColumns {

    /** Whose list they stand in. */
    Kind kind();

    /** The columns, in order. */
    List<Column> columns();

    /**
     * What stands in them.
     *
     * @param slugs records on the page
     * @return by slug, one cell for each column, in order; a record that is missing here has empty cells
     */
    Map<String, List<Cell>> cells(Collection<String> slugs);

    /**
     * @param labelKey message key of the head
     * @param number whether the cells are numbers, which stand to the right
     */
    record Column(String labelKey, boolean number) {}

    /**
     * @param text what stands there; shown as text
     * @param shape shape of the fragment {@code fragments/outcomes :: outcome}, or null for plain text
     * @param tone tone of the same fragment; null exactly where the shape is null
     * @param path page of this server that says more, or null
     */
    record Cell(String text, @Nullable String shape, @Nullable String tone, @Nullable String path) {

        /** Plain text. */
        public static Cell of(String text) {
            return new Cell(text, null, null, null);
        }
    }
}
