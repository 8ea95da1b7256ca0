package eu.vitrine.audit;

import eu.vitrine.proof.LogKey;
import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.SigningKey;
import eu.vitrine.proof.VerifierKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The keys of the log. A key that was not used before is announced by an event; those before it stay published. */
@Component
@Order(10)
class LogKeys implements ApplicationRunner {

    private final KeyFile file;
    private final AuditSettings settings;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile @Nullable SigningKey current;

    LogKeys(KeyFile file, AuditSettings settings, AuditTrail trail, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.file = file;
        this.settings = settings;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws IllegalStateException if the key in the file is of another log */
    @Override
    public void run(ApplicationArguments arguments) {
        List<LogKey> before = published();
        String name = before.isEmpty() ? settings.origin().isEmpty() ? drawn() : settings.origin() : before.getFirst().verifier().name();
        SigningKey key = file.present(name);
        if (!before.isEmpty() && !key.verifier().name().equals(name)) {
            throw new IllegalStateException("The key in " + settings.key() + " belongs to the audit log " + key.verifier().name() + ", and the database holds "
                    + name + ". Put the key of " + name + " there.");
        }
        if (before.stream().noneMatch(one -> one.verifier().equals(key.verifier()))) {
            transactions.executeWithoutResult(status -> announce(key, before));
        }
        current = key;
    }

    private void announce(SigningKey key, List<LogKey> before) {
        SignedNote handOver = before.isEmpty() ? null : file.previous()
                .filter(previous -> before.stream().anyMatch(one -> one.verifier().equals(previous.verifier())))
                .map(previous -> previous.handOver(key.verifier())).orElse(null);
        AuditEntry entry = AuditEntry.of(Actor.SYSTEM, before.isEmpty() ? "audit-key.made" : "audit-key.changed",
                AuditEntry.Subject.of("audit-key", key.verifier().id())).with("key", key.verifier().written());
        trail.record(before.isEmpty() ? entry : entry.with("before", before.getLast().verifier().id()).with("handedOver", handOver != null));
        jdbc.sql("INSERT INTO audit_key (number, id, verifier, since, hand_over) VALUES (?, ?, ?, ?, ?)").params(before.size() + 1, key.verifier().id(),
                key.verifier().written(), clock.instant().atOffset(ZoneOffset.UTC), handOver == null ? null : handOver.written()).update();
    }

    private static String drawn() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "vitrine-" + HexFormat.of().formatHex(random);
    }

    /** The key that signs; none while the server is still starting. */
    Optional<SigningKey> current() {
        return Optional.ofNullable(current);
    }

    /** Every key that ever signed, in their order. */
    List<LogKey> published() {
        return jdbc.sql("SELECT verifier, hand_over FROM audit_key ORDER BY number").query((row, n) -> {
            String handOver = row.getString("hand_over");
            return new LogKey(VerifierKey.parse(row.getString("verifier")), handOver == null ? null : SignedNote.parse(handOver));
        }).list();
    }
}
