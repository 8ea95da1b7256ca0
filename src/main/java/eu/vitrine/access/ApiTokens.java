package eu.vitrine.access;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens: everybody makes and revokes their own, an administrator sees and revokes all. Nobody makes one for somebody else. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional
public class ApiTokens {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_DAYS = 365;
    /** So many of one person may be live at once. */
    static final int MOST = 50;

    private final TokenStore store;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(TokenStore store, AuditTrail trail, CurrentActor current, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /** A token with its secret, which is nowhere kept. */
    record Made(TokenText text, String name, Instant expiresAt) {}

    /** The person's own, the newest first. */
    @Transactional(readOnly = true)
    List<ApiToken> own() {
        return store.of(owner());
    }

    /** Of everybody, the newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    List<ApiToken> all() {
        return store.all();
    }

    /** Whether the person has as many live tokens as one may have. */
    @Transactional(readOnly = true)
    boolean isFull() {
        return own().stream().filter(token -> token.state(clock.instant()) == ApiToken.State.LIVE).count() >= MOST;
    }

    /**
     * Makes a token for the person signed in.
     *
     * @param scopes at least one
     * @param days how long it holds, 1 to {@value #LONGEST_DAYS}
     */
    Made make(String name, Set<Scope> scopes, int days) {
        if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty() || days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("A token needs a name, a scope and 1 to " + LONGEST_DAYS + " days");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TokenText text = TokenText.fresh(random);
        var token = new ApiToken(UUID.randomUUID(), owner(), current.actor().name(), false, name, scopes, now, now.plus(Duration.ofDays(days)), null, Map.of(), null, null);
        store.add(token, text.sha256());
        trail.record(AuditEntry.of(current.actor(), "token.made", subject(token)).with("name", name).with("scopes", token.sortedScopes().stream().map(Scope::code).toList())
                .with("expires", token.expiresAt().toString()));
        return new Made(text, name, token.expiresAt());
    }

    /** @throws NoSuchToken if the person has none of that identity */
    void revokeOwn(UUID id) {
        revoke(store.byId(id).filter(token -> token.owner().equals(owner())).orElseThrow(NoSuchToken::new));
    }

    /** @throws NoSuchToken if there is none of that identity */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    void revoke(UUID id) {
        revoke(store.byId(id).orElseThrow(NoSuchToken::new));
    }

    private void revoke(ApiToken token) {
        if (store.revoke(token.id(), clock.instant(), current.actor().name())) {
            trail.record(AuditEntry.of(current.actor(), "token.revoked", subject(token)).with("name", token.name()).with("owner", token.owner().toString()));
        }
    }

    private UUID owner() {
        return current.id().orElseThrow(() -> new IllegalStateException("Nobody is signed in")).value();
    }

    static AuditEntry.Subject subject(ApiToken token) {
        return AuditEntry.Subject.of("api-token", token.id().toString());
    }
}
