package eu.vitrine.censorship;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review.Status;
import eu.vitrine.facts.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of findings: versions are added and never changed. */
@Repository
class FindingStore {

    private static final String HEAD = "SELECT f.id, f.model_slug, f.status, f.head_number, f.successor, v.content FROM behaviour_finding f"
            + " JOIN behaviour_finding_version v ON v.finding_id = f.id AND v.number = f.head_number";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FindingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Under what circumstances a version is written. */
    record Occasion(Actor by, Instant at, @Nullable String reason) {}

    /** Takes up an entry of a record file as a draft; false where it was taken before. */
    boolean take(String model, Statement said, Occasion occasion) {
        String from = Sha256.of(json.writeValueAsBytes(said));
        if (isTaken(model, from)) {
            return false;
        }
        add(model, said, from, occasion);
        return true;
    }

    private boolean isTaken(String model, String from) {
        return jdbc.sql("SELECT count(*) FROM behaviour_finding WHERE model_slug = ? AND taken_from = ?").params(model, from)
                .query(Integer.class).single() > 0;
    }

    /** Adds a finding as a draft; returns its identity. */
    UUID add(String model, Statement said, @Nullable String takenFrom, Occasion occasion) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO behaviour_finding (id, model_slug, family, status, head_number, taken_from, created_at) VALUES (?, ?, ?, ?, 1, ?, ?)")
                .params(id, model, said.family().name(), Status.DRAFT.name(), takenFrom, occasion.at().atOffset(ZoneOffset.UTC)).update();
        write(id, 1, said, Status.DRAFT, occasion);
        return id;
    }

    /** Makes this the head version; false where somebody else wrote one meanwhile. */
    boolean advance(UUID id, int expected, Statement said, Status status, @Nullable UUID successor, Occasion occasion) {
        boolean moved = jdbc.sql("UPDATE behaviour_finding SET head_number = ?, status = ?, successor = ?, family = ? WHERE id = ? AND head_number = ?")
                .params(expected + 1, status.name(), successor, said.family().name(), id, expected).update() == 1;
        if (moved) {
            write(id, expected + 1, said, status, occasion);
        }
        return moved;
    }

    private void write(UUID id, int number, Statement said, Status status, Occasion occasion) {
        byte[] content = json.writeValueAsBytes(said);
        jdbc.sql("INSERT INTO behaviour_finding_version (finding_id, number, content, sha256, status, recorded_at, actor_id, actor_name, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, number, content, Sha256.of(content), status.name(), occasion.at().atOffset(ZoneOffset.UTC), occasion.by().id(),
                        occasion.by().name(), occasion.reason())
                .update();
    }

    Optional<BehaviourFinding> find(UUID id) {
        return jdbc.sql(HEAD + " WHERE f.id = ?").param(id).query((row, n) -> finding(row)).optional();
    }

    List<BehaviourFinding> of(String model, PublishedFinding.Family family) {
        return jdbc.sql(HEAD + " WHERE f.model_slug = ? AND f.family = ? ORDER BY f.created_at, f.id").params(model, family.name())
                .query((row, n) -> finding(row)).list();
    }

    /** Findings of this status, oldest first, of the models that the condition lets through. */
    List<BehaviourFinding> withStatus(Status status, String andVisible, Collection<String> units, int most) {
        return jdbc.sql(HEAD + " WHERE f.status = :status" + andVisible + " ORDER BY f.created_at, f.id FETCH FIRST :most ROWS ONLY")
                .param("status", status.name()).param("units", units).param("most", most).query((row, n) -> finding(row)).list();
    }

    private BehaviourFinding finding(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new BehaviourFinding(id, row.getString("model_slug"), Status.valueOf(row.getString("status")), row.getInt("head_number"),
                json.readValue(row.getBytes("content"), Statement.class), row.getObject("successor", UUID.class), versions(id));
    }

    private List<BehaviourFinding.Version> versions(UUID id) {
        return jdbc.sql("SELECT number, status, sha256, recorded_at, actor_id, actor_name, reason FROM behaviour_finding_version"
                        + " WHERE finding_id = ? ORDER BY number DESC").param(id)
                .query((row, n) -> new BehaviourFinding.Version(row.getInt("number"), Status.valueOf(row.getString("status")), row.getString("sha256"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        new Actor(row.getString("actor_id"), row.getString("actor_name")), row.getString("reason")))
                .list();
    }

    /** Whether what older record files brought was taken up; locks the row, so that of several nodes one does it. */
    boolean wasStarted() {
        return jdbc.sql("SELECT taken_at FROM behaviour_finding_start WHERE id = 1 FOR UPDATE").query((row, n) -> row.getObject("taken_at") != null).single();
    }

    void started(Instant at) {
        jdbc.sql("UPDATE behaviour_finding_start SET taken_at = ? WHERE id = 1").param(at.atOffset(ZoneOffset.UTC)).update();
    }
}
