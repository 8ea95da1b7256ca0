package eu.vitrine.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others measured or observed about a model, with how far it may be relied on.
 *
 * @param said what it says
 * @param review its review; null where none is known, because a record file has none or an assessment of an earlier release kept none
 */
public record Observation(PublishedFinding said, @Nullable Review review) {

    /** What record files say, of whose review nothing is known. */
    public static List<Observation> unreviewed(List<PublishedFinding> stated) {
        return stated.stream().map(said -> new Observation(said, null)).toList();
    }

    /** Whether it is about exactly this build; where there is a review, only if a person stands for that. */
    public boolean isOfThisBuild() {
        return said.applicability() == PublishedFinding.Applicability.EXACT_BUILD && (review == null || review.confirmedBy() != null);
    }

    /** Whether it still says something about the model: it was neither withdrawn nor superseded. */
    public boolean stands() {
        return review == null || review.status().stands();
    }
}
