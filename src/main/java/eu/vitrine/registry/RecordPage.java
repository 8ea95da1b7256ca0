package eu.vitrine.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param first number of the first record in the list, from 1; where others save meanwhile it may be off by what they saved
 * @param previous word for the page before, or null on the first
 * @param next word for the page after, or null on the last
 */
record RecordPage(List<ListedRecord> records, long first, @Nullable String previous, @Nullable String next) {

    RecordPage {
        records = List.copyOf(records);
    }

    public long last() {
        return first + records.size() - 1;
    }
}
