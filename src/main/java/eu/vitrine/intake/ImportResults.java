package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.formats.Place;
import eu.vitrine.formats.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a dry run found, and where the facts stood that were then saved. */
@Component
@Transactional
class ImportResults {

    private static final int CHANGES = 900_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ImportResults(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** An entry with the canonical bytes that its record would have. */
    record Planned(Entry entry, byte[] content) {}

    /** Puts these results in the place of earlier ones. */
    void replace(UUID id, List<Planned> entries, List<Remark> remarks) {
        jdbc.sql("DELETE FROM intake_entry WHERE import_id = ?").param(id).update();
        jdbc.sql("DELETE FROM intake_remark WHERE import_id = ?").param(id).update();
        batches.batchUpdate("INSERT INTO intake_entry (import_id, position, kind, slug, name, outcome, expected, content, place, changes, matched)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries.stream().map(planned -> row(id, planned)).toList());
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < remarks.size(); i++) {
            Remark remark = remarks.get(i);
            rows.add(new Object[] {id, i, remark.weight().name(), cut(remark.place().file(), 300), remark.place().line(), cut(remark.place().path(), 500),
                cut(remark.record(), 200), cut(remark.fact(), 120), cut(remark.value(), 400), cut(remark.problem(), 2000), cut(remark.remedy(), 2000)});
        }
        batches.batchUpdate("INSERT INTO intake_remark (import_id, position, weight, file, line, path, record, fact, said, problem, remedy)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private Object[] row(UUID id, Planned planned) {
        Entry entry = planned.entry();
        String changes = json.writeValueAsString(entry.changes());
        int most = entry.changes().size();
        while (changes.length() > CHANGES) { // only what a page shows is cut; what is saved is the content
            most /= 2;
            changes = json.writeValueAsString(entry.changes().subList(0, most));
        }
        return new Object[] {id, entry.position(), entry.kind().name(), entry.slug(), ImportStore.cut(entry.name(), 300), entry.outcome().name(),
            entry.expected(), planned.content(), json.writeValueAsString(entry.place()), changes, cut(entry.matched(), 300)};
    }

    /** Entries of these outcomes, in the order of the plan. */
    List<Entry> entries(UUID id, List<Entry.Outcome> outcomes, int from, int most) {
        return jdbc.sql("SELECT * FROM intake_entry WHERE import_id = :id AND outcome IN (:outcomes) ORDER BY position OFFSET :from ROWS FETCH NEXT :most ROWS ONLY")
                .param("id", id).param("outcomes", outcomes.stream().map(Enum::name).toList()).param("from", from).param("most", most)
                .query(this::entry).list();
    }

    /** What is to be saved, in an order in which each record stands before those that refer to it. */
    List<Planned> planned(UUID id) {
        return jdbc.sql("SELECT * FROM intake_entry WHERE import_id = ? AND outcome <> 'UNCHANGED' ORDER BY position").param(id)
                .query((row, n) -> new Planned(entry(row, n), row.getBytes("content"))).list();
    }

    List<Entry> written(UUID id) {
        return jdbc.sql("SELECT * FROM intake_entry WHERE import_id = ? AND written IS NOT NULL ORDER BY position").param(id).query(this::entry).list();
    }

    void written(UUID id, List<Entry> entries, List<Integer> numbers) {
        var rows = new ArrayList<Object[]>();
        var places = new ArrayList<Object[]>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            rows.add(new Object[] {numbers.get(i), id, entry.position()});
            Map<String, Object[]> byFact = new HashMap<>();
            for (Entry.Change change : entry.changes()) {
                Place place = change.place() == null ? entry.place() : change.place();
                if (change.isFact()) {
                    byFact.put(change.what(), new Object[] {entry.kind().name(), entry.slug(), numbers.get(i), change.what(), id, change.isFurther(),
                        cut(place.file(), 300), place.line(), cut(place.path(), 500)});
                }
            }
            places.addAll(byFact.values());
        }
        batches.batchUpdate("UPDATE intake_entry SET written = ? WHERE import_id = ? AND position = ?", rows);
        batches.batchUpdate("INSERT INTO intake_place (kind, slug, revision, fact_id, import_id, further, file, line, path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", places);
    }

    List<Remark> remarks(UUID id, int most) {
        return jdbc.sql("SELECT * FROM intake_remark WHERE import_id = ? ORDER BY position FETCH FIRST ? ROWS ONLY").params(id, most)
                .query((row, n) -> new Remark(Remark.Weight.valueOf(row.getString("weight")), new Place(row.getString("file"), row.getInt("line"), row.getString("path")),
                        row.getString("record"), row.getString("fact"), row.getString("said"), row.getString("problem"), row.getString("remedy"))).list();
    }

    int countRemarks(UUID id) {
        return jdbc.sql("SELECT count(*) FROM intake_remark WHERE import_id = ?").param(id).query(Integer.class).single();
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        int written = row.getInt("written");
        boolean isWritten = !row.wasNull();
        return new Entry(row.getInt("position"), Kind.valueOf(row.getString("kind")), row.getString("slug"), row.getString("name"),
                Entry.Outcome.valueOf(row.getString("outcome")), row.getInt("expected"), json.readValue(row.getString("place"), Place.class),
                Arrays.asList(json.readValue(row.getString("changes"), Entry.Change[].class)), isWritten ? written : null, row.getString("matched"));
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null ? null : ImportStore.cut(text, most);
    }
}
