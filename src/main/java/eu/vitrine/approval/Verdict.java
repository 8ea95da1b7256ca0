package eu.vitrine.approval;

import eu.vitrine.assessment.Moved;
import eu.vitrine.registry.RecordName;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The procurement answer for one use, as of one moment.
 *
 * @param standing the request whose decision it follows from; null where nothing was decided
 * @param material what has changed since the decision that makes it void until somebody decides anew
 * @param other what else has changed since
 * @param open number of the request that waits for a decision, or null
 */
public record Verdict(RecordName use, Word word, @Nullable ApprovalRequest standing, List<Moved> material, List<Moved> other, @Nullable Integer open) {

    /** The answer in one word. */
    public enum Word {
        MAY_BE_USED("go"),
        WITH_CONDITIONS("go"),
        MUST_NOT_BE_USED("stop"),
        NOT_DECIDED_YET("wait"),
        EXPIRED("wait"),
        WITHDRAWN("stop");

        private final String tone;

        Word(String tone) {
            this.tone = tone;
        }

        /** Class of its box on pages. */
        public String tone() {
            return tone;
        }

        /** As addresses and programs spell it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it may be used, on whatever conditions. */
        public boolean allows() {
            return this == MAY_BE_USED || this == WITH_CONDITIONS;
        }
    }

    public Verdict {
        material = List.copyOf(material);
        other = List.copyOf(other);
    }

    /** The decision it follows from, or null. */
    public @Nullable Decision decision() {
        return standing == null ? null : standing.decision();
    }

    /** Last day of the approval it follows from, or null. */
    public @Nullable LocalDate validUntil() {
        return decision() == null ? null : decision().validUntil();
    }

    /** Conditions under which it may be used; empty where it may not. */
    public List<Condition> conditions() {
        return decision() == null || !word.allows() ? List.of() : decision().conditions();
    }
}
