package eu.vitrine.intake;

import eu.vitrine.api.Problems;
import eu.vitrine.audit.Actor;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.formats.Origin;
import eu.vitrine.formats.TableColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps imports and their files. */
@Component
@Transactional
class ImportStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file to keep, with the id of its format where it looks like one. */
    record Kept(Source source, @Nullable String format) {}

    /** @param unit whose people may see it; null for all */
    UUID create(Actor owner, @Nullable String unit, List<Kept> files, Origin origin) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        jdbc.sql("INSERT INTO intake_import (id, owner_id, owner_name, created_at, state, origin_url, origin_date, done, total, touched_at, run, new_count,"
                        + " changed_count, unchanged_count, rejected_count, moved_on, unit) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, FALSE, ?)")
                .params(id, owner.id(), owner.name(), now, ImportJob.State.COLUMNS.name(), origin.url(), origin.date() == null ? null : origin.date().text(), now, unit)
                .update();
        for (int i = 0; i < files.size(); i++) {
            Source file = files.get(i).source();
            jdbc.sql("INSERT INTO intake_file (import_id, position, name, format, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(id, i, cut(file.name(), 300), files.get(i).format(), Sha256.of(file.bytes()), file.bytes()).update();
        }
        return id;
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql("SELECT * FROM intake_import WHERE id = ?").param(id).query(this::job).optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<ImportJob> lock(UUID id) {
        return jdbc.sql("SELECT * FROM intake_import WHERE id = ? FOR UPDATE").param(id).query(this::job).optional();
    }

    List<Kept> files(UUID id) {
        return jdbc.sql("SELECT name, format, bytes FROM intake_file WHERE import_id = ? ORDER BY position").param(id)
                .query((row, n) -> new Kept(new Source(row.getString("name"), row.getBytes("bytes")), row.getString("format"))).list();
    }

    void markAsBundle(UUID id) {
        jdbc.sql("UPDATE intake_import SET bundle = TRUE WHERE id = ?").param(id).update();
    }

    void format(UUID id, String format) {
        jdbc.sql("UPDATE intake_file SET format = ? WHERE import_id = ?").params(format, id).update();
    }

    /** Which record the files are about, as a person says. */
    void about(UUID id, String slug) {
        jdbc.sql("UPDATE intake_import SET about = ? WHERE id = ?").params(slug, id).update();
    }

    void columns(UUID id, TableColumns columns) {
        jdbc.sql("UPDATE intake_import SET record_kind = ?, targets = ? WHERE id = ?")
                .params(columns.kind().name(), String.join("\n", columns.targets()) + "\n", id).update();
    }

    /** Begins a dry run and returns its number. */
    int begin(UUID id, boolean movedOn) {
        jdbc.sql("UPDATE intake_import SET state = 'CHECKING', done = 0, total = 0, touched_at = ?, run = run + 1, moved_on = ? WHERE id = ?")
                .params(now(), movedOn, id).update();
        return jdbc.sql("SELECT run FROM intake_import WHERE id = ?").param(id).query(Integer.class).single();
    }

    void await(UUID id) {
        jdbc.sql("UPDATE intake_import SET state = 'COLUMNS', touched_at = ? WHERE id = ?").params(now(), id).update();
    }

    /** Notes how far a dry run is; false when a later one has begun. */
    boolean progress(UUID id, int run, int done, int total) {
        return jdbc.sql("UPDATE intake_import SET done = ?, total = ?, touched_at = ? WHERE id = ? AND run = ? AND state = 'CHECKING'")
                .params(done, total, now(), id, run).update() == 1;
    }

    void failed(UUID id, int run) {
        jdbc.sql("UPDATE intake_import SET state = 'FAILED', touched_at = ? WHERE id = ? AND run = ? AND state = 'CHECKING'").params(now(), id, run).update();
    }

    void checked(UUID id, ImportJob.Counts counts, boolean asksAbout) {
        jdbc.sql("UPDATE intake_import SET state = 'CHECKED', done = total, touched_at = ?, new_count = ?, changed_count = ?, unchanged_count = ?,"
                + " rejected_count = ?, asks_about = ? WHERE id = ?")
                .params(now(), counts.fresh(), counts.changed(), counts.unchanged(), counts.rejected(), asksAbout, id).update();
    }

    /** Of two who confirm, true for one: the state is compared again where it is set, because row locks of H2 now and then let two pass. */
    boolean saved(UUID id) {
        return jdbc.sql("UPDATE intake_import SET state = 'SAVED', saved_at = ? WHERE id = ? AND state = 'CHECKED'").params(now(), id).update() == 1;
    }

    /** The same for two who take an import back. */
    boolean undone(UUID id) {
        return jdbc.sql("UPDATE intake_import SET state = 'UNDONE', undone_at = ? WHERE id = ? AND state = 'SAVED'").params(now(), id).update() == 1;
    }

    void remember(String person, String headers, TableColumns columns) {
        jdbc.sql("DELETE FROM intake_columns WHERE person_id = ? AND headers = ?").params(person, headers).update();
        jdbc.sql("INSERT INTO intake_columns (person_id, headers, record_kind, targets) VALUES (?, ?, ?, ?)")
                .params(person, headers, columns.kind().name(), String.join("\n", columns.targets()) + "\n").update();
    }

    Optional<TableColumns> remembered(String person, String headers) {
        return jdbc.sql("SELECT record_kind, targets FROM intake_columns WHERE person_id = ? AND headers = ?").params(person, headers)
                .query((row, n) -> columns(row.getString("record_kind"), row.getString("targets"))).optional();
    }

    private ImportJob job(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var files = new ArrayList<>(jdbc.sql("SELECT name, format FROM intake_file WHERE import_id = ? ORDER BY position").param(id)
                .query((file, i) -> new ImportJob.FileName(file.getString("name"), file.getString("format"))).list());
        String date = row.getString("origin_date");
        return new ImportJob(id, row.getString("owner_id"), row.getString("owner_name"), at(row, "created_at"), ImportJob.State.valueOf(row.getString("state")),
                new Origin(row.getString("origin_url"), date == null ? null : Day.parse(date).orElse(null)),
                row.getString("record_kind") == null ? null : columns(row.getString("record_kind"), row.getString("targets")), row.getInt("done"),
                row.getInt("total"), at(row, "touched_at"), row.getInt("run"),
                new ImportJob.Counts(row.getInt("new_count"), row.getInt("changed_count"), row.getInt("unchanged_count"), row.getInt("rejected_count")),
                row.getBoolean("moved_on"), row.getBoolean("bundle"), atOrNull(row, "saved_at"), atOrNull(row, "undone_at"), atOrNull(row, "files_removed_at"), row.getString("about"), row.getBoolean("asks_about"),
                List.copyOf(files));
    }

    private static TableColumns columns(String kind, String targets) {
        List<String> all = Arrays.asList(targets.split("\n", -1));
        return new TableColumns(Kind.valueOf(kind), all.subList(0, all.size() - 1));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Quotes what stands in files, at most so many characters of it and none that a database cannot keep. */
    static String cut(String given, int most) {
        String text = Problems.storable(given);
        return text.length() <= most ? text : text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }
}
