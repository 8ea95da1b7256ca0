package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty of ours that falls due or can be enforced from some day on.
 *
 * @param kind use or organisation
 * @param name its name when it was assessed
 * @param outcome code of the outcome of the finding
 * @param due the day it falls due, or null where none is known
 * @param enforceable the day from which it can be enforced, or null where none is known
 */
public record OurComing(Kind kind, String slug, String name, int number, String policy, String outcome, @Nullable LocalDate due,
        @Nullable LocalDate enforceable) {

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.ofCode(outcome);
    }

    /** Path of the page of the use or organisation. */
    public String recordPath() {
        return RecordName.pathOf(kind, slug);
    }

    /** Path of the page of the finding. */
    public String path() {
        return recordPath() + "/assessments/" + number + "/findings/" + policy;
    }
}
