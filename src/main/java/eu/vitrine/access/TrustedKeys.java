package eu.vitrine.access;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public keys whose signatures on bundles are trusted. None is by default; an administrator adds and revokes them. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class TrustedKeys {

    static final int LONGEST_NAME = 200;
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]{40,400})-----END PUBLIC KEY-----");

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    TrustedKeys(JdbcClient jdbc, AuditTrail trail, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /** All keys, those trusted first. */
    public List<TrustedKey> all() {
        return jdbc.sql("SELECT * FROM trusted_key ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, lower(name), fingerprint").query((row, n) -> new TrustedKey(
                row.getString("fingerprint"), row.getString("name"), row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getString("added_by"),
                instant(row.getObject("revoked_at", OffsetDateTime.class)), row.getString("revoked_by"))).list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** The key with this fingerprint, trusted or revoked. */
    public Optional<TrustedKey> find(String fingerprint) {
        return all().stream().filter(key -> key.fingerprint().equals(fingerprint)).findFirst();
    }

    /** The fingerprint of the key in a PEM text; empty where it holds no public key of Ed25519. */
    static Optional<String> fingerprint(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            byte[] key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)).getEncoded();
            return Optional.of(Sha256.of(key));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            return Optional.empty(); // no base64, or a key of another kind: not what was asked for
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 knows Ed25519", e);
        }
    }

    /**
     * Trusts a key from now on; one that was revoked stays revoked.
     *
     * @param pem a public key of Ed25519 in PEM
     * @return empty where the text holds no such key, or the key is known already
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Optional<TrustedKey> trust(String name, String pem) {
        Optional<String> fingerprint = fingerprint(pem);
        if (fingerprint.isEmpty() || find(fingerprint.get()).isPresent()) {
            return Optional.empty();
        }
        jdbc.sql("INSERT INTO trusted_key (fingerprint, name, added_at, added_by) VALUES (?, ?, ?, ?)")
                .params(fingerprint.get(), name, clock.instant().atOffset(ZoneOffset.UTC), current.actor().name()).update();
        trail.record(AuditEntry.of(current.actor(), "trusted-key.added", AuditEntry.Subject.of("trusted-key", fingerprint.get())).with("name", name));
        return find(fingerprint.get());
    }

    /** No longer trusts a key; what it brought stays. Nothing happens where it is not trusted. */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void revoke(String fingerprint) {
        int revoked = jdbc.sql("UPDATE trusted_key SET revoked_at = ?, revoked_by = ? WHERE fingerprint = ? AND revoked_at IS NULL")
                .params(clock.instant().atOffset(ZoneOffset.UTC), current.actor().name(), fingerprint).update();
        if (revoked == 1) {
            trail.record(AuditEntry.of(current.actor(), "trusted-key.revoked", AuditEntry.Subject.of("trusted-key", fingerprint)));
        }
    }
}
