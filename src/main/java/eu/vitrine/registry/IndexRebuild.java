package eu.vitrine.registry;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Builds the index of the heads anew, a few records at a time, and at start by itself where its shape is another than ours. */
@Component
@Order(90)
class IndexRebuild implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final HeadIndex index;
    private final RecordReader reader;
    private final TransactionOperations transactions;

    IndexRebuild(JdbcClient jdbc, HeadIndex index, Vocabulary vocabulary, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.index = index;
        this.reader = RecordReader.ofKept(vocabulary);
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int records = ifOutdated();
        if (records > 0) {
            LOG.info("The index of lists is built anew: {} records.", records);
        }
    }

    /** Builds it anew unless it is of our shape; returns how many records were indexed. */
    int ifOutdated() {
        return transactions.execute(status -> {
            // The lock lets of several nodes only one build; the others find it done.
            String shape = jdbc.sql("SELECT shape FROM registry_index_shape WHERE id = 1 FOR UPDATE").query((row, n) -> String.valueOf(row.getString("shape"))).single();
            return shape.equals(index.shape()) ? 0 : build();
        });
    }

    /** Throws the index away and builds it; within one transaction, so that lists show the old one until the end. */
    int build() {
        return transactions.execute(status -> {
            index.clear();
            int records = 0;
            UUID last = FIRST;
            List<IndexRows.Entry> some;
            do {
                some = after(last);
                index.add(some);
                records += some.size();
                last = some.isEmpty() ? last : some.getLast().record();
            } while (some.size() == AT_ONCE);
            index.inherit();
            jdbc.sql("UPDATE registry_index_shape SET shape = ? WHERE id = 1").param(index.shape()).update();
            return records;
        });
    }

    private List<IndexRows.Entry> after(UUID last) {
        return jdbc.sql("SELECT r.id, r.kind, r.slug, r.name, r.unit, v.canonical, v.recorded_at FROM registry_record r"
                        + " JOIN registry_revision v ON v.record_id = r.id AND v.number = r.head_number"
                        + " WHERE r.id > ? ORDER BY r.id FETCH FIRST " + AT_ONCE + " ROWS ONLY")
                .param(last).query(this::entry).list();
    }

    private IndexRows.Entry entry(ResultSet row, int n) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        Reading reading = reader.read(List.of(new Source(kind.code() + " " + row.getString("slug"), row.getBytes("canonical"))));
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        return new IndexRows.Entry(row.getObject("id", UUID.class), row.getString("name"),
                HeadIndex.micros(row.getObject("recorded_at", OffsetDateTime.class).toInstant()), row.getString("unit"),
                new Content(kind, reading.records().getFirst()));
    }
}
