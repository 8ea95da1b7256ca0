package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of each kind, held in memory: some 400 bytes a record, from the first time a list of its kind is asked. A database
 * that answers "which of these fit three filters, late in the alphabet" by itself reads tens of thousands of rows each time.
 */
@Component
class HeldLists {

    private final JdbcClient jdbc;
    private final ListClock clock;
    private final Map<Kind, HeldList> lists = new EnumMap<>(Kind.class);

    HeldLists(JdbcClient jdbc, ListClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            lists.put(kind, new HeldList(kind, jdbc));
        }
    }

    /** The list as the current transaction sees it. */
    HeldList of(Kind kind) {
        // What only this transaction sees, and may still take back, others must not be shown.
        HeldList list = clock.isChangedHere() ? new HeldList(kind, jdbc) : lists.get(kind);
        list.follow(clock);
        return list;
    }
}
