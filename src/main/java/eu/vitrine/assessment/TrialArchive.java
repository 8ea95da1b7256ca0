package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Score;
import eu.vitrine.registry.VisibleRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of trials. A running trial is held by one process, which says so with every step; one that has been silent for a
 * minute counts as interrupted, and whoever held it can write nothing more to it.
 */
@Repository
class TrialArchive {

    static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CHANGES = " FROM policy_trial_change WHERE trial = :trial AND (:slug = '' OR slug = :slug)"
            + " AND (:policy = '' OR policy = :policy) AND (:what = '' OR (:what = 'new' AND before IS NULL) OR (:what = 'gone' AND after IS NULL)"
            + " OR (:what = 'changed' AND before IS NOT NULL AND after IS NOT NULL))";

    private final JdbcClient jdbc;
    private final VisibleRecords visible;
    private final Clock clock;

    TrialArchive(JdbcClient jdbc, VisibleRecords visible, Clock clock) {
        this.jdbc = jdbc;
        this.visible = visible;
        this.clock = clock;
    }

    /** Fails with a duplicate key where one is running. */
    int begin(int proposal, int base, LocalDate asOf, int total, String holder, Actor by) {
        interruptSilent();
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM policy_trial").query(Integer.class).single();
        jdbc.sql("INSERT INTO policy_trial (number, proposal, base, as_of, state, running, holder, done, total, started_at, started_by,"
                        + " started_by_name, beat_at) VALUES (?, ?, ?, ?, 'RUNNING', 1, ?, 0, ?, ?, ?, ?, ?)")
                .params(number, proposal, base, asOf, holder, total, now(), by.id(), by.name(), now()).update();
        return number;
    }

    /** Whether the trial is still that holder's, whose lease begins anew. */
    boolean progress(int number, String holder, int done) {
        return jdbc.sql("UPDATE policy_trial SET done = ?, beat_at = ? WHERE number = ? AND holder = ? AND running = 1")
                .params(done, now(), number, holder).update() == 1;
    }

    boolean end(int number, String holder, Trial.State state) {
        return jdbc.sql("UPDATE policy_trial SET state = ?, running = NULL, ended_at = ? WHERE number = ? AND holder = ? AND running = 1")
                .params(state.name(), now(), number, holder).update() == 1;
    }

    /** Marks a trial whose holder has been silent for the lease as interrupted. */
    int interruptSilent() {
        return interrupt(now().minus(LEASE));
    }

    /** Marks whatever runs as interrupted: nobody else can hold it, because the database belongs to this process alone. */
    int interruptAny() {
        return interrupt(now().plus(LEASE));
    }

    private int interrupt(OffsetDateTime silentSince) {
        return jdbc.sql("UPDATE policy_trial SET state = 'INTERRUPTED', running = NULL, ended_at = ? WHERE running = 1 AND beat_at < ?")
                .params(now(), silentSince).update();
    }

    void insert(int trial, TrialSubject subject, List<Deviation> deviations) {
        Score before = subject.before();
        Score after = subject.after();
        jdbc.sql("INSERT INTO policy_trial_subject (trial, kind, slug, name, changes, shown_before, shown_after, not_met_before, not_met_after,"
                        + " open_before, open_after, undetermined_before, undetermined_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(trial, subject.kind().code(), subject.slug(), subject.name(), deviations.size(), before.shown(), after.shown(),
                        before.notMet(), after.notMet(), before.open(), after.open(), before.undetermined(), after.undetermined())
                .update();
        for (int i = 0; i < deviations.size(); i++) {
            Deviation one = deviations.get(i);
            jdbc.sql("INSERT INTO policy_trial_change (trial, kind, slug, position, name, about, policy, title, before, after)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(trial, subject.kind().code(), subject.slug(), i, subject.name(), one.about().name(), one.policy(), one.title(),
                            json(one.before()), json(one.after()))
                    .update();
        }
    }

    Optional<Trial> newestOf(int proposal) {
        return jdbc.sql("SELECT * FROM policy_trial WHERE proposal = ? ORDER BY number DESC FETCH FIRST 1 ROWS ONLY").param(proposal)
                .query(this::trial).optional();
    }

    Optional<Trial> running() {
        return jdbc.sql("SELECT * FROM policy_trial WHERE running = 1").query(this::trial).optional().filter(Trial::isRunning);
    }

