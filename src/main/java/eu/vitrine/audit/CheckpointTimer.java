package eu.vitrine.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

/** Has a checkpoint made five minutes after the last one or after a thousand events, whichever comes first, if there is anything new. */
@Component
class CheckpointTimer {

    static final long EVENTS = 1000;
    static final Duration AGE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointTimer.class);
    private static final long LOOK_SECONDS = 5;
    private static final long STOP_SECONDS = 10;

    private final Checkpoints checkpoints;
    private final CheckpointShelf shelf;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("audit-checkpoint").factory());
    private String lastFault = "";

    CheckpointTimer(Checkpoints checkpoints, CheckpointShelf shelf, Clock clock) {
        this.checkpoints = checkpoints;
        this.shelf = shelf;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Makes one if it is time; a fault is logged once, and what it was about is tried again. */
    void look() {
        try {
            if (isTime()) {
                checkpoints.make();
            }
            lastFault = "";
        } catch (LogDamaged | DataAccessException | TransactionException | JacksonException e) {
            if (!lastFault.equals(String.valueOf(e.getMessage()))) {
                lastFault = String.valueOf(e.getMessage());
                LOG.error("No checkpoint of the audit log was made", e);
            }
        }
    }

    private boolean isTime() {
        long head = shelf.head();
        return shelf.newest().map(last -> head - last.events() >= EVENTS
                || head > last.events() && !clock.instant().isBefore(last.madeAt().plus(AGE))).orElse(head > 0);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A checkpoint was still being made when the server stopped. The next start makes it.");
        }
    }
}
