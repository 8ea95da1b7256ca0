package eu.vitrine.access;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The units of the organisation. As long as there is none, everybody sees everything; units divide who sees and edits which
 * models, services and uses. A unit is never removed, because records and the audit log name it.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Units {

    static final int LONGEST_NAME = 100;
    private static final int LONGEST_SLUG = 60;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    Units(JdbcClient jdbc, AuditTrail trail, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /** All units by name. */
    public List<Unit> all() {
        return jdbc.sql("SELECT slug, name FROM unit ORDER BY lower(name), slug")
                .query((row, n) -> new Unit(row.getString("slug"), row.getString("name"))).list();
    }

    /** The units whose records the person signed in sees. */
    public List<Unit> own() {
        UnitScope scope = current.units();
        return all().stream().filter(unit -> scope.sees(unit.slug())).toList();
    }

    /** The unit with this short name. */
    public Optional<Unit> find(String slug) {
        return all().stream().filter(unit -> unit.slug().equals(slug)).findFirst();
    }

    /**
     * Adds a unit.
     *
     * @param name not blank, at most 100 characters, with a letter or digit of the Latin alphabet
     * @return empty where a unit of that name is there already, or the name gives no short name
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Optional<Unit> add(String name) {
        String slug = slug(name);
        if (slug.isEmpty() || find(slug).isPresent()) {
            return Optional.empty();
        }
        jdbc.sql("INSERT INTO unit (slug, name, created_at) VALUES (?, ?, ?)")
                .params(slug, name, clock.instant().atOffset(ZoneOffset.UTC)).update();
        trail.record(AuditEntry.of(current.actor(), "unit.added", AuditEntry.Subject.of("unit", slug)).with("name", name));
        return Optional.of(new Unit(slug, name));
    }

    private static String slug(String name) {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_SLUG ? plain : plain.substring(0, LONGEST_SLUG);
    }
}
