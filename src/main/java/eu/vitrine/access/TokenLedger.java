package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.web.DatesInWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notes what tokens are used for: the time of the last use at most once a minute, an event for the first use of each kind on a day, and
 * an event for a refusal at most once a minute for each token. A busy program costs no write at all.
 */
@Component
class TokenLedger {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TokenStore store;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final DatesInWords dates;
    private final Clock clock;

    TokenLedger(TokenStore store, AuditTrail trail, TransactionOperations transactions, DatesInWords dates, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.dates = dates;
        this.clock = clock;
    }

    /** @throws eu.vitrine.audit.AuditLogBusy if the event cannot be recorded now; the request must not be served then */
    void used(TokenAuthentication who, Scope use) {
        ApiToken token = who.token();
        Instant now = clock.instant();
        LocalDate today = dates.today();
        boolean firstToday = !today.equals(token.usedOn().get(use));
        if (!firstToday && token.lastUsedAt() != null && token.lastUsedAt().isAfter(now.minus(MINUTE))) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            store.lastUsed(token.id(), now);
            if (firstToday && store.firstUse(token.id(), use, today)) {
                trail.record(AuditEntry.of(who.actor(), "token.used", ApiTokens.subject(token)).with("use", use.code()));
            }
        });
    }

    /** @param why in a word */
    void refused(Actor actor, ApiToken token, String why) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            if (store.refused(token.id(), now, now.minus(MINUTE))) {
                trail.record(AuditEntry.of(actor, "token.refused", ApiTokens.subject(token)).with("name", token.name()).with("why", why));
            }
        });
    }

    /** A token nobody has; the text itself is not recorded. */
    void refusedUnknown() {
        transactions.executeWithoutResult(status ->
                trail.record(AuditEntry.of(Actor.ANONYMOUS, "token.refused", AuditEntry.Subject.of("api-token", "unknown")).with("why", "unknown")));
    }
}
