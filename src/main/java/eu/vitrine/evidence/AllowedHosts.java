package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hosts that captures may ask; none until an administrator adds one. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AllowedHosts implements CaptureGate.Hosts {

    private static final String ROWS = "SELECT host, inside, added_at, actor_name FROM evidence_host";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    AllowedHosts(JdbcClient jdbc, AuditTrail trail, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A host that may be asked.
     *
     * @param inside whether it is one of the own network, so that it may have a private address
     * @param by name at the time of who allowed it
     */
    record Host(String name, boolean inside, Instant addedAt, String by) {}

    /** By name. */
    @Transactional(readOnly = true)
    @PreAuthorize(Evidence.READERS)
    public List<Host> all() {
        return jdbc.sql(ROWS + " ORDER BY host").query(AllowedHosts::host).list();
    }

    @Override
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('OFFICER', 'ADMINISTRATOR')")
    public Optional<Host> find(String name) {
        return jdbc.sql(ROWS + " WHERE host = ?").param(name).query(AllowedHosts::host).optional();
    }

    /**
     * @param name a name that {@link HostName} takes
     * @return false if it is allowed already; nothing changes then
     */
    @Transactional
    public boolean add(String name, boolean inside) {
        if (find(name).isPresent()) {
            return false;
        }
        Actor actor = current.actor();
        jdbc.sql("INSERT INTO evidence_host (host, inside, added_at, actor_id, actor_name) VALUES (?, ?, ?, ?, ?)")
                .params(name, inside, clock.instant().atOffset(ZoneOffset.UTC), actor.id(), actor.name()).update();
        trail.record(AuditEntry.of(actor, "evidence-host.allowed", AuditEntry.Subject.of("evidence-host", shortened(name))).with("host", name).with("inside", inside));
        return true;
    }

    /** @return false if it was not allowed */
    @Transactional
    public boolean remove(String name) {
        if (jdbc.sql("DELETE FROM evidence_host WHERE host = ?").param(name).update() == 0) {
            return false;
        }
        trail.record(AuditEntry.of(current.actor(), "evidence-host.removed", AuditEntry.Subject.of("evidence-host", shortened(name))).with("host", name));
        return true;
    }

    /** Identities in the log have at most 200 characters. */
    private static String shortened(String host) {
        return host.length() <= 200 ? host : host.substring(0, 200);
    }

    private static Host host(ResultSet row, int n) throws SQLException {
        return new Host(row.getString("host"), row.getBoolean("inside"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"));
    }
}
