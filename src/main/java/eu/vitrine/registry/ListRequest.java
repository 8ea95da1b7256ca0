package eu.vitrine.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address of a list asks for.
 *
 * @param columns chosen columns, in order; empty for those the list has by itself
 * @param size records on a page
 * @param after from where, or null for the first page
 * @param problems what could not be understood, and is left out of the search
 */
record ListRequest(RecordSearch search, List<String> columns, int size, @Nullable ListCursor after, List<ListProblem> problems) {

    /** Records on a page, if nothing else is asked. */
    static final int SIZE = 50;
    static final List<Integer> SIZES = List.of(25, SIZE, 100);

    ListRequest {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    /** The first page of another search, shown the same way. */
    ListRequest with(RecordSearch other) {
        return new ListRequest(other, columns, size, null, List.of());
    }

    ListRequest sized(int other) {
        return new ListRequest(search, columns, other, null, List.of());
    }
}
