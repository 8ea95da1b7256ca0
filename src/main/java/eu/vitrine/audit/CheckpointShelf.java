package eu.vitrine.audit;

import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints in the database, and the events they are made over. */
@Component
class CheckpointShelf {

    private final JdbcClient jdbc;

    CheckpointShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param peaks from which the tree goes on */
    record Row(long events, Instant madeAt, String peaks, SignedNote note) {}

    /** An event as it is stored, as far as a tree is concerned. */
    record StoredEvent(long seq, byte[] canonical, @Nullable Words words) {}

    Optional<Row> newest() {
        return jdbc.sql("SELECT events, made_at, peaks, note FROM audit_checkpoint ORDER BY events DESC FETCH FIRST 1 ROW ONLY")
                .query((row, n) -> new Row(row.getLong("events"), row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("peaks"),
                        SignedNote.parse(row.getString("note")))).optional();
    }

    void add(Row row) {
        jdbc.sql("INSERT INTO audit_checkpoint (events, made_at, peaks, note) VALUES (?, ?, ?, ?)")
                .params(row.events(), row.madeAt().atOffset(ZoneOffset.UTC), row.peaks(), row.note().written()).update();
    }

    /** Notes as written, of checkpoints over more than {@code after} events and at most {@code upTo}, in their order. */
    List<Noted> notes(long after, long upTo) {
        return jdbc.sql("SELECT events, note FROM audit_checkpoint WHERE events > ? AND events <= ? ORDER BY events").params(after, upTo)
                .query((row, n) -> new Noted(row.getLong("events"), row.getString("note"))).list();
    }

    record Noted(long events, String note) {}

    /** The next events in their order. */
    List<StoredEvent> events(long after, long upTo, int most) {
        return jdbc.sql("SELECT e.seq, e.canonical, w.salt, w.words FROM audit_event e LEFT JOIN audit_words w ON w.seq = e.seq"
                        + " WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq FETCH FIRST ? ROWS ONLY").params(after, upTo, most)
                .query((row, n) -> {
                    String words = row.getString("words");
                    return new StoredEvent(row.getLong("seq"), row.getBytes("canonical"), words == null ? null : new Words(row.getString("salt"), words));
                }).list();
    }

    /** How many events the log has. */
    long head() {
        return jdbc.sql("SELECT seq FROM audit_head WHERE id = 1").query(Long.class).single();
    }
}
