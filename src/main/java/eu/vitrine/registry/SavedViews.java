package eu.vitrine.registry;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.UserId;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches that the person signed in keeps under a name. Nobody sees those of another. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
class SavedViews {

    static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4_000;
    /** More than a person finds anything in; further ones are refused. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final AuditTrail trail;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, CurrentActor current, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A search under a name.
     *
     * @param query of the address of the list
     * @param atFirst whether the list opens with it
     */
    record View(UUID id, Kind kind, String name, String query, boolean atFirst) {

        /** Its address. */
        public String path() {
            return query.isEmpty() ? RecordPaths.list(kind) + "?view=none" : RecordPaths.list(kind) + "?" + query;
        }
    }

    /** What came of an attempt to save. */
    enum Saved {
        DONE,
        NO_NAME,
        NAME_TOO_LONG,
        NAME_TAKEN,
        QUERY_TOO_LONG,
        TOO_MANY
    }

    /** The person's views of a list, by name. */
    List<View> of(Kind kind) {
        return jdbc.sql("SELECT * FROM registry_view WHERE user_id = ? AND kind = ? ORDER BY lower(name), id").params(user(), kind.name()).query(SavedViews::view).list();
    }

    /** One of the person's own. */
    Optional<View> find(UUID id) {
        return jdbc.sql("SELECT * FROM registry_view WHERE id = ? AND user_id = ?").params(id, user()).query(SavedViews::view).optional();
    }

    private static View view(ResultSet row, int n) throws SQLException {
        return new View(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getString("name"), row.getString("query"), row.getBoolean("at_first"));
    }

    @Transactional
    Saved save(Kind kind, String name, String query) {
        var views = of(kind);
        Saved named = named(views, name);
        if (named != Saved.DONE || query.length() > LONGEST_QUERY || views.size() >= MOST) {
            return named != Saved.DONE ? named : query.length() > LONGEST_QUERY ? Saved.QUERY_TOO_LONG : Saved.TOO_MANY;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO registry_view (id, user_id, kind, name, query, at_first, created_at) VALUES (?, ?, ?, ?, ?, FALSE, ?)")
                .params(id, user(), kind.name(), name.strip(), query, OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)).update();
        record("saved", id, name.strip());
        return Saved.DONE;
    }

    @Transactional
    Saved rename(View view, String name) {
        Saved named = name.strip().equals(view.name()) ? Saved.DONE : named(of(view.kind()), name);
        if (named == Saved.DONE) {
            jdbc.sql("UPDATE registry_view SET name = ? WHERE id = ? AND user_id = ?").params(name.strip(), view.id(), user()).update();
            record("renamed", view.id(), name.strip());
        }
        return named;
    }

    /** Lets the list open with this view, or with everything. */
    @Transactional
    void openWith(View view, boolean atFirst) {
        jdbc.sql("UPDATE registry_view SET at_first = FALSE WHERE user_id = ? AND kind = ?").params(user(), view.kind().name()).update();
        if (atFirst) {
            jdbc.sql("UPDATE registry_view SET at_first = TRUE WHERE id = ? AND user_id = ?").params(view.id(), user()).update();
        }
        record(atFirst ? "put-first" : "not-first", view.id(), view.name());
    }

    @Transactional
    void delete(View view) {
        jdbc.sql("DELETE FROM registry_view WHERE id = ? AND user_id = ?").params(view.id(), user()).update();
        record("deleted", view.id(), view.name());
    }

    private static Saved named(List<View> views, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return Saved.NO_NAME;
        }
        if (stripped.length() > LONGEST_NAME) {
            return Saved.NAME_TOO_LONG;
        }
        return views.stream().anyMatch(view -> view.name().equals(stripped)) ? Saved.NAME_TAKEN : Saved.DONE;
    }

    private UUID user() {
        return current.id().map(UserId::value).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    private void record(String what, UUID view, String name) {
        trail.record(AuditEntry.of(current.actor(), "view." + what, AuditEntry.Subject.of("view", view.toString())).with("name", name));
    }
}
