package eu.vitrine.assessment;

import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.UseRight;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an assessment answers under one policy, whatever kind of answer that is.
 *
 * @param words the answer in words; of a classification its code
 * @param review whether a person should look
 * @param facts ids of the facts read, those of the tests it draws together included
 * @param settledBy ids of the facts that would settle what is open
 */
public record AnswerOfRule(Policy policy, String words, boolean review, Set<String> facts, Set<String> settledBy) {

    private static final String UNTOUCHED = "Not touched by this use";

    /** The answer of this policy, or empty where the assessment has none. */
    public static Optional<AnswerOfRule> of(Assessment assessment, String policy) {
        Evaluation evaluation = assessment.evaluation();
        return evaluation.finding(policy).map(AnswerOfRule::of)
                .or(() -> evaluation.useRight(policy).map(AnswerOfRule::of))
                .or(() -> Optional.ofNullable(evaluation.houseRules().get(policy)).map(AnswerOfRule::of))
                .or(() -> evaluation.classification(policy).map(AnswerOfRule::of));
    }

    private static AnswerOfRule of(Finding finding) {
        String words = finding.outcome() == null ? finding.policy().title() : finding.outcome().words();
        return new AnswerOfRule(finding.policy(), words, finding.review(), all(finding.facts(), finding.conditions().stream().map(Classification::facts)),
                all(finding.settledBy(), finding.conditions().stream().map(Classification::settledBy)));
    }

    private static AnswerOfRule of(UseRight right) {
        UseRight.Answer answer = right.answer();
        return new AnswerOfRule(right.policy(), answer == null ? UNTOUCHED : answer.words(), right.review(), all(right.facts(), Stream.of()), all(right.settledBy(), Stream.of()));
    }

    private static AnswerOfRule of(HouseRule rule) {
        return new AnswerOfRule(rule.policy(), rule.answer().words(), rule.review(), all(rule.facts(), Stream.of()), all(rule.settledBy(), Stream.of()));
    }

    private static AnswerOfRule of(Classification one) {
        return new AnswerOfRule(one.policy(), one.value(), one.review(), all(one.facts(), one.conditions().stream().map(Classification::facts)),
                all(one.settledBy(), one.conditions().stream().map(Classification::settledBy)));
    }

    private static Set<String> all(Collection<String> own, Stream<List<String>> further) {
        var all = new LinkedHashSet<>(own);
        further.forEach(all::addAll);
        return all;
    }
}
