package eu.vitrine.audit;

import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.CompactRange;
import eu.vitrine.proof.Malformed;
import eu.vitrine.proof.Merkle;
import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.VerifierKey;
import eu.vitrine.proof.Words;
import eu.vitrine.proof.WordsCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Walks the stored events in order and keeps the first fault. */
final class ChainWalk {

    private long seen;
    private String lastHash = Leaf.BEFORE_THE_FIRST;
    private ChainCheck.@Nullable Broken broken;
    private final WordsCheck words = new WordsCheck();
    private final CompactRange tree = new CompactRange();
    private final List<VerifierKey> keys;
    private final List<Map.Entry<Long, String>> notes;
    private int noted;
    private long covered;

    /**
     * @param keys public keys of the log
     * @param notes checkpoints by the number of events they cover, in that order
     */
    ChainWalk(List<String> keys, List<Map.Entry<Long, String>> notes) {
        this.keys = keys.stream().map(VerifierKey::parse).toList();
        this.notes = notes;
    }

    void next(ResultSet row) throws SQLException {
        if (broken != null) {
            return;
        }
        seen++;
        long seq = row.getLong("seq");
        if (seq != seen) {
            broken = new ChainCheck.Broken(seen, "is missing");
            return;
        }
        byte[] canonical = row.getBytes("canonical");
        String fault = fault(row, Leaf.ofStored(canonical));
        if (fault != null) {
            broken = new ChainCheck.Broken(seq, fault);
            return;
        }
        lastHash = row.getString("hash");
        tree.add(Merkle.leaf(canonical));
        if (noted < notes.size() && notes.get(noted).getKey() == seq) {
            checkpoint(notes.get(noted).getValue());
        }
    }

    private void checkpoint(String written) {
        noted++;
        try {
            SignedNote note = SignedNote.parse(written);
            Checkpoint checkpoint = Checkpoint.of(note);
            if (keys.stream().noneMatch(key -> key.verifies(note))) {
                broken = new ChainCheck.Broken(seen, "is followed by a checkpoint that the log's keys have not signed");
            } else if (checkpoint.size() != seen || !checkpoint.root().equals(tree.root())) {
                broken = new ChainCheck.Broken(covered + 1, "or one of those up to " + seen + " was replaced: their checkpoint has another root");
            } else {
                covered = seen;
            }
        } catch (Malformed e) {
            broken = new ChainCheck.Broken(seen, "is followed by a checkpoint that cannot be read");
        }
    }

    private @Nullable String fault(ResultSet row, Leaf leaf) throws SQLException {
        if (!leaf.hash().equals(row.getString("hash"))) {
            return "does not match its hash";
        }
        AuditEvent event;
        try {
            event = leaf.event();
        } catch (JacksonException e) {
            return "cannot be read";
        }
        if (!wordsFit(row, leaf, event)) {
            return "stands with another reason than was recorded";
        }
        if (!event.prevHash().equals(lastHash) || !event.prevHash().equals(row.getString("prev_hash"))) {
            return "does not follow on the event before it";
        }
        return columnsAgree(row, event) ? null : "differs between its searchable columns and its bytes";
    }

    private boolean wordsFit(ResultSet row, Leaf leaf, AuditEvent event) throws SQLException {
        words.event(event.seq(), leaf.saltedReason().orElse(null));
        if (event.action().equals(WordsCheck.ERASED)) {
            words.erased(event.object().id());
        }
        String text = row.getString("words");
        return text == null || words.fits(event.seq(), new Words(row.getString("salt"), text));
    }

    private static boolean columnsAgree(ResultSet row, AuditEvent event) throws SQLException {
        long revision = row.getLong("object_revision");
        Long storedRevision = row.wasNull() ? null : Long.valueOf(revision);
        return row.getLong("seq") == event.seq()
                && row.getObject("recorded_at", OffsetDateTime.class).toInstant().equals(event.at())
                && row.getString("actor_id").equals(event.actor().id())
                && row.getString("action").equals(event.action())
                && row.getString("object_type").equals(event.object().type())
                && row.getString("object_id").equals(event.object().id())
                && Objects.equals(storedRevision, event.object().revision());
    }

    /** The result, once every stored event has been seen; the head tells whether the tail is missing. */
    ChainCheck end(long headSeq, String headHash) {
        if (broken != null) {
            return broken;
        }
        if (headSeq != seen) {
            return new ChainCheck.Broken(Math.min(headSeq, seen) + 1, headSeq > seen ? "is missing" : "was never announced");
        }
        long gone = words.firstMissing();
        if (gone > 0) {
            return new ChainCheck.Broken(gone, "has lost its reason, and no event says that it was erased");
        }
        if (noted < notes.size()) {
            return new ChainCheck.Broken(seen + 1, "is missing: a checkpoint covers " + notes.getLast().getKey() + " events");
        }
        return headHash.equals(lastHash)
                ? new ChainCheck.Intact(seen, headHash, tree.root(), covered, noted)
                : new ChainCheck.Broken(headSeq, "is not the one the log ended with");
    }
}
