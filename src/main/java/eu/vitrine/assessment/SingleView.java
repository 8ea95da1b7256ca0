package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer in one word, in full: a use right, a rule of ours, a classification or a test that others rest on.
 *
 * @param mark the answer as it is drawn; null where the use does not touch it, and where a value says it
 * @param value the answer of a classification or test by its code; null for anything else
 * @param weighs what a rule of ours means for an approval, in words; null where it means nothing, and for anything else
 * @param carries conditions that a grant brings into an approval
 * @param facts ids of the facts read
 * @param settled ids of the facts that would settle it
 * @param assumptions ids of the assumptions it rests on
 */
public record SingleView(PolicySet set, Subject subject, Policy policy, @Nullable OutcomeMark mark, @Nullable String value, @Nullable String weighs,
        List<Why> why, List<Why> carries, List<String> facts, List<String> settled, List<String> assumptions, boolean review) {

    /** The answer of this policy in an assessment, or empty where it has none of one word. */
    static Optional<SingleView> of(Assessment assessment, String policy) {
        Evaluation evaluation = assessment.evaluation();
        return evaluation.useRight(policy).map(right -> of(assessment, right))
                .or(() -> Optional.ofNullable(evaluation.houseRules().get(policy)).map(rule -> of(assessment, rule)))
                .or(() -> evaluation.classification(policy).map(one -> of(assessment, one)));
    }

    private static SingleView of(Assessment assessment, UseRight right) {
        return new SingleView(assessment.set(), assessment.subject(), right.policy(), new RightRow(right, List.of()).mark(), null, null,
                right.why(), right.carries(), right.facts(), right.settledBy(), List.of(), right.review());
    }

    private static SingleView of(Assessment assessment, HouseRule rule) {
        RuleRow row = new RuleRow(rule, List.of());
        return new SingleView(assessment.set(), assessment.subject(), rule.policy(), row.mark(), null, row.weighs(),
                rule.why(), List.of(), rule.facts(), rule.settledBy(), List.of(), rule.review());
    }

    private static SingleView of(Assessment assessment, Classification one) {
        return new SingleView(assessment.set(), assessment.subject(), one.policy(), null, one.value(), null,
                one.why(), List.of(), one.facts(), one.settledBy(), one.assumptions(), one.review());
    }

    /** Name under which the words of the value stand. */
    public String valueOf() {
        return policy.name() != null ? policy.name() : policy.id();
    }

    /** Tone of the answer as a whole: go, stop or wait; empty where it is neither good nor bad. */
    public String tone() {
        if (mark == null) {
            return value != null && value.equals(UNDETERMINED) ? "wait" : "";
        }
        return FindingView.tone(mark);
    }

    private static final String UNDETERMINED = "CANNOT_DETERMINE";

    public List<FactLine> known() {
        return lines().stream().filter(FactLine::isRecorded).toList();
    }

    public List<FactLine> unknown() {
        return lines().stream().filter(line -> !line.isRecorded()).toList();
    }

    private List<FactLine> lines() {
        return FactLine.of(set.vocabulary(), subject.facts(), facts);
    }

    public List<FactDeclaration> settledBy() {
        return settled.stream().map(set.vocabulary()::get).toList();
    }

    /** Anchor of the article in the official text; null where the reference is to something else. */
    public @Nullable String anchor() {
        return FindingView.anchor(policy.reference(), policy.cite());
    }
}
