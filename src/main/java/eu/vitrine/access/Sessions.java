package eu.vitrine.access;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where. A session whose row is gone ends with its next request, on whatever node it is held. */
@Component
@Transactional
class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);

    /** How exactly "last used" is kept, so that not every request writes. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    Sessions(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A session as its person sees it.
     *
     * @param device browser and system in a few words, empty if unknown
     * @param lastUsed to the minute
     */
    record Session(UUID id, Instant since, Instant lastUsed, String device) {}

    /** Notes that a person's session begins. */
    public void begin(SignedInPerson person, String device) {
        jdbc.sql("DELETE FROM signed_in_session WHERE since < ?").param(at(clock.instant().minus(LONGEST))).update();
        jdbc.sql("INSERT INTO signed_in_session (id, user_id, since, last_used, device) VALUES (?, ?, ?, ?, ?)")
                .params(person.session(), person.id(), at(person.since()), at(person.since()), device).update();
    }

    /** Whether the session lasts: not ended, not too old, and the person may still sign in as the same. Notes that it was used. */
    public boolean lasts(SignedInPerson person) {
        Instant now = clock.instant();
        Optional<Known> known = jdbc.sql("SELECT u.stamp, s.last_used FROM signed_in_session s JOIN user_account u ON u.id = s.user_id"
                + " WHERE s.id = ? AND u.id = ? AND u.disabled = FALSE").params(person.session(), person.id()).query(Known.class).optional();
        boolean lasts = now.isBefore(person.since().plus(LONGEST)) && known.filter(one -> one.stamp() == person.stamp()).isPresent();
        if (lasts && known.orElseThrow().lastUsed().toInstant().isBefore(now.minus(GRAIN))) {
            jdbc.sql("UPDATE signed_in_session SET last_used = ? WHERE id = ?").params(at(now), person.session()).update();
        }
        return lasts;
    }

    record Known(int stamp, OffsetDateTime lastUsed) {}

    /** The person's sessions that were used within {@code idle}, the one last used first. */
    @Transactional(readOnly = true)
    public List<Session> of(UUID user, Duration idle) {
        Instant now = clock.instant();
        return jdbc.sql("SELECT s.id, s.since, s.last_used, s.device FROM signed_in_session s WHERE s.user_id = ? AND s.last_used > ? AND s.since > ?"
                        + " ORDER BY s.last_used DESC, s.since DESC, s.id")
                .params(user, at(now.minus(idle).minus(GRAIN)), at(now.minus(LONGEST)))
                .query((row, n) -> new Session(row.getObject("id", UUID.class), row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used", OffsetDateTime.class).toInstant(), row.getString("device"))).list();
    }

    /** Ends one of the person's own sessions; nothing happens if there is none of that identity. */
    public void end(SignedInPerson person, UUID session) {
        if (jdbc.sql("DELETE FROM signed_in_session WHERE id = ? AND user_id = ?").params(session, person.id()).update() == 1) {
            trail.record(AuditEntry.of(person.actor(), "session.ended", SetUp.subject(person.id())));
        }
    }

    /** Signs the person out everywhere. */
    public void endAll(SignedInPerson person) {
        int ended = jdbc.sql("DELETE FROM signed_in_session WHERE user_id = ?").param(person.id()).update();
        trail.record(AuditEntry.of(person.actor(), "session.all-ended", SetUp.subject(person.id())).with("sessions", ended));
    }

    /** Ends the person's sessions but the present one. */
    public void endOthers(SignedInPerson person) {
        jdbc.sql("DELETE FROM signed_in_session WHERE user_id = ? AND id <> ?").params(person.id(), person.session()).update();
    }

    /** The person signs out. */
    public void forget(SignedInPerson person) {
        jdbc.sql("DELETE FROM signed_in_session WHERE id = ?").param(person.session()).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
