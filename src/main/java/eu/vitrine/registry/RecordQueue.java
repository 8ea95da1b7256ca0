package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the transactions of this process that write one record go one after the other, from before the row is locked until after
 * the commit. Between several nodes the lock of the row in PostgreSQL does that; the row locks of H2, which has one process, now and
 * then let two transactions in, and the second undoes the first.
 */
@Component
class RecordQueue {

    private static final int LANES = 64;
    private static final long SECONDS = 10;

    private final ReentrantLock[] lanes = Stream.generate(ReentrantLock::new).limit(LANES).toArray(ReentrantLock[]::new);

    /**
     * Waits until no other transaction writes the record; it is let go when the present one ends.
     *
     * @throws CannotAcquireLockException after ten seconds
     */
    void enter(Kind kind, String slug) {
        ReentrantLock lane = lanes[Math.floorMod(31 * kind.ordinal() + slug.hashCode(), LANES)];
        try {
            if (!lane.tryLock(SECONDS, TimeUnit.SECONDS)) {
                throw new CannotAcquireLockException("The " + kind.code() + " \"" + slug + "\" is being saved for more than " + SECONDS + " seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("Interrupted while the " + kind.code() + " \"" + slug + "\" was being saved.", e);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lane.unlock();
            }
        });
    }
}
