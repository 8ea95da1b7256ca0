package eu.vitrine.registry;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says to lists that are held in memory, by this node or another, which records have changed. A transaction that changes the index
 * moves the clock on as its last act; because that locks the clock's row until the end, who sees a tick sees all before it.
 */
@Component
class ListClock {

    /** Stands for all records. */
    private static final UUID ALL = new UUID(0, 0);
    /** Of more records it is quicker to read all than to read these. */
    static final int FEW = 2_000;
    /** Ticks whose records can be relied on; twice as many are kept, because some are removed while one reads. */
    private static final int RELIED_ON = 1_000;

    private final JdbcTemplate jdbc;

    ListClock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that lists must look at these records again, once the current transaction is stored. */
    void changed(Collection<UUID> records) {
        current().records.addAll(records);
    }

    /** Notes that lists must look at every record again. */
    void allChanged() {
        changed(List.of(ALL));
    }

    /** Whether the current transaction has changed the index itself, so that it sees what no other may see yet. */
    boolean isChangedHere() {
        return TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager.getSynchronizations().stream()
                .anyMatch(one -> one instanceof Tick tick && tick.of(this));
    }

    private Tick current() {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(one -> one instanceof Tick tick && tick.of(this)).map(Tick.class::cast)
                .findFirst().orElseGet(() -> {
                    var tick = new Tick();
                    TransactionSynchronizationManager.registerSynchronization(tick);
                    return tick;
                });
    }

    /** The last tick that the current transaction sees. */
    long now() {
        return jdbc.queryForObject("SELECT tick FROM registry_list_clock WHERE id = 1", Long.class);
    }

    /**
     * The records that changed after one tick and up to another, a few at most; empty where all are to be read again.
     *
     * @param after a tick that was seen
     * @param upTo a later one that the current transaction sees
     */
    Optional<Set<UUID>> between(long after, long upTo) {
        if (upTo - after > RELIED_ON) {
            return Optional.empty();
        }
        var records = new HashSet<>(jdbc.queryForList("SELECT DISTINCT record_id FROM registry_list_change WHERE tick > ? AND tick <= ?", UUID.class, after, upTo));
        return records.contains(ALL) || records.size() > FEW ? Optional.empty() : Optional.of(records);
    }

    /** What one transaction has changed. */
    private final class Tick implements TransactionSynchronization {

        private final Set<UUID> records = new HashSet<>();

        boolean of(ListClock clock) {
            return clock == ListClock.this;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Collection<UUID> said = records.size() > FEW || records.contains(ALL) ? List.of(ALL) : records;
            jdbc.update("UPDATE registry_list_clock SET tick = tick + 1 WHERE id = 1");
            long tick = now();
            jdbc.batchUpdate("INSERT INTO registry_list_change (tick, record_id) VALUES (?, ?)", said.stream().map(record -> new Object[] {tick, record}).toList());
            jdbc.update("DELETE FROM registry_list_change WHERE tick <= ?", tick - 2 * RELIED_ON);
        }
    }
}
