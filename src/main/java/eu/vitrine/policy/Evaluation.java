package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy set says about a subject on a day.
 *
 * @param slug short name of the model
 * @param name name for people
 * @param version version of the model
 * @param asOf the day the law was read for
 * @param policySet what was applied
 * @param classifications by name, in reading order
 * @param findings one for each policy of a kind that the subject states, in reading order
 * @param score of the duties of the maker
 * @param outlook how the score changes on the dates to come
 * @param disclosure how much of what was looked for is disclosed
 */
public record Evaluation(
        String slug,
        String name,
        @Nullable String version,
        LocalDate asOf,
        PolicySet.Identity policySet,
        Map<String, Classification> classifications,
        List<Finding> findings,
        @Nullable Score score,
        List<OutlookDate> outlook,
        Disclosure disclosure) {

    /** The finding of this policy, or empty. */
    public Optional<Finding> finding(String policy) {
        return findings.stream().filter(finding -> finding.policy().id().equals(policy)).findFirst();
    }
}
