package eu.vitrine.assessment;

import eu.vitrine.policy.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding as lists over all models need it.
 *
 * @param slug the model
 * @param name name of the model
 * @param policy id of the policy
 * @param code code of the outcome; null for a route that applies
 * @param dueDate day it falls or fell due, or null
 */
public record KeptFinding(String slug, String name, String policy, @Nullable String code, @Nullable LocalDate dueDate) {

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.of(outcome());
    }

    /** The outcome; null for a route that applies. */
    public @Nullable Outcome outcome() {
        return code == null ? null : Outcome.valueOf(code);
    }
}
