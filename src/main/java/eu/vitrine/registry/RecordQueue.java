package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the transactions of this process that write one record go one after the other, from before the row is locked until after
 * the commit. Between several nodes the lock of the row in PostgreSQL does that; the row locks of H2, which has one process, now and
 * then let two transactions in, and the second undoes the first. Each record has a lane of its own, so that an import of many
 * keeps nobody from any other.
 */
@Component
class RecordQueue {

    private static final long SECONDS = 10;

    /** Lanes in which somebody is or waits. */
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

    private record Key(Kind kind, String slug) {}

    /** @param people how many are in it or wait, each as often as it entered */
    private record Lane(ReentrantLock lock, int people) {

        Lane with(int more) {
            return new Lane(lock, people + more);
        }
    }

    /**
     * Waits until no other transaction writes the record; it is let go when the present one ends.
     *
     * @throws CannotAcquireLockException after ten seconds
     */
    void enter(Kind kind, String slug) {
        Key key = new Key(kind, slug);
        ReentrantLock lock = lanes.compute(key, (same, lane) -> lane == null ? new Lane(new ReentrantLock(), 1) : lane.with(1)).lock();
        boolean entered = false;
        try {
            entered = lock.tryLock(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("Interrupted while the " + kind.code() + " \"" + slug + "\" was being saved.", e);
        } finally {
            if (!entered) {
                leave(key);
            }
        }
        if (!entered) {
            throw new CannotAcquireLockException("The " + kind.code() + " \"" + slug + "\" is being saved for more than " + SECONDS + " seconds.");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lock.unlock();
                leave(key);
            }
        });
    }

    private void leave(Key key) {
        lanes.compute(key, (same, lane) -> remaining(lane));
    }

    private static @Nullable Lane remaining(@Nullable Lane lane) {
        return lane == null || lane.people() == 1 ? null : lane.with(-1);
    }
}
