package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.policy.Score;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored assessment as lists show it.
 *
 * @param slug the model
 * @param name name of the model when it was assessed
 * @param number 1 for the first assessment of the model
 * @param asOf the day the law was read for
 * @param at when it was made
 * @param by who made it, with the name of that time
 * @param sha256 SHA-256 of the evaluation's bytes
 * @param counts the counts of the score; low and high are not kept here and null
 * @param nextDate next day on which a finding changes if the facts stay as they are, or null where none does
 */
public record AssessmentLine(
        String slug,
        String name,
        int number,
        LocalDate asOf,
        Instant at,
        Actor by,
        String sha256,
        Score counts,
        @Nullable LocalDate nextDate) {}
