package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.policy.PolicySet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy set that was put forward, and what became of it.
 *
 * @param number 1 for the first of all
 * @param set what identifies the set
 * @param note why, in the proposer's words, or null
 * @param proposed when and by whom
 * @param requested when and by whom its activation was asked for, or null
 * @param requestedTrial number of the trial that the request rests on, or null
 * @param activated when and by whom it was put in force, or null
 * @param rejected when and by whom it was rejected, or null
 * @param reason why it was rejected, or null
 */
public record Proposal(int number, PolicySet.Identity set, Origin origin, @Nullable String note, Act proposed, @Nullable Act requested,
        @Nullable Integer requestedTrial, @Nullable Act activated, @Nullable Act rejected, @Nullable String reason) {

    /** Where a set came from. */
    public enum Origin {
        /** It ships with a release of the product. */
        SHIPPED,
        /** A policy author brought it in. */
        UPLOADED
    }

    /** Who did something, with the name of that time, and when. */
    public record Act(Actor by, Instant at) {}

    /** Where a proposal stands. */
    public enum State {
        PROPOSED,
        REQUESTED,
        ACTIVATED,
        REJECTED
    }

    public State state() {
        if (rejected != null) {
            return State.REJECTED;
        }
        if (activated != null) {
            return State.ACTIVATED;
        }
        return requested != null ? State.REQUESTED : State.PROPOSED;
    }

    /** Whether it is still to be decided. */
    public boolean isOpen() {
        return state() == State.PROPOSED || state() == State.REQUESTED;
    }

    /** Whether that person put it forward or asked for its activation, and so cannot confirm it. */
    public boolean isOf(Actor person) {
        return proposed.by().id().equals(person.id()) || requested != null && requested.by().id().equals(person.id());
    }
}
