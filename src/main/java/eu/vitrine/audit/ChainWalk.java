package eu.vitrine.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Walks the stored events in order and keeps the first fault. */
final class ChainWalk {

    private long seen;
    private String lastHash = Leaf.BEFORE_THE_FIRST;
    private ChainCheck.@Nullable Broken broken;

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
        String fault = fault(row, Leaf.ofStored(row.getBytes("canonical")));
        if (fault != null) {
            broken = new ChainCheck.Broken(seq, fault);
        }
        lastHash = row.getString("hash");
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
        if (!event.prevHash().equals(lastHash) || !event.prevHash().equals(row.getString("prev_hash"))) {
            return "does not follow on the event before it";
        }
        return columnsAgree(row, event) ? null : "differs between its searchable columns and its bytes";
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
        return headHash.equals(lastHash)
                ? new ChainCheck.Intact(seen, headHash)
                : new ChainCheck.Broken(headSeq, "is not the one the log ended with");
    }
}
