package eu.vitrine.policy;

import java.util.List;

/**
 * A property of the model that decides which duties it brings, or one of the conditions behind it.
 *
 * @param policy the policy that answers
 * @param value one of the policy's values, or CANNOT_DETERMINE
 * @param why reasons, the deciding one first
 * @param settledBy ids of the facts that would settle it
 * @param disputed ids of the facts it rests on about which sources disagree; a person should look wherever there is one
 * @param assumptions ids of the assumptions it rests on
 * @param facts ids of the facts read
 * @param review whether a person should look
 * @param conditions what it draws together; empty for conditions
 */
public record Classification(
        Policy policy,
        String value,
        List<Why> why,
        List<String> settledBy,
        List<String> disputed,
        List<String> assumptions,
        List<String> facts,
        boolean review,
        List<Classification> conditions) {

    /** Whether nobody can tell yet. */
    public boolean isOpen() {
        return value.equals(Decision.UNDETERMINED);
    }
}
