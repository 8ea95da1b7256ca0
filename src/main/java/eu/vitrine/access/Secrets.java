package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals secrets that have to be kept readable (AES-256-GCM); what only has to be compared is hashed instead. The server does not
 * start without the key by which the secrets of its database were sealed.
 */
@Component
public class Secrets implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final SecretPlace PROBE = new SecretPlace("secrets_key", "1", "probe");
    private static final byte[] KNOWN = "vitrine".getBytes(StandardCharsets.US_ASCII);
    private static final String RESTORE = "Put the key back (vitrine.secrets.key, vitrine.secrets.key-file, or secrets.key beside the H2 database file). "
            + "To change keys give the one before as vitrine.secrets.old-key as well.";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final SecretsKeySource source;
    private final List<SealedColumn> columns;
    private final AuditTrail trail;
    private final Clock clock;

    private volatile @Nullable SecretsKey key;

    Secrets(JdbcClient jdbc, TransactionOperations transactions, SecretsKeySource source, List<SealedColumn> columns, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.source = source;
        this.columns = columns;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Takes the key, and changes to it from the one before where both are given.
     *
     * @throws SecretsKeyRefused if there are secrets and their key is missing or another one
     */
    @Override
    public void afterSingletonsInstantiated() {
        Optional<InUse> inUse = inUse();
        Optional<SecretsKey> given = source.present();
        if (inUse.isEmpty()) {
            key = given.or(source::make).orElse(null);
            return;
        }
        SecretsKey present = given.orElseThrow(() -> new SecretsKeyRefused("The database holds secrets, and the key they are sealed with is missing.", RESTORE));
        if (!inUse.get().isOf(present)) {
            SecretsKey old = source.old().filter(inUse.get()::isOf).orElseThrow(() -> new SecretsKeyRefused(
                    "The secrets of the database are sealed with key " + inUse.get().keyId() + ", and another one was given.", RESTORE));
            transactions.executeWithoutResult(status -> change(old, present));
            LOG.info("All secrets are sealed with {} now. Remove the setting of the key before; {} still opens backups made until now.", present, old);
        }
        key = present;
    }

    /** Whether there is a key, so that secrets can be kept. */
    public boolean areKept() {
        return key != null;
    }

    /**
     * Seals a secret for its place; to be called in the transaction that stores it.
     *
     * @return text of about 60 characters and four thirds of the secret's bytes
     * @throws SecretsUnavailable if there is no key, or the server was left behind by a change of it
     */
    public String seal(SecretPlace place, byte[] plain) {
        SecretsKey present = key();
        Optional<InUse> inUse = inUse();
        if (inUse.isEmpty()) {
            jdbc.sql("INSERT INTO secrets_key (id, key_id, probe, since) VALUES (1, ?, ?, ?)")
                    .params(present.id(), present.seal(PROBE, KNOWN), clock.instant().atOffset(ZoneOffset.UTC)).update();
        } else if (!inUse.get().isOf(present)) {
            throw new SecretsUnavailable("The secrets key was changed; this server has to be started again with the new one.");
        }
        return present.seal(place, plain);
    }

    /**
     * Opens what {@link #seal} has sealed for the same place.
     *
     * @throws SecretsUnavailable if there is no key, it is another one, or what is stored was changed or moved
     */
    public byte[] open(SecretPlace place, String sealed) {
        return key().open(place, sealed).orElseThrow(() -> new SecretsUnavailable("A secret in " + place.table() + " cannot be opened with the present key."));
    }

    private SecretsKey key() {
        SecretsKey present = key;
        if (present == null) {
            throw new SecretsUnavailable("This server was started without a key for secrets, so it can keep none.");
        }
        return present;
    }

    private void change(SecretsKey old, SecretsKey present) {
        // The lock puts two nodes that start at once in an order; the second finds the change made.
        Optional<InUse> inUse = jdbc.sql("SELECT key_id, probe FROM secrets_key WHERE id = 1 FOR UPDATE").query(InUse.class).optional();
        if (inUse.isEmpty() || inUse.get().isOf(present)) {
            return;
        }
        int secrets = 0;
        for (SealedColumn column : columns) {
            for (Row row : rows(column)) {
                byte[] plain = old.open(column.of(row.id()), row.sealed()).orElseThrow(() -> new SecretsKeyRefused(
                        "A secret in " + column.table() + " cannot be opened with the old key; nothing was changed.", RESTORE));
                jdbc.sql("UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE " + column.key() + " = ?")
                        .params(present.seal(column.of(row.id()), plain), row.id()).update();
                secrets++;
            }
        }
        jdbc.sql("UPDATE secrets_key SET key_id = ?, probe = ?, since = ? WHERE id = 1")
                .params(present.id(), present.seal(PROBE, KNOWN), clock.instant().atOffset(ZoneOffset.UTC)).update();
        trail.record(AuditEntry.of(Actor.SYSTEM, "secrets.key-changed", AuditEntry.Subject.of("installation", "vitrine"))
                .with("before", old.id()).with("key", present.id()).with("secrets", secrets));
    }

    private List<Row> rows(SealedColumn column) {
        return jdbc.sql("SELECT " + column.key() + ", " + column.column() + " FROM " + column.table() + " WHERE " + column.column() + " IS NOT NULL FOR UPDATE")
                .query((row, n) -> new Row(row.getObject(1), row.getString(2))).list();
    }

    private record Row(Object id, String sealed) {}

    private Optional<InUse> inUse() {
        return jdbc.sql("SELECT key_id, probe FROM secrets_key WHERE id = 1").query(InUse.class).optional();
    }

    /** Which key the database was sealed with. */
    record InUse(String keyId, String probe) {

        boolean isOf(SecretsKey key) {
            return key.open(PROBE, probe).isPresent();
        }
    }
}
