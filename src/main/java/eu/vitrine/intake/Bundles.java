package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.TrustedKey;
import eu.vitrine.access.TrustedKeys;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.Bundle;
import eu.vitrine.exchange.SignedBundle;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Sha256;
import eu.vitrine.formats.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes signed bundles of records in. Their files go through the same dry run as any others, as further sources and no more. */
@Service
@PreAuthorize("hasRole('OFFICER')")
class Bundles {

    private final Uploads uploads;
    private final TrustedKeys keys;
    private final BundleOrder order;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;
    private final VisibleImports visible;

    Bundles(Uploads uploads, TrustedKeys keys, BundleOrder order, JdbcClient jdbc, AuditTrail trail, CurrentActor current, Clock clock, VisibleImports visible) {
        this.uploads = uploads;
        this.keys = keys;
        this.order = order;
        this.jdbc = jdbc;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
        this.visible = visible;
    }

    /** A bundle whose records were saved; the import is there for those who may see its records. */
    record Brought(String issuer, LocalDate issued, int files, @Nullable UUID importId, String by, Instant at) {}

    /** Why a bundle is not taken; nothing was kept. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Object> args;

        Refused(String key, Object... args) {
            super(key);
            this.args = List.of(args);
        }

        /** Message key. */
        String key() {
            return String.valueOf(getMessage());
        }

        List<Object> args() {
            return args;
        }
    }

    /** The bundles saved so far, newest first. */
    @Transactional(readOnly = true)
    public List<Brought> brought() {
        return visible.sql("SELECT b.*, CASE WHEN " + VisibleImports.CONDITION + " THEN 1 ELSE 0 END AS seen" + BundleOrder.SAVED + " ORDER BY b.brought_at DESC, b.sha256 FETCH FIRST 100 ROWS ONLY").query((row, n) -> new Brought(
                row.getString("issuer"), row.getObject("issued", LocalDate.class), row.getInt("files"),
                row.getInt("seen") == 1 ? row.getObject("import_id", UUID.class) : null, row.getString("actor_name"),
                row.getObject("brought_at", OffsetDateTime.class).toInstant())).list();
    }

    /**
     * Checks a bundle and sends its files on their dry run.
     *
     * @return the import, to be read and confirmed as any other
     * @throws Refused where it is altered, of an unknown or revoked key, no catalogue, or not newer than one of the same issuer or key saved before
     * @throws InvalidFile where it is no bundle
     */
    @Transactional
    public UUID bring(Source file) {
        SignedBundle signed = SignedBundle.open(file);
        Bundle bundle = signed.bundle();
        if (!signed.intact()) {
            throw new Refused("bundle.altered");
        }
        TrustedKey key = keys.find(signed.fingerprint()).orElseThrow(() -> new Refused("bundle.key.unknown", signed.fingerprint()));
        if (!key.isTrusted()) {
            throw new Refused("bundle.key.no-longer", key.name());
        }
        if (bundle.content() != Bundle.Content.CATALOGUE) {
            throw new Refused("bundle.law");
        }
        LocalDate before = order.newestSaved(bundle.issuer(), signed.fingerprint()).orElse(null);
        if (before != null && !bundle.issued().isAfter(before)) {
            throw new Refused("bundle.old", bundle.issued().toString(), before.toString());
        }
        String sha256 = Sha256.of(file.bytes());
        jdbc.sql("DELETE FROM intake_bundle WHERE sha256 = ?").param(sha256).update(); // of a dry run that was left, or of an import taken back
        UUID id = uploads.takeBundle(bundle.files(), new Origin(null, Day.of(bundle.issued())));
        jdbc.sql("INSERT INTO intake_bundle (sha256, issuer, issued, fingerprint, files, import_id, brought_at, actor_id, actor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(sha256, bundle.issuer(), bundle.issued(), signed.fingerprint(), bundle.files().size(), id,
                        clock.instant().atOffset(ZoneOffset.UTC), current.actor().id(), current.actor().name())
                .update();
        trail.record(AuditEntry.of(current.actor(), "bundle.brought", AuditEntry.Subject.of("bundle", sha256)).with("issuer", bundle.issuer())
                .with("issued", bundle.issued().toString()).with("fingerprint", signed.fingerprint()).with("import", id.toString()));
        return id;
    }
}
