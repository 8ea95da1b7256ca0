package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.registry.VisibleRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of assessments: insert and read; there is no way to change or remove one. */
@Repository
class AssessmentArchive {

    private static final String LINE = "SELECT kind, model_slug, number, model_name, as_of, made_at, actor_id, actor_name, evaluation_sha256,"
            + " shown, not_met, open_duties, undetermined, next_date, use_rights FROM assessment a";
    private static final String LATEST =
            " a.number = (SELECT max(b.number) FROM assessment b WHERE b.model_slug = a.model_slug AND b.kind = a.kind)";
    private static final String LATEST_OF_MODELS = " a.kind = 'model' AND" + LATEST;

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    AssessmentArchive(JdbcClient jdbc, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /** The newest assessment of each model that the person signed in may know of; needs the parameter {@code units}. */
    private String latestOfModels() {
        return LATEST_OF_MODELS + visible.and("a.kind", "a.model_slug");
    }

    /** The bytes of one assessment and what identifies its policy set. */
    record Kept(byte[] evaluation, String snapshotSha256, Snapshot snapshot, PolicySet.Identity set) {}

    /** Counted over all kinds, because slug and number alone name an assessment. */
    int nextNumber(String slug) {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM assessment WHERE model_slug = ?").param(slug).query(Integer.class).single();
    }

    /** Fails on a number that is taken, so that of two at once one does not happen. */
    void insert(AssessmentLine line, byte[] evaluation, Snapshot snapshot, Evaluation found, List<OpenPoints.Point> open,
            List<RevisionPin> pins) {
        jdbc.sql("INSERT INTO assessment (kind, model_slug, number, model_name, as_of, made_at, actor_id, actor_name, rules_digest, text_digest,"
                        + " evaluation, evaluation_sha256, record, snapshot_sha256, lifecycle, observations, shown, not_met,"
                        + " open_duties, undetermined, next_date, use_rights) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(line.kind().code(), line.slug(), line.number(), line.name(), line.asOf(), line.at().atOffset(ZoneOffset.UTC), line.by().id(),
                        line.by().name(), found.policySet().rulesDigest(), found.policySet().textDigest(), evaluation, line.sha256(),
                        snapshot.record(), snapshot.sha256(), snapshot.lifecycle(), snapshot.observations(), line.counts().shown(),
                        line.counts().notMet(), line.counts().open(), line.counts().undetermined(), line.nextDate(), line.useRights())
                .update();
        for (int i = 0; i < snapshot.beside().size(); i++) {
            jdbc.sql("INSERT INTO assessment_record (model_slug, number, position, content) VALUES (?, ?, ?, ?)")
                    .params(line.slug(), line.number(), i, snapshot.beside().get(i)).update();
        }
        for (int i = 0; i < pins.size(); i++) {
            RevisionPin pin = pins.get(i);
            jdbc.sql("INSERT INTO assessment_pin (model_slug, number, position, kind, slug, revision, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(line.slug(), line.number(), i, pin.kind().code(), pin.slug(), pin.number(), pin.sha256()).update();
        }
        for (Finding finding : found.findings()) {
            jdbc.sql("INSERT INTO assessment_finding (model_slug, number, policy, outcome, due_date, weighs, enforceable_from)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(line.slug(), line.number(), finding.policy().id(), finding.outcome() == null ? null : finding.outcome().name(),
                            finding.answers().dueDate(), finding.family() == Family.DUTY, finding.answers().enforceableFrom())
                    .update();
        }
        for (int i = 0; i < open.size(); i++) {
            jdbc.sql("INSERT INTO assessment_open_point (model_slug, number, position, fact, findings) VALUES (?, ?, ?, ?, ?)")
                    .params(line.slug(), line.number(), i, open.get(i).fact(), open.get(i).findings()).update();
        }
    }

    Optional<AssessmentLine> latest(Kind kind, String slug) {
        return jdbc.sql(LINE + " WHERE a.kind = ? AND a.model_slug = ? AND" + LATEST).params(kind.code(), slug)
                .query(AssessmentArchive::line).optional();
    }

    Optional<AssessmentLine> line(Kind kind, String slug, int number) {
        return jdbc.sql(LINE + " WHERE a.kind = ? AND a.model_slug = ? AND a.number = ?").params(kind.code(), slug, number)
                .query(AssessmentArchive::line).optional();
    }

    List<AssessmentLine> all(Kind kind, String slug) {
        return jdbc.sql(LINE + " WHERE a.kind = ? AND a.model_slug = ? ORDER BY a.number DESC").params(kind.code(), slug)
                .query(AssessmentArchive::line).list();
    }

    /** The latest of each model, by name. */
    List<AssessmentLine> latestOfAll() {
        return jdbc.sql(LINE + " WHERE" + latestOfModels() + " ORDER BY lower(a.model_name), a.model_slug")
                .param("units", visible.units()).query(AssessmentArchive::line).list();
    }

    /** The latest of each of these records. */
    List<AssessmentLine> latestOf(Kind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of()
                : jdbc.sql(LINE + " WHERE a.kind = :kind AND a.model_slug IN (:slugs) AND" + LATEST)
                        .param("kind", kind.code()).param("slugs", slugs).query(AssessmentArchive::line).list();
    }

    /** The newest assessments that read this record, of what the person signed in may know of; by name, at most so many. */
    List<AssessmentLine> restingOn(Kind kind, String slug, int most) {
        return jdbc.sql(LINE + " WHERE" + LATEST + visible.and("a.kind", "a.model_slug") + " AND EXISTS (SELECT 1 FROM assessment_pin p"
                        + " WHERE p.model_slug = a.model_slug AND p.number = a.number AND p.kind = :kind AND p.slug = :slug)"
                        + " ORDER BY lower(a.model_name), a.model_slug FETCH FIRST :most ROWS ONLY")
                .param("kind", kind.code()).param("slug", slug).param("units", visible.units()).param("most", most).query(AssessmentArchive::line).list();
    }

    Kept kept(AssessmentLine line) {
        List<byte[]> beside = jdbc.sql("SELECT content FROM assessment_record WHERE model_slug = ? AND number = ? ORDER BY position")
                .params(line.slug(), line.number()).query((row, n) -> row.getBytes("content")).list();
        return jdbc.sql("SELECT a.evaluation, a.record, a.snapshot_sha256, a.lifecycle, a.observations, p.version, p.law_version, p.rules_digest, p.text_digest"
                        + " FROM assessment a JOIN policy_set p ON p.rules_digest = a.rules_digest AND p.text_digest = a.text_digest"
                        + " WHERE a.model_slug = ? AND a.number = ?")
                .params(line.slug(), line.number())
                .query((row, n) -> new Kept(row.getBytes("evaluation"), row.getString("snapshot_sha256"),
                        new Snapshot(row.getBytes("record"), row.getBytes("lifecycle"), beside, row.getBytes("observations")),
                        new PolicySet.Identity(row.getString("version"), row.getString("law_version"),
                                row.getString("rules_digest"), row.getString("text_digest"))))
                .single();
    }

    List<RevisionPin> pins(AssessmentLine line) {
        return jdbc.sql("SELECT kind, slug, revision, sha256 FROM assessment_pin WHERE model_slug = ? AND number = ? ORDER BY position")
                .params(line.slug(), line.number())
                .query((row, n) -> new RevisionPin(Kind.of(row.getString("kind")).orElseThrow(), row.getString("slug"),
                        row.getInt("revision"), row.getString("sha256")))
                .list();
    }

    /** Findings of one policy in the latest assessment of each model. */
    List<KeptFinding> latestFindings(String policy) {
        return jdbc.sql("SELECT f.model_slug, a.model_name, f.policy, f.outcome, f.due_date FROM assessment_finding f"
                        + " JOIN assessment a ON a.model_slug = f.model_slug AND a.number = f.number"
                        + " WHERE f.policy = :policy AND" + latestOfModels() + " ORDER BY lower(a.model_name), f.policy")
                .param("policy", policy).param("units", visible.units())
                .query((row, n) -> new KeptFinding(row.getString("model_slug"), row.getString("model_name"), row.getString("policy"),
                        row.getString("outcome"), row.getObject("due_date", LocalDate.class)))
                .list();
    }

    /** Facts that bear on most models, by the latest assessments: the fact, how many models, how many findings. */
    List<OpenFact> openFacts(int limit) {
        return jdbc.sql("SELECT p.fact, count(*) AS models, sum(p.findings) AS findings FROM assessment_open_point p"
                        + " JOIN assessment a ON a.model_slug = p.model_slug AND a.number = p.number WHERE" + latestOfModels()
                        + " GROUP BY p.fact ORDER BY models DESC, findings DESC, p.fact FETCH FIRST :size ROWS ONLY")
                .param("size", limit).param("units", visible.units())
                .query((row, n) -> new OpenFact(row.getString("fact"), row.getInt("models"), row.getInt("findings")))
                .list();
    }

    /** The days to come on which duties fall due, by the latest assessments, soonest first. */
    List<DueDay> dueAfter(LocalDate day, int limit) {
        return jdbc.sql("SELECT f.due_date, count(*) AS duties, count(DISTINCT f.model_slug) AS models FROM assessment_finding f"
                        + " JOIN assessment a ON a.model_slug = f.model_slug AND a.number = f.number WHERE f.due_date > :day AND" + latestOfModels()
                        + " GROUP BY f.due_date ORDER BY f.due_date FETCH FIRST :size ROWS ONLY")
                .param("day", day).param("size", limit).param("units", visible.units())
                .query((row, n) -> new DueDay(row.getObject("due_date", LocalDate.class), row.getInt("duties"), row.getInt("models")))
                .list();
    }

    /** How many findings have which outcome, by the latest assessments. */
    Map<Outcome, Integer> outcomes() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        jdbc.sql("SELECT f.outcome, count(*) AS findings FROM assessment_finding f JOIN assessment a ON a.model_slug = f.model_slug"
                        + " AND a.number = f.number WHERE f.outcome IS NOT NULL AND f.weighs = TRUE AND" + latestOfModels() + " GROUP BY f.outcome")
                .param("units", visible.units())
                .query((row, n) -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("findings"))).list();
        return counts;
    }

    private static AssessmentLine line(ResultSet row, int n) throws SQLException {
        @Nullable LocalDate next = row.getObject("next_date", LocalDate.class);
        return new AssessmentLine(Kind.of(row.getString("kind")).orElseThrow(), row.getString("model_slug"), row.getString("model_name"), row.getInt("number"),
                row.getObject("as_of", LocalDate.class), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor_id"), row.getString("actor_name")), row.getString("evaluation_sha256"),
                new Score(null, null, row.getInt("shown"), row.getInt("not_met"), row.getInt("open_duties"), row.getInt("undetermined")), next,
                row.getString("use_rights"));
    }
}
