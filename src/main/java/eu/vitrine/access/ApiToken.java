package eu.vitrine.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as it is kept: everything but the secret.
 *
 * @param scopes at least one
 * @param lastUsedAt to the minute, or null while it was never used
 * @param usedOn last day in Brussels of each kind of use
 * @param revokedBy name of who revoked it, or null
 */
record ApiToken(UUID id, UUID owner, String ownerName, boolean ownerDisabled, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt,
        @Nullable Instant lastUsedAt, Map<Scope, LocalDate> usedOn, @Nullable Instant revokedAt, @Nullable String revokedBy) {

    /** Whether it opens anything. */
    enum State {
        LIVE,
        EXPIRED,
        REVOKED,
        OWNER_DISABLED
    }

    ApiToken {
        scopes = Set.copyOf(scopes);
        usedOn = Map.copyOf(usedOn);
    }

    State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return ownerDisabled ? State.OWNER_DISABLED : State.LIVE;
    }

    /** The scopes in their fixed order. */
    public List<Scope> sortedScopes() {
        return scopes.stream().sorted().toList();
    }
}
