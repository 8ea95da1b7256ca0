package eu.vitrine.audit;

import eu.vitrine.proof.LogWalk;
import eu.vitrine.proof.Words;
import eu.vitrine.proof.WordsCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit log: append, read, check. There is no way to change or remove an event. */
@Service
public class AuditTrail {

    static final String READERS = "hasAnyRole('AUDITOR', 'ADMINISTRATOR')";

    /** Said, because a driver would have to ask for the type of a null in each batch. */
    private static final int[] TYPES = {Types.BIGINT, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.BIGINT,
        Types.VARBINARY, Types.VARCHAR, Types.VARCHAR};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final AppendQueue queue = new AppendQueue();

    AuditTrail(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Records an act in the caller's transaction: both are stored, or neither is. Appends of all callers queue behind
     * one lock until their transactions end, which keeps the sequence free of gaps; so record late and commit soon.
     *
     * @return the sequence number of the event
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     * @throws AuditLogBusy if other transactions keep the log for too long
     * @throws IllegalArgumentException if the detail holds a value JSON cannot hold exactly
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("permitAll()") // any act of anyone is recorded; the act itself was authorised by its own front door
    public long record(AuditEntry entry) {
        return append(List.of(entry));
    }

    /**
     * Records acts that belong together, as {@link #record} does each of them; the log is kept from others only as long as the
     * events take in one go.
     *
     * @param entries in the order of their sequence numbers
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("permitAll()")
    public void recordAll(List<AuditEntry> entries) {
        if (!entries.isEmpty()) {
            append(entries);
        }
    }

    private long append(List<AuditEntry> entries) {
        queue.join();
        Head head = jdbc.sql("SELECT seq, hash, latest FROM audit_head WHERE id = 1 FOR UPDATE").query(AuditTrail::head).single();
        long seq = head.seq();
        String hash = head.hash();
        Instant latest = head.latest();
        List<AuditEntry> all = new ArrayList<>(entries);
        if (now().isBefore(latest.minus(LogWalk.CLOCK_TOLERANCE))) {
            all.addFirst(AuditEntry.of(Actor.SYSTEM, LogWalk.CLOCK_MOVED_BACK, AuditEntry.Subject.of("clock", "server")).with("from", latest.toString()));
            latest = now();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Object[]> reasons = new ArrayList<>();
        for (AuditEntry entry : all) {
            Instant at = now();
            latest = at.isAfter(latest) ? at : latest;
            Words words = entry.reason() == null ? null : Words.of(entry.reason());
            Leaf leaf = Leaf.of(++seq, at, entry, words, hash);
            if (words != null) {
                reasons.add(new Object[] {seq, words.salt(), words.text()});
            }
            String before = hash;
            hash = leaf.hash();
            rows.add(new @Nullable Object[] {seq, at.atOffset(ZoneOffset.UTC), entry.actor().id(), entry.action(), entry.object().type(), entry.object().id(),
                entry.object().revision(), leaf.canonical(), before, hash});
        }
        batches.batchUpdate("INSERT INTO audit_event (seq, recorded_at, actor_id, action, object_type, object_id, object_revision,"
                + " canonical, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, TYPES);
        if (!reasons.isEmpty()) {
            batches.batchUpdate("INSERT INTO audit_words (seq, salt, words) VALUES (?, ?, ?)", reasons);
        }
        jdbc.sql("UPDATE audit_head SET seq = ?, hash = ?, latest = ? WHERE id = 1").params(seq, hash, latest.atOffset(ZoneOffset.UTC)).update();
        return seq;
    }

    /** Databases keep microseconds: cut first, so that bytes and column agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Events in descending sequence.
     *
     * @param before only events with a lower sequence number; {@link Long#MAX_VALUE} for the newest
     * @param size at most so many
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<AuditEvent> newestFirst(AuditFilter filter, long before, int size) {
        return filter.on(jdbc, before, size).query(AuditTrail::event).list();
    }

    /** How many events there are. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public long size() {
        return jdbc.sql("SELECT seq FROM audit_head WHERE id = 1").query(Long.class).single();
    }

    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Optional<AuditEvent> event(long seq) {
        return jdbc.sql(AuditFilter.SELECT + " WHERE e.seq = ?").param(seq)
                .query(AuditTrail::event)
                .optional();
    }

    /**
     * Recomputes the whole chain, and the tree at every checkpoint; takes time in proportion to the number of events. What others record meanwhile is
     * not seen, hence the isolation.
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainCheck check() {
        Head head = jdbc.sql("SELECT seq, hash, latest FROM audit_head WHERE id = 1").query(AuditTrail::head).single();
        var walk = new ChainWalk(jdbc.sql("SELECT verifier FROM audit_key ORDER BY number").query(String.class).list(),
                jdbc.sql("SELECT events, note FROM audit_checkpoint ORDER BY events")
                        .query((row, n) -> Map.entry(row.getLong("events"), row.getString("note"))).list());
        jdbc.sql("SELECT e.seq, e.recorded_at, e.actor_id, e.action, e.object_type, e.object_id, e.object_revision, e.canonical, e.prev_hash,"
                        + " e.hash, w.salt, w.words FROM audit_event e LEFT JOIN audit_words w ON w.seq = e.seq ORDER BY e.seq")
                .withFetchSize(1000)
                .query(walk::next);
        return walk.end(head.seq(), head.hash());
    }

    private static AuditEvent event(ResultSet row, int n) throws SQLException {
        return Leaf.ofStored(row.getBytes("canonical")).event(row.getString("words"));
    }

    /**
     * Erases the reason of an event for good. The chain holds on, because only a hash of it was recorded; that it was erased is an event.
     *
     * @param actor who erases it
     * @param why on what grounds, itself a reason
     * @return whether there was one
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional
    public boolean eraseReason(long seq, Actor actor, String why) {
        boolean erased = jdbc.sql("DELETE FROM audit_words WHERE seq = ?").param(seq).update() > 0;
        if (erased) {
            append(List.of(AuditEntry.of(actor, WordsCheck.ERASED, AuditEntry.Subject.of("audit-event", Long.toString(seq))).because(why)));
        }
        return erased;
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
        return new Head(row.getLong("seq"), row.getString("hash"), latest == null ? Instant.EPOCH : latest.toInstant());
    }

    /** @param latest time of an event so far */
    private record Head(long seq, String hash, Instant latest) {}
}
