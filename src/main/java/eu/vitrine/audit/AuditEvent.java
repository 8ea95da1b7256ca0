package eu.vitrine.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event, as read from its canonical bytes.
 *
 * @param seq 1 for the first event, then without gaps
 * @param at when it was recorded, by the server's clock, to the microsecond
 * @param object what the act was done to
 * @param reason why, in the person's words; null where none was given or it was erased
 * @param reasonErased whether there was a reason that was erased
 * @param canonical the RFC 8785 JSON that was hashed
 * @param prevHash hash of the event before, 64 hexadecimal digits; zeros before the first
 * @param hash SHA-256 of a zero byte and the canonical bytes: the RFC 6962 leaf hash
 */
public record AuditEvent(long seq, Instant at, Actor actor, String action, AuditEntry.Subject object,
        @Nullable String reason, boolean reasonErased, String canonical, String prevHash, String hash) {}
