package eu.vitrine.intake;

import eu.vitrine.access.TrustedKey;
import eu.vitrine.access.TrustedKeys;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps bundles of one issuer in the order of their dates, so that nobody brings records back to an older state. An issuer is known by its
 * key and by its name: a new key does not open the way to old bundles.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BundleOrder {

    /** Bundles {@code b} with their imports {@code i} that were saved: what was looked at and left, or taken back, does not count. */
    static final String SAVED = " FROM intake_bundle b JOIN intake_import i ON i.id = b.import_id WHERE i.saved_at IS NOT NULL AND i.undone_at IS NULL";

    private final JdbcClient jdbc;
    private final TrustedKeys keys;

    BundleOrder(JdbcClient jdbc, TrustedKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    private record Row(String issuer, String fingerprint, LocalDate issued) {}

    /** The date of the newest bundle of this issuer or key that was saved and not taken back. */
    Optional<LocalDate> newestSaved(String issuer, String fingerprint) {
        return jdbc.sql("SELECT b.issued" + SAVED + " AND (LOWER(b.issuer) = LOWER(?) OR b.fingerprint = ?) ORDER BY b.issued DESC FETCH FIRST 1 ROWS ONLY")
                .params(issuer, fingerprint).query(LocalDate.class).optional();
    }

    /**
     * Checks once more, in the transaction that saves the records of a bundle, whether it may be saved.
     *
     * @throws ImportNotReady if it was brought once more since, a newer one was saved meanwhile, or its key is trusted no longer
     */
    void check(UUID importId) {
        Row bundle = jdbc.sql("SELECT issuer, fingerprint, issued FROM intake_bundle WHERE import_id = ?").param(importId)
                .query((row, n) -> new Row(row.getString("issuer"), row.getString("fingerprint"), row.getObject("issued", LocalDate.class)))
                .optional().orElseThrow(ImportNotReady::broughtAgain);
        // two confirmations at once go one after the other, and the second sees what the first has saved
        jdbc.sql("SELECT sha256 FROM intake_bundle WHERE LOWER(issuer) = LOWER(?) OR fingerprint = ? ORDER BY sha256 FOR UPDATE")
                .params(bundle.issuer(), bundle.fingerprint()).query(String.class).list();
        Optional<LocalDate> saved = newestSaved(bundle.issuer(), bundle.fingerprint());
        if (saved.isPresent() && !bundle.issued().isAfter(saved.get())) {
            throw ImportNotReady.olderBundle(bundle.issued(), saved.get());
        }
        if (keys.find(bundle.fingerprint()).filter(TrustedKey::isTrusted).isEmpty()) {
            throw ImportNotReady.keyRevoked();
        }
    }
}
