package eu.vitrine.approval;

import eu.vitrine.audit.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a second person decided.
 *
 * @param by who decided, with the name of that time
 * @param reason in words, not blank
 * @param validUntil last day on which an approval holds; null unless it approves
 * @param conditions under which it approves
 * @param withdrawn null unless it was taken back
 */
public record Decision(Kind kind, Actor by, Instant at, String reason, @Nullable LocalDate validUntil, List<Condition> conditions, @Nullable Withdrawn withdrawn) {

    /** Which way. */
    public enum Kind {
        APPROVE,
        REJECT,
        /** Neither: the request goes back to whoever asked. An approval that holds is not touched. */
        REQUEST_CHANGES;

        /** Message key of the words for it. */
        public String key() {
            return "approval.decision." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param reason in words, not blank */
    public record Withdrawn(Actor by, Instant at, String reason) {}

    public Decision {
        conditions = List.copyOf(conditions);
        if ((kind == Kind.APPROVE) != (validUntil != null)) {
            throw new IllegalArgumentException("an approval, and nothing else, has an end");
        }
    }
}
