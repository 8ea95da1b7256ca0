package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signed bundles of records by the time they were saved. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class SavedBundles {

    private final VisibleImports visible;
    private final CurrentActor current;

    SavedBundles(VisibleImports visible, CurrentActor current) {
        this.visible = visible;
        this.current = current;
    }

    /**
     * A bundle that was saved and not taken back.
     *
     * @param records how many records it wrote
     * @param importId null where the person may not see all of its records
     */
    public record Saved(String issuer, LocalDate issued, int records, String by, Instant at, @Nullable UUID importId) {}

    /** Bundles saved in the time from, inclusive, to, exclusive, newest first; none for those who may not read imports. */
    public List<Saved> between(Instant from, Instant to, int most) {
        if (Stream.of(Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR).noneMatch(current::has)) {
            return List.of();
        }
        return visible.sql("SELECT b.issuer, b.issued, b.import_id, b.actor_name, i.saved_at, (SELECT count(*) FROM intake_entry w WHERE w.import_id = i.id AND w.written IS NOT NULL)"
                        + " AS records, CASE WHEN " + VisibleImports.CONDITION + " THEN 1 ELSE 0 END AS seen" + BundleOrder.SAVED
                        + " AND i.saved_at >= :from AND i.saved_at < :to ORDER BY i.saved_at DESC, b.sha256 FETCH FIRST :most ROWS ONLY")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, n) -> new Saved(row.getString("issuer"), row.getObject("issued", LocalDate.class), row.getInt("records"), row.getString("actor_name"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getInt("seen") == 1 ? row.getObject("import_id", UUID.class) : null)).list();
    }
}
