package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checks of the archive and what they found. One runs at a time, over all nodes. */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'AUDITOR')")
class EvidenceChecks {

    /** A check that has said nothing for so long has died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final String RUNS = "SELECT number, state, started_at, seen_at, finished_at, actor_name, files, bytes, temporary FROM evidence_check";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    EvidenceChecks(JdbcClient jdbc, AuditTrail trail, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    enum State { RUNNING, FINISHED, FAILED, SILENT }

    /** What a check can find: the first two are losses, the others were put in order or left alone. */
    enum Kind {
        MISSING, ALTERED, SWEPT, STRANGE, HELD;

        public boolean isLoss() {
            return this == MISSING || this == ALTERED;
        }

        public String key() {
            return "evidence.check." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One check.
     *
     * @param files how many files were hashed so far, and {@code bytes} of them
     * @param temporary temporary files removed
     */
    record Run(long number, State state, Instant startedAt, @Nullable Instant finishedAt, String by, long files, long bytes, long temporary) {

        public String readableBytes() {
            return EvidenceItem.readable(bytes);
        }
    }

    record Finding(Kind kind, String name) {}

    /** Begins one for the present person; empty where one is running. */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Optional<Long> begin() {
        Actor actor = current.actor();
        if (newest().filter(run -> run.state() == State.RUNNING).isPresent()) {
            return Optional.empty();
        }
        var key = new GeneratedKeyHolder();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO evidence_check (state, started_at, seen_at, actor_id, actor_name, files, bytes, temporary) VALUES ('RUNNING', ?, ?, ?, ?, 0, 0, 0)")
                .params(now, now, actor.id(), actor.name()).update(key, "number");
        long number = ((Number) java.util.Objects.requireNonNull(key.getKey())).longValue();
        trail.record(entry(actor, "evidence-check.started", number));
        return Optional.of(number);
    }

    @Transactional(readOnly = true)
    public Optional<Run> newest() {
        return jdbc.sql(RUNS + " ORDER BY number DESC FETCH FIRST 1 ROWS ONLY").query(this::run).optional();
    }

    /** In the order of kinds. */
    @Transactional(readOnly = true)
    public List<Finding> findings(long number) {
        return jdbc.sql("SELECT kind, name FROM evidence_check_finding WHERE number = ?").param(number)
                .query((row, n) -> new Finding(Kind.valueOf(row.getString("kind")), row.getString("name"))).list().stream()
                .sorted(java.util.Comparator.comparing(Finding::kind).thenComparing(Finding::name)).toList();
    }

    @Transactional
    public void progress(long number, long files, long bytes, long temporary) {
        jdbc.sql("UPDATE evidence_check SET files = ?, bytes = ?, temporary = ?, seen_at = ? WHERE number = ?")
                .params(files, bytes, temporary, clock.instant().atOffset(ZoneOffset.UTC), number).update();
    }

    @Transactional
    public void found(long number, Kind kind, String name) {
        jdbc.sql("INSERT INTO evidence_check_finding (number, kind, name) VALUES (?, ?, ?)")
                .params(number, kind.name(), name.length() <= 300 ? name : name.substring(0, 300)).update();
    }

    @Transactional
    public void end(long number, State state) {
        jdbc.sql("UPDATE evidence_check SET state = ?, finished_at = ? WHERE number = ?")
                .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC), number).update();
        AuditEntry entry = entry(current.actor(), state == State.FINISHED ? "evidence-check.finished" : "evidence-check.failed", number);
        for (Kind kind : Kind.values()) {
            entry = entry.with(kind.name().toLowerCase(Locale.ROOT), findings(number).stream().filter(finding -> finding.kind() == kind).count());
        }
        trail.record(entry);
    }

    private static AuditEntry entry(Actor actor, String action, long number) {
        return AuditEntry.of(actor, action, AuditEntry.Subject.of("evidence-check", Long.toString(number)));
    }

    private Run run(ResultSet row, int n) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Instant seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        boolean silent = state == State.RUNNING && seen.plus(SILENCE).isBefore(clock.instant());
        return new Run(row.getLong("number"), silent ? State.SILENT : state, row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(), row.getString("actor_name"), row.getLong("files"), row.getLong("bytes"), row.getLong("temporary"));
    }
}
