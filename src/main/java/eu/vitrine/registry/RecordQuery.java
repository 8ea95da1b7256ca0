package eu.vitrine.registry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the lists that are held: what fits is a set, and a page walks the order until it is full. */
@Component
class RecordQuery {

    private final HeldLists lists;
    private final VisibleRecords visible;

    RecordQuery(HeldLists lists, VisibleRecords visible) {
        this.lists = lists;
        this.visible = visible;
    }

    /** What fits a search of the person signed in, in order, as it was at one moment; to be read several times. */
    static final class Prepared {

        private final RecordSearch search;
        private final HeldOrder order;
        private final BitSet fitting;

        private Prepared(RecordSearch search, HeldOrder order, BitSet fitting) {
            this.search = search;
            this.order = order;
            this.fitting = fitting;
        }

        RecordSearch search() {
            return search;
        }

        ListPlace place(Held record) {
            return order.place(record);
        }

        /**
         * Up to {@code size} records in the order of the list.
         *
         * @param from records after this place, or with {@code backward} before it; null for the beginning, or the end
         */
        List<Held> lines(@Nullable ListPlace from, boolean backward, int size) {
            boolean descending = search.order().descending();
            var lines = new ArrayList<Held>();
            int begin = from == null ? backward ? order.size() : 0 : order.before(from, descending, !backward);
            int step = backward ? -1 : 1;
            for (int i = backward ? begin - 1 : begin; i >= 0 && i < order.size() && lines.size() < size; i += step) {
                Held record = order.at(i, descending);
                if (fitting.get(record.number())) {
                    lines.add(record);
                }
            }
            return backward ? lines.reversed() : lines;
        }

        /** How many fit. */
        int total() {
            return fitting.cardinality();
        }
    }

    Prepared prepare(RecordSearch search) {
        HeldList list = lists.of(search.kind());
        synchronized (list) {
            BitSet fitting = Conditions.fitting(search, list);
            Held[] records = list.records();
            for (int number = fitting.nextSetBit(0); number >= 0; number = fitting.nextSetBit(number + 1)) {
                if (!visible.sees(records[number].unit())) {
                    fitting.clear(number);
                }
            }
            return new Prepared(search, list.order(search.order().by()), fitting);
        }
    }
}
