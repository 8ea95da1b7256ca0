package eu.vitrine.audit;

import eu.vitrine.proof.LogFile;
import eu.vitrine.proof.LogKey;
import eu.vitrine.proof.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The whole log as one file that can be verified without the server. */
@Service
@PreAuthorize(AuditTrail.READERS)
public class LogExport {

    private static final Logger LOG = LoggerFactory.getLogger(LogExport.class);
    private static final int TOGETHER = 1000;

    private final AuditTrail trail;
    private final Checkpoints checkpoints;
    private final CheckpointShelf shelf;
    private final LogKeys keys;
    private final TransactionOperations transactions;

    LogExport(AuditTrail trail, Checkpoints checkpoints, CheckpointShelf shelf, LogKeys keys, TransactionOperations transactions) {
        this.trail = trail;
        this.checkpoints = checkpoints;
        this.shelf = shelf;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * What will be written.
     *
     * @param events how many, the one about the export included; the last is covered by a checkpoint unless the log is damaged
     */
    public record Extent(long events) {}

    /**
     * Records that the log is exported, and has a checkpoint made over that.
     *
     * @param actor who exports it
     */
    public Extent begin(Actor actor) {
        long seq = Objects.requireNonNull(transactions.execute(status -> trail.record(
                AuditEntry.of(actor, "audit-log.exported", AuditEntry.Subject.of("audit-log", "log")))));
        try {
            checkpoints.make();
        } catch (LogDamaged e) {
            LOG.error("The audit log is exported as it is, because somebody has to look at it: {}", e.getMessage());
        }
        // Others may have recorded more before the checkpoint was made; it counts.
        return new Extent(shelf.newest().map(CheckpointShelf.Row::events).filter(covered -> covered >= seq).orElse(seq));
    }

    /** Writes the events up to the extent, in steps, so that nothing else waits for it. Does not close the stream. */
    public void write(Extent extent, OutputStream out) throws IOException {
        List<LogKey> published = keys.published();
        LogFile.head(out, published.getFirst().verifier().name(), extent.events(), published);
        long written = 0;
        while (written < extent.events()) {
            List<CheckpointShelf.StoredEvent> events = shelf.events(written, extent.events(), TOGETHER);
            if (events.isEmpty()) {
                return;
            }
            long last = events.getLast().seq();
            List<CheckpointShelf.Noted> notes = shelf.notes(written, last);
            int next = 0;
            for (CheckpointShelf.StoredEvent event : events) {
                LogFile.event(out, event.canonical());
                Words words = event.words();
                if (words != null) {
                    LogFile.words(out, event.seq(), words);
                }
                while (next < notes.size() && notes.get(next).events() <= event.seq()) {
                    LogFile.checkpoint(out, notes.get(next).note());
                    next++;
                }
            }
            written = last;
        }
    }
}
