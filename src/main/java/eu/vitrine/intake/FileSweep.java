package eu.vitrine.intake;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the bytes of files that were imported, or left after their dry run, once their time is over. Counts, places, remarks and
 * the SHA-256 of each file stay. Any number of nodes may sweep at once.
 */
@Component
class FileSweep {

    /** So many imports at a time, so that the log is not kept from others for long. */
    private static final int MOST = 200;
    private static final String OVER = " files_removed_at IS NULL AND COALESCE(undone_at, saved_at, touched_at) < ?";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;
    private final ImportLimits limits;

    FileSweep(JdbcClient jdbc, AuditTrail trail, Clock clock, ImportLimits limits) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
        this.limits = limits;
    }

    /** @return of how many imports the files were removed */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    @Transactional
    public int sweep() {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        OffsetDateTime over = now.minus(limits.keepFiles());
        List<UUID> removed = new ArrayList<>();
        for (UUID id : jdbc.sql("SELECT id FROM intake_import WHERE" + OVER + " ORDER BY created_at, id FETCH FIRST ? ROWS ONLY").params(over, MOST).query(UUID.class).list()) {
            if (jdbc.sql("UPDATE intake_import SET files_removed_at = ? WHERE id = ? AND" + OVER).params(now, id, over).update() == 1) {
                jdbc.sql("UPDATE intake_file SET bytes = NULL WHERE import_id = ?").param(id).update();
                jdbc.sql("UPDATE intake_entry SET content = ? WHERE import_id = ?").params(new byte[0], id).update();
                removed.add(id);
            }
        }
        if (!removed.isEmpty()) {
            trail.record(AuditEntry.of(Actor.SYSTEM, "import.files-removed", AuditEntry.Subject.of("import", removed.size() == 1 ? removed.getFirst().toString() : "several"))
                    .with("imports", removed.stream().map(UUID::toString).toList()).with("keptDays", limits.keepFiles().toDays()));
        }
        return removed.size();
    }
}
