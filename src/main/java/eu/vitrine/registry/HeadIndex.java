package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the tables by which lists are searched in step with the head revisions, whose content alone they repeat. */
@Component
class HeadIndex {

    static final String PROVIDER = "@provider";
    static final String LICENCE = "@licence";
    static final String LICENCE_OF_WEIGHTS = "@licence-of-weights";
    static final String SERVICE = "@service";
    static final String VERSION = "@version";
    /** The models that a model was directly made from. */
    static final String BASE = "@base";
    /** The first known version of the same pre-training run. */
    static final String LIFECYCLE = "@lifecycle";
    static final String IDENTIFIER = "@identifier";

    /** Raised with every change of what the rows say; a database of another number is indexed anew at start. */
    private static final int SHAPE = 3;

    private static final List<String> TABLES = List.of("registry_head", "registry_figure", "registry_word", "registry_line");

    private final JdbcTemplate jdbc;
    private final Vocabulary vocabulary;
    private final ListClock clock;
    private final Inheritance inheritance;

    HeadIndex(JdbcTemplate jdbc, Vocabulary vocabulary, ListClock clock) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.inheritance = new Inheritance(jdbc);
    }

    /** What the rows depend on beside the records: this class and which facts are filters. */
    String shape() {
        String filters = vocabulary.facts().stream().filter(FactDeclaration::filter).map(fact -> fact.id() + " " + fact.type() + " " + fact.element())
                .collect(Collectors.joining("\n"));
        return SHAPE + " " + Sha256.of(filters.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /** Replaces what is kept about a record by what its head revision says. The revision must have been written. */
    void write(UUID record, Content head) {
        var rows = IndexRows.of(entry(record, head), vocabulary);
        List<Map<String, Object>> before = head.kind() == Kind.MODEL ? List.of() : inheritance.inheritable(record);
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE record_id = ?", record));
        insert(List.of(rows));
        clock.changed(List.of(record));
        if (head.kind() == Kind.MODEL) {
            inheritance.ofModel(record);
        } else if (!before.equals(inheritance.inheritable(record))) {
            clock.changed(inheritance.from(head.kind(), head.slug()));
        }
    }

    private IndexRows.Entry entry(UUID record, Content head) {
        return jdbc.query("SELECT r.name, r.unit, v.recorded_at FROM registry_record r"
                        + " JOIN registry_revision v ON v.record_id = r.id AND v.number = r.head_number WHERE r.id = ?",
                (row, n) -> new IndexRows.Entry(record, row.getString("name"), micros(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                        row.getString("unit"), head), record).getFirst();
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Notes that a record now belongs to this unit; null for all. */
    void move(UUID record, @Nullable String unit) {
        jdbc.update("UPDATE registry_line SET unit = ? WHERE record_id = ?", unit, record);
        clock.changed(List.of(record));
    }

    void clear() {
        clock.allChanged();
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
    }

    /** Adds records that are not in the index; what models have from others is added by {@link #inherit()}, once at the end. */
    void add(List<IndexRows.Entry> records) {
        insert(records.stream().map(record -> IndexRows.of(record, vocabulary)).toList());
    }

    /** Gives every model the facts and words of its provider, licences and services; of an index without any of these. */
    void inherit() {
        inheritance.all();
    }

    private void insert(List<IndexRows> records) {
        var lines = new ArrayList<Object[]>();
        var heads = new ArrayList<Object[]>();
        var figures = new ArrayList<Object[]>();
        var words = new ArrayList<Object[]>();
        for (IndexRows rows : records) {
            var entry = rows.entry();
            if (entry.withdrawn()) {
                continue;
            }
            lines.add(new Object[] {entry.record(), entry.head().kind().name(), entry.head().slug(), entry.name(), rows.sortName(), entry.changedAt(), entry.unit()});
            heads.addAll(rows.heads());
            figures.addAll(rows.figures());
            words.addAll(rows.words());
        }
        jdbc.batchUpdate("INSERT INTO registry_line (record_id, kind, slug, name, sort_name, changed_at, unit) VALUES (?, ?, ?, ?, ?, ?, ?)", lines);
        jdbc.batchUpdate("INSERT INTO registry_head (record_id, kind, fact_id, position, term) VALUES (?, ?, ?, ?, ?)", heads);
        jdbc.batchUpdate("INSERT INTO registry_figure (record_id, kind, fact_id, low, high) VALUES (?, ?, ?, ?, ?)", figures);
        jdbc.batchUpdate("INSERT INTO registry_word (record_id, kind, source, standing, word) VALUES (?, ?, ?, ?, ?)", words);
    }
}
