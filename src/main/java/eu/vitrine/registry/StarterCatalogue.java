package eu.vitrine.registry;

import eu.vitrine.audit.Actor;
import eu.vitrine.exchange.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Loads the records on board into an empty database, whole or not at all; later starts change nothing. */
@Component
@Order(100)
class StarterCatalogue implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StarterCatalogue.class);

    private final Import imports;
    private final RecordRepository records;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    StarterCatalogue(Import imports, RecordRepository records, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.imports = imports;
        this.records = records;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int written = load();
        if (written > 0) {
            LOG.info("The starter catalogue is loaded: {} records.", written);
        }
    }

    /** Loads if it was never loaded and nothing else was recorded; returns how many revisions were written. */
    int load() {
        return transactions.execute(status -> {
            // The lock lets of several nodes only one load; the others find it done.
            boolean loaded = jdbc.sql("SELECT loaded_at FROM registry_starter WHERE id = 1 FOR UPDATE")
                    .query((row, n) -> row.getObject("loaded_at") != null).single();
            if (loaded) {
                return 0;
            }
            jdbc.sql("UPDATE registry_starter SET loaded_at = ? WHERE id = 1")
                    .param(OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)).update();
            if (records.count() > 0) {
                return 0;
            }
            return imports.take(files(), new RecordStore.Occasion(Actor.SYSTEM, Revision.Origin.STARTER_CATALOGUE, null)).size();
        });
    }

    private static List<Source> files() {
        var files = new ArrayList<Source>();
        for (String name : new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList()) {
            files.add(new Source(name, bytes(name)));
        }
        return files;
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("catalogue/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("The product was built without " + name + " of its catalogue", e);
        }
    }
}
