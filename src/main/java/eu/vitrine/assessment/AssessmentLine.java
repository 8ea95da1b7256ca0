package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Score;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored assessment as lists show it.
 *
 * @param kind what was assessed: a model, a use or the organisation
 * @param slug its slug
 * @param name its name when it was assessed
 * @param number 1 for the first assessment under this slug
 * @param asOf the day the law was read for
 * @param at when it was made
 * @param by who made it, with the name of that time
 * @param sha256 SHA-256 of the evaluation's bytes
 * @param counts the counts of a model's score; low and high are not kept here and null. Of a use or the organisation: how our own
 *     duties stand
 * @param nextDate next day on which a finding changes if the facts stay as they are, or null where none does
 * @param useRights of a use: GRANTED, NOT_GRANTED or OPEN; null where it has no such answer
 */
public record AssessmentLine(
        Kind kind,
        String slug,
        String name,
        int number,
        LocalDate asOf,
        Instant at,
        Actor by,
        String sha256,
        Score counts,
        @Nullable LocalDate nextDate,
        @Nullable String useRights) {

    /** Path of the page of what was assessed. */
    public String recordPath() {
        return RecordName.pathOf(kind, slug);
    }

    /** Path of the page of this assessment. */
    public String path() {
        return recordPath() + "/assessments/" + number;
    }
}
