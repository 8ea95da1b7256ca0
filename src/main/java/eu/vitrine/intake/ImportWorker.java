package eu.vitrine.intake;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.stereotype.Component;

/** Runs dry runs one after another, each as the person who asked for it. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    /** A small file is through by then, and the person sees the report at once. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final DryRun dryRun;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("import-", 0).factory());

    ImportWorker(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    /** Starts a dry run and waits a moment for its end. */
    void start(UUID id, int run) {
        Future<?> future = thread.submit(new DelegatingSecurityContextCallable<>(() -> {
            dryRun.run(id, run);
            return id;
        }));
        try {
            future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("Dry run {} goes on by itself", id);
        } catch (ExecutionException e) {
            LOG.error("A dry run ended by a fault", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
