package eu.vitrine.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The four answers about a duty, never collapsed. Where it does not apply the other three are null.
 *
 * @param ground provision behind an exemption
 * @param dueDate the day it falls or fell due
 * @param evidenceReason why there is no evidence
 * @param enforceableFrom first day on which it can be enforced
 */
public record Answers(
        Applicability applicability,
        @Nullable String ground,
        @Nullable Due due,
        @Nullable LocalDate dueDate,
        @Nullable Evidence evidence,
        @Nullable EvidenceReason evidenceReason,
        @Nullable Enforceable enforceable,
        @Nullable LocalDate enforceableFrom) {

    /** Whether the duty binds. */
    public enum Applicability {
        APPLIES,
        EXEMPT,
        NOT_APPLICABLE,
        CANNOT_DETERMINE
    }

    /** Whether it is due. */
    public enum Due {
        DUE,
        NOT_YET_DUE,
        UNKNOWN
    }

    /** What shows it. */
    public enum Evidence {
        MET,
        /** A deficiency was seen. */
        PARTIAL,
        NOT_MET,
        NO_EVIDENCE
    }

    /** Whether it can be enforced. */
    public enum Enforceable {
        NOW,
        NOT_BEFORE,
        NO_POWER,
        UNKNOWN
    }

    /** Whether the duty binds or may bind. */
    public boolean mayApply() {
        return applicability == Applicability.APPLIES || applicability == Applicability.CANNOT_DETERMINE;
    }

    /** The one word for people. */
    public Outcome outcome() {
        return Outcome.of(this);
    }
}