    /** About how many records something changes, whoever may know of them. */
    int countSubjects(int trial) {
        return jdbc.sql("SELECT count(*) FROM policy_trial_subject WHERE trial = ?").param(trial).query(Integer.class).single();
    }

    /** Only those that the person signed in may know of. */
    List<TrialSubject> subjects(int trial) {
        return jdbc.sql("SELECT * FROM policy_trial_subject WHERE trial = :trial" + visible.and("policy_trial_subject.kind", "policy_trial_subject.slug")
                        + " ORDER BY kind, lower(name), slug")
                .param("trial", trial).param("units", visible.units())
                .query((row, n) -> new TrialSubject(Kind.of(row.getString("kind")).orElseThrow(), row.getString("slug"), row.getString("name"),
                        row.getInt("changes"), score(row, "before"), score(row, "after")))
                .list();
    }

    /** How many answers change about how many records, by policy. */
    record OfPolicy(String policy, String title, String about, int records) {}

    List<OfPolicy> byPolicy(int trial) {
        return jdbc.sql("SELECT policy, min(title) AS title, about, count(*) AS records FROM policy_trial_change WHERE trial = ?"
                        + " GROUP BY policy, about ORDER BY about, policy").param(trial)
                .query((row, n) -> new OfPolicy(row.getString("policy"), row.getString("title"), row.getString("about"), row.getInt("records"))).list();
    }

    /** One page of what changes for the records that the person signed in may know of. */
    List<TrialChange> changes(int trial, TrialQuery query) {
        return jdbc.sql("SELECT *" + CHANGES + ofVisible() + " ORDER BY " + (query.byPolicy() ? "policy, kind, lower(name), slug, position" : "kind, lower(name), slug, position")
                        + " OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .param("trial", trial).param("slug", query.slug()).param("policy", query.policy()).param("what", query.what())
                .param("units", visible.units()).param("offset", query.offset()).param("size", TrialQuery.SIZE)
                .query((row, n) -> new TrialChange(Kind.of(row.getString("kind")).orElseThrow(), row.getString("slug"), row.getString("name"),
                        new Deviation(Deviation.About.valueOf(row.getString("about")), row.getString("policy"), row.getString("title"),
                                said(row.getString("before")), said(row.getString("after")))))
                .list();
    }

    private String ofVisible() {
        return visible.and("policy_trial_change.kind", "policy_trial_change.slug");
    }

    /** How many rows all pages of these changes have. */
    int countVisible(int trial, TrialQuery query) {
        return jdbc.sql("SELECT count(*)" + CHANGES + ofVisible())
                .param("trial", trial).param("slug", query.slug()).param("policy", query.policy()).param("what", query.what())
                .param("units", visible.units()).query(Integer.class).single();
    }

    /** How many answers change about all records, whoever may know of them; says nothing of any one record only as long as no slug is asked for. */
    int count(int trial, TrialQuery query) {
        return jdbc.sql("SELECT count(*)" + CHANGES)
                .param("trial", trial).param("slug", query.slug()).param("policy", query.policy()).param("what", query.what()).query(Integer.class).single();
    }

    private static @Nullable String json(@Nullable Said said) {
        return said == null ? null : JsonMapper.shared().writeValueAsString(said);
    }

    private static @Nullable Said said(@Nullable String json) {
        return json == null ? null : JsonMapper.shared().readValue(json, Said.class);
    }

    private static Score score(ResultSet row, String when) throws SQLException {
        return new Score(null, null, row.getInt("shown_" + when), row.getInt("not_met_" + when), row.getInt("open_" + when),
                row.getInt("undetermined_" + when));
    }

    private Trial trial(ResultSet row, int n) throws SQLException {
        Trial.State state = Trial.State.valueOf(row.getString("state"));
        boolean silent = row.getObject("beat_at", OffsetDateTime.class).isBefore(now().minus(LEASE));
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Trial(row.getInt("number"), row.getInt("proposal"), row.getInt("base"), row.getObject("as_of", LocalDate.class),
                state == Trial.State.RUNNING && silent ? Trial.State.INTERRUPTED : state, row.getInt("done"), row.getInt("total"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(), new Actor(row.getString("started_by"), row.getString("started_by_name")),
                ended == null ? null : ended.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
