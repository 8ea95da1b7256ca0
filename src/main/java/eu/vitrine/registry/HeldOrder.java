package eu.vitrine.registry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a kind in one order, all of them. Does not change; {@link #with} gives the next.
 *
 * @param keys the figure or moment of a record, by its number, not a number where it has none; null in the order of names
 * @param keyed records that have a key, least first, equal ones by name
 * @param others records without a key, by name
 */
record HeldOrder(double @Nullable [] keys, Held[] keyed, Held[] others) {

    static final HeldOrder EMPTY = new HeldOrder(null, new Held[0], new Held[0]);

    /**
     * The order with some records placed anew.
     *
     * @param keys the keys as they are now
     * @param moved numbers of records that are taken out
     * @param placed those of them that are there now
     */
    HeldOrder with(double @Nullable [] keys, BitSet moved, Held[] placed) {
        var next = new HeldOrder(keys, keyed, others);
        return new HeldOrder(keys,
                merged(keyed, moved, Arrays.stream(placed).filter(next::isKeyed), Comparator.comparingDouble(next::key).thenComparing(Held::sortName)),
                merged(others, moved, Arrays.stream(placed).filter(record -> !next.isKeyed(record)), Comparator.comparing(Held::sortName)));
    }

    /** Sorting finds the long part that is in order already, and costs little more than a look at it. */
    private static Held[] merged(Held[] before, BitSet moved, Stream<Held> placed, Comparator<Held> order) {
        return Stream.concat(Arrays.stream(before).filter(record -> !moved.get(record.number())), placed).sorted(order).toArray(Held[]::new);
    }

    private boolean isKeyed(Held record) {
        return !Double.isNaN(key(record));
    }

    private double key(Held record) {
        return keys == null ? 0 : keys[record.number()];
    }

    ListPlace place(Held record) {
        return new ListPlace(keys == null || !isKeyed(record) ? null : Double.valueOf(key(record)), record.sortName());
    }

    int size() {
        return keyed.length + others.length;
    }

    /** The record at an index from 0; in a descending list those without a key come last as well. */
    Held at(int index, boolean descending) {
        if (index >= keyed.length) {
            return others[index - keyed.length];
        }
        return keyed[descending ? keyed.length - 1 - index : index];
    }

    /** How many records stand before a place, and with {@code itself} in it. */
    int before(ListPlace place, boolean descending, boolean itself) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = compare(at(middle, descending), place, descending);
            if (compared < 0 || itself && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(Held record, ListPlace place, boolean descending) {
        int byName = record.sortName().compareTo(place.sortName());
        if (keys == null) {
            return descending ? -byName : byName;
        }
        boolean placed = place.key() != null;
        if (isKeyed(record) != placed) {
            return placed ? 1 : -1;
        }
        if (!placed) {
            return byName;
        }
        int byKey = Double.compare(key(record), place.key());
        int compared = byKey == 0 ? byName : byKey;
        return descending ? -compared : compared;
    }
}
