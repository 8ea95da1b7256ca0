package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy set says about a subject on a day.
 *
 * @param slug short name of the subject
 * @param name name for people
 * @param version version of the model, or null
 * @param asOf the day the law was read for
 * @param policySet what was applied
 * @param classifications by name, in reading order
 * @param findings duties and routes of the kinds that the subject states, in reading order; points of an annex stand in them
 * @param useRights whether licence and terms let us use it so, in reading order
 * @param houseRules what our organisation asks, by id, in reading order
 * @param score of the duties of the maker; null where the subject states no model
 * @param outlook what becomes due or enforceable on the dates to come, and the score then
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
        List<UseRight> useRights,
        Map<String, HouseRule> houseRules,
        @Nullable Score score,
        List<OutlookDate> outlook,
        Disclosure disclosure) {

    /** The finding of this policy, a point of an annex included, or empty. */
    public Optional<Finding> finding(String policy) {
        return findingsWithPoints().filter(finding -> finding.policy().id().equals(policy)).findFirst();
    }

    /** Every finding, each followed by its points. */
    public Stream<Finding> findingsWithPoints() {
        return findings.stream().flatMap(finding -> Stream.concat(Stream.of(finding), finding.points().stream()));
    }

    /** The classification or condition of this policy, wherever it is drawn upon, or empty. */
    public Optional<Classification> classification(String policy) {
        return Stream.concat(
                        classifications.values().stream().flatMap(one -> Stream.concat(Stream.of(one), one.conditions().stream())),
                        findings.stream().flatMap(finding -> finding.conditions().stream()))
                .filter(one -> one.policy().id().equals(policy)).findFirst();
    }

    /** The facts on which sources disagree, each with the number of findings, use rights and house rules that rest on it. */
    public Map<String, Integer> disputed() {
        Map<String, Integer> answers = new LinkedHashMap<>();
        Stream.of(findings.stream().map(Finding::disputed), useRights.stream().map(UseRight::disputed),
                        houseRules.values().stream().map(HouseRule::disputed))
                .flatMap(all -> all).forEach(facts -> facts.forEach(fact -> answers.merge(fact, 1, Integer::sum)));
        return answers;
    }

    /** The use right of this policy, or empty. */
    public Optional<UseRight> useRight(String policy) {
        return useRights.stream().filter(right -> right.policy().id().equals(policy)).findFirst();
    }

    /** Whether licence and terms let us use it so as a whole: the worst of the rights; null where none is touched. */
    public UseRight.@Nullable Answer useRight() {
        return UseRight.worst(useRights);
    }
}
