package eu.vitrine.registry;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Revisions by the time they were saved, of the records that the person signed in may know of; without those that ship with the product. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class RecentRevisions {

    private static final String WITHIN = " FROM registry_revision v JOIN registry_record r ON r.id = v.record_id WHERE v.recorded_at >= :from AND v.recorded_at < :to"
            + " AND v.origin <> '" + Revision.Origin.STARTER_CATALOGUE + "'";

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    RecentRevisions(JdbcClient jdbc, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /** A revision with the present name of its record. */
    public record Recent(RecordName record, Revision revision) {}

    /** How many records have a revision saved in the time from, inclusive, to, exclusive. */
    public int records(Instant from, Instant to) {
        return jdbc.sql("SELECT count(DISTINCT v.record_id)" + WITHIN + visible.and("r.unit")).param("from", utc(from)).param("to", utc(to))
                .param("units", visible.units()).query(Integer.class).single();
    }

    /** Revisions saved in that time, newest first, at most so many. */
    public List<Recent> saved(Instant from, Instant to, int most) {
        return jdbc.sql("SELECT r.kind, r.slug, r.name, v.number, v.sha256, v.recorded_at, v.actor_id, v.actor_name, v.origin, v.reason" + WITHIN
                        + visible.and("r.unit") + " ORDER BY v.recorded_at DESC, r.kind, r.slug FETCH FIRST :most ROWS ONLY")
                .param("from", utc(from)).param("to", utc(to)).param("units", visible.units()).param("most", most)
                .query((row, n) -> recent(row)).list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Recent recent(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String slug = row.getString("slug");
        var pin = new RevisionPin(kind, slug, row.getInt("number"), row.getString("sha256"));
        return new Recent(new RecordName(kind, slug, row.getString("name")), new Revision(pin, row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor_id"), row.getString("actor_name")), Revision.Origin.valueOf(row.getString("origin")), row.getString("reason")));
    }
}
