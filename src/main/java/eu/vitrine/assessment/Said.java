package eu.vitrine.assessment;

import eu.vitrine.policy.EvidenceReason;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.UseRight;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says under one policy, by the codes of the JSON: the value of a classification, the answer of a use right or
 * house rule (with what it weighs), or the four answers about a duty. Codes of another release stay what they are; what was not said is null.
 */
public record Said(
        @Nullable String value,
        @Nullable String weight,
        @Nullable String outcome,
        @Nullable String applicability,
        @Nullable String ground,
        @Nullable String due,
        @Nullable LocalDate dueDate,
        @Nullable String evidence,
        @Nullable String evidenceReason,
        @Nullable String enforceable,
        @Nullable LocalDate enforceableFrom) {

    static Said weighed(@Nullable String answer, @Nullable String weight) {
        return new Said(answer, weight, null, null, null, null, null, null, null, null, null);
    }

    /** The answer of a use right in words; as it stands where this release does not know it. */
    public @Nullable String right() {
        return Arrays.stream(UseRight.Answer.values()).filter(known -> known.name().equals(value)).map(UseRight.Answer::words).findFirst().orElse(value);
    }

    /** The answer of a house rule in words; as it stands where this release does not know it. */
    public @Nullable String houseRule() {
        return Arrays.stream(HouseRule.Answer.values()).filter(known -> known.name().equals(value)).map(HouseRule.Answer::words).findFirst().orElse(value);
    }

    /** What a house rule weighs in an approval, in words; null where nothing is said or this release does not know it. */
    public @Nullable String weighs() {
        return Arrays.stream(HouseRule.Weight.values()).filter(known -> known.name().equals(weight)).map(HouseRule.Weight::words).findFirst().orElse(null);
    }

    static Said value(@Nullable String value) {
        return new Said(value, null, null, null, null, null, null, null, null, null, null);
    }

    /** The mark of the outcome; null where there is none or this release does not know it. */
    public @Nullable OutcomeMark mark() {
        return OutcomeMark.ofCode(outcome);
    }

    /** Why there is no evidence, in words; null where that is not the answer or this release does not know the reason. */
    public @Nullable String reason() {
        return !"NO_EVIDENCE".equals(evidence) ? null : Arrays.stream(EvidenceReason.values())
                .filter(known -> known.name().equals(evidenceReason)).map(EvidenceReason::words).findFirst().orElse(null);
    }

    /** Whether the four answers are about a duty that binds or may bind. */
    public boolean mayApply() {
        return "APPLIES".equals(applicability) || "CANNOT_DETERMINE".equals(applicability);
    }
}
