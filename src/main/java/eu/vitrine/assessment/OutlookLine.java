package eu.vitrine.assessment;

import eu.vitrine.registry.RecordName;
import org.jspecify.annotations.Nullable;

/**
 * A duty of a record that falls due or can be enforced from some day on.
 *
 * @param outcome code of the outcome of the finding, or null
 * @param due whether it falls due on the day
 * @param enforceable whether it can be enforced from the day on
 */
public record OutlookLine(RecordName record, int number, String policy, @Nullable String outcome, boolean due, boolean enforceable) {

    /** Path of the page of the finding. */
    public String path() {
        return record.path() + "/assessments/" + number + "/findings/" + policy;
    }

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.ofCode(outcome);
    }
}
