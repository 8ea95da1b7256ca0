package eu.vitrine.assessment;

import org.jspecify.annotations.Nullable;

/**
 * A duty of a model that falls due or can be enforced from some day on.
 *
 * @param outcome code of the outcome of the finding, or null
 * @param due whether it falls due on the day
 * @param enforceable whether it can be enforced from the day on
 */
public record OutlookLine(String slug, String name, int number, String policy, @Nullable String outcome, boolean due, boolean enforceable) {

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.ofCode(outcome);
    }
}
