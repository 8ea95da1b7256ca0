package eu.vitrine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key whose signatures are trusted, or were.
 *
 * @param fingerprint SHA-256 of the key in SubjectPublicKeyInfo
 * @param name whose it is, as the administrator says
 * @param revokedAt since when it is no longer trusted, or null
 */
public record TrustedKey(String fingerprint, String name, Instant addedAt, String addedBy, @Nullable Instant revokedAt, @Nullable String revokedBy) {

    public boolean isTrusted() {
        return revokedAt == null;
    }
}
