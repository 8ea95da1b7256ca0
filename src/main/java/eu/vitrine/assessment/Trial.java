package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proposed set evaluated against every record, beside the set that was in force when it began.
 *
 * @param proposal number of the proposal
 * @param base number of the proposal that was in force
 * @param asOf the day the law was read for by both
 * @param done how many records are compared
 * @param total how many there were when it began
 * @param endedAt when it ended, or null
 */
public record Trial(int number, int proposal, int base, LocalDate asOf, State state, int done, int total, Instant startedAt, Actor startedBy,
        @Nullable Instant endedAt) {

    /** Where a trial stands. */
    public enum State {
        RUNNING,
        FINISHED,
        /** The server stopped before it was done; it can be run again. */
        INTERRUPTED,
        /** An error stopped it, which the log tells; it can be run again. */
        FAILED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isFinished() {
        return state == State.FINISHED;
    }

    /** How much is done, from 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * done / total);
    }
}
