package eu.vitrine.audit;

import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.CompactRange;
import eu.vitrine.proof.LogKey;
import eu.vitrine.proof.Merkle;
import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.SigningKey;
import eu.vitrine.proof.VerifierKey;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signed checkpoints of the log: made over all events that are committed, kept in the database and outside it. */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int TOGETHER = 1000;

    private final CheckpointShelf shelf;
    private final CheckpointFolder folder;
    private final LogKeys keys;
    private final Clock clock;
    private final TransactionTemplate apart;

    Checkpoints(CheckpointShelf shelf, CheckpointFolder folder, LogKeys keys, Clock clock, PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.folder = folder;
        this.keys = keys;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The newest one; none in the first seconds of a log. */
    @PreAuthorize(AuditTrail.READERS)
    public Optional<KeptCheckpoint> newest() {
        return shelf.newest().map(this::kept);
    }

    private KeptCheckpoint kept(CheckpointShelf.Row row) {
        Checkpoint checkpoint = Checkpoint.of(row.note());
        String key = keys.published().stream().map(LogKey::verifier).filter(one -> one.verifies(row.note())).map(VerifierKey::written)
                .findFirst().orElse("");
        return new KeptCheckpoint(row.events(), row.madeAt(), checkpoint.root(), checkpoint.origin(), row.note().written(), key, folder.holds(row.note()));
    }

    /** The public keys of the log, the present one last, each as name, id and key. */
    @PreAuthorize(AuditTrail.READERS)
    public List<String> publicKeys() {
        return keys.published().stream().map(key -> key.verifier().written()).toList();
    }

    /**
     * Covers every event that is committed now by a checkpoint, in a transaction of its own; does nothing where all are covered. A folder that cannot be
     * written to is logged and tried again at the next checkpoint: the log goes on.
     *
     * @return the newest checkpoint now; none while the server is still starting
     * @throws LogDamaged if an event does not follow on the one before it; nothing is signed then
     */
    @PreAuthorize("permitAll()") // a checkpoint gives nobody anything and takes nothing away
    public synchronized Optional<KeptCheckpoint> make() {
        Optional<SigningKey> key = keys.current();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            apart.executeWithoutResult(status -> sign(key.get()));
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node has signed the same events");
        }
        Optional<CheckpointShelf.Row> newest = shelf.newest();
        newest.ifPresent(this::keepOutside);
        return newest.map(this::kept);
    }

    private void sign(SigningKey key) {
        long head = shelf.head();
        CheckpointShelf.Row last = shelf.newest().orElse(null);
        if (last != null && head <= last.events()) {
            return;
        }
        CompactRange tree = last == null ? new CompactRange() : goOn(last);
        String before = tree.size() == 0 ? Leaf.BEFORE_THE_FIRST : Leaf.ofStored(stored(tree.size()).canonical()).hash();
        while (tree.size() < head) {
            List<CheckpointShelf.StoredEvent> next = shelf.events(tree.size(), head, TOGETHER);
            if (next.isEmpty()) {
                throw new LogDamaged("Event " + (tree.size() + 1) + " of the audit log is missing.");
            }
            for (CheckpointShelf.StoredEvent event : next) {
                follows(event, tree.size() + 1, before);
                byte[] leaf = Merkle.leaf(event.canonical());
                before = HexFormat.of().formatHex(leaf);
                tree.add(leaf);
            }
        }
        SignedNote note = key.sign(new Checkpoint(key.verifier().name(), tree.size(), tree.root()).text());
        shelf.add(new CheckpointShelf.Row(tree.size(), clock.instant().truncatedTo(ChronoUnit.MICROS), tree.peaks(), note));
    }

    private CompactRange goOn(CheckpointShelf.Row last) {
        CompactRange tree = CompactRange.of(last.events(), last.peaks());
        boolean ours = keys.published().stream().anyMatch(key -> key.verifier().verifies(last.note()));
        if (!ours || !Checkpoint.of(last.note()).equals(new Checkpoint(Checkpoint.of(last.note()).origin(), last.events(), tree.root()))) {
            throw new LogDamaged("The checkpoint of " + last.events() + " events of the audit log was changed.");
        }
        return tree;
    }

    private CheckpointShelf.StoredEvent stored(long seq) {
        return shelf.events(seq - 1, seq, 1).stream().findFirst()
                .orElseThrow(() -> new LogDamaged("Event " + seq + " of the audit log is missing."));
    }

    private static void follows(CheckpointShelf.StoredEvent event, long expected, String before) {
        if (event.seq() != expected) {
            throw new LogDamaged("Event " + expected + " of the audit log is missing.");
        }
        if (!Leaf.ofStored(event.canonical()).event().prevHash().equals(before)) {
            throw new LogDamaged("Event " + expected + " of the audit log does not follow on the event before it.");
        }
    }

    private void keepOutside(CheckpointShelf.Row row) {
        try {
            folder.keep(row.note());
        } catch (IOException e) {
            LOG.error("The checkpoint of {} events cannot be written to the folder of checkpoints (vitrine.audit.checkpoints)", row.events(), e);
        }
    }
}
