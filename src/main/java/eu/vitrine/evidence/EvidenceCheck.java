package eu.vitrine.evidence;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.access.CurrentActor;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks the archive both ways: every row's file is there and has its hash; every file has a row, or is removed once it is a day old. Removes
 * temporary files an hour old. Files in use are never removed.
 */
@Component
class EvidenceCheck {

    private static final Duration ARRIVING = Duration.ofHours(1);
    private static final Duration WITHOUT_ROW = Duration.ofDays(1);
    private static final int TOGETHER = 50;
    private static final long STOP_SECONDS = 10;

    private final EvidenceChecks checks;
    private final EvidenceFolder folder;
    private final EvidenceShelf shelf;
    private final Evidence evidence;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("evidence-check").factory());
    private volatile boolean stopping;

    EvidenceCheck(EvidenceChecks checks, EvidenceFolder folder, EvidenceShelf shelf, Evidence evidence, AuditTrail trail, CurrentActor current,
            TransactionOperations transactions, Clock clock) {
        this.checks = checks;
        this.folder = folder;
        this.shelf = shelf;
        this.evidence = evidence;
        this.trail = trail;
        this.current = current;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts one in the background for the present person; false where one is running. */
    boolean start() {
        Optional<Long> number = checks.begin();
        number.ifPresent(one -> thread.execute(DelegatingSecurityContextRunnable.create(() -> work(one), null)));
        return number.isPresent();
    }

    private void work(long number) {
        boolean whole = false;
        try {
            long temporary = removeTemporary();
            checks.progress(number, 0, 0, temporary);
            whole = hashAll(number, temporary) && sweep(number);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of evidence cannot be read", e);
        } finally {
            checks.end(number, whole ? EvidenceChecks.State.FINISHED : EvidenceChecks.State.FAILED);
        }
    }

    private long removeTemporary() throws IOException {
        List<Path> stale = folder.arrivingSince(clock.instant().minus(ARRIVING));
        for (Path file : stale) {
            Files.deleteIfExists(file);
        }
        return stale.size();
    }

    /** @return false if the server stops meanwhile */
    private boolean hashAll(long number, long temporary) throws IOException {
        long files = 0;
        long bytes = 0;
        List<EvidenceShelf.Kept> some = shelf.contents("", TOGETHER);
        while (!some.isEmpty()) {
            for (EvidenceShelf.Kept kept : some) {
                if (stopping) {
                    return false;
                }
                compare(number, kept);
                files++;
                bytes += kept.size();
            }
            checks.progress(number, files, bytes, temporary);
            some = shelf.contents(some.getLast().sha256(), TOGETHER);
        }
        return true;
    }

    private void compare(long number, EvidenceShelf.Kept kept) throws IOException {
        Optional<Damage> damage = folder.damage(kept.sha256());
        if (!damage.equals(kept.damage())) {
            transactions.executeWithoutResult(status -> {
                if (shelf.mark(kept.sha256(), damage)) {
                    trail.record(AuditEntry.of(current.actor(), damage.isPresent() ? "evidence.damaged" : "evidence.whole-again",
                            AuditEntry.Subject.of("evidence-content", kept.sha256())).with("damage", damage.map(Damage::name).orElse("")));
                }
            });
        }
        damage.ifPresent(found -> checks.found(number, EvidenceChecks.Kind.valueOf(found.name()), kept.sha256()));
    }

    private boolean sweep(long number) throws IOException {
        for (Path file : folder.files()) {
            if (stopping) {
                return false;
            }
            String name = file.getFileName().toString();
            if (!folder.isNamedByHash(file)) {
                checks.found(number, EvidenceChecks.Kind.STRANGE, name);
            } else if (!shelf.hasContent(name)) {
                orphan(number, file, name);
            }
        }
        return true;
    }

    private void orphan(long number, Path file, String sha256) {
        if (evidence.inUse(sha256)) {
            checks.found(number, EvidenceChecks.Kind.HELD, sha256);
            return;
        }
        boolean gone = folder.whileSweeping(() -> removed(file, sha256));
        if (gone) {
            checks.found(number, EvidenceChecks.Kind.SWEPT, sha256);
        }
    }

    /** Looked at once more: nobody can be between file and row now. */
    private boolean removed(Path file, String sha256) {
        try {
            return folder.olderThan(file, clock.instant().minus(WITHOUT_ROW)) && !shelf.hasContent(sha256) && Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file without row cannot be removed", e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true; // not by interrupting: that would close the file of an embedded database
        thread.shutdown();
        thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
