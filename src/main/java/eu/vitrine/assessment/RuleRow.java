package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.policy.HouseRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of our own rules as one line of a page. It says what we ask of ourselves; nothing here is a breach of law.
 *
 * @param settledBy what would settle it
 */
public record RuleRow(HouseRule rule, List<FactDeclaration> settledBy) {

    public RuleRow {
        settledBy = List.copyOf(settledBy);
    }

    public OutcomeMark mark() {
        return OutcomeMark.of(rule.answer().shape(), rule.answer().words());
    }

    /** Whether it says anything about this use: it is switched on, and what it asks about occurs. */
    public boolean isInPlay() {
        return rule.answer() != HouseRule.Answer.OFF && rule.answer() != HouseRule.Answer.NOT_RELEVANT;
    }

    /** What a failure or an open answer means for an approval, in words; null where it means nothing. */
    public @Nullable String weighs() {
        boolean counts = rule.answer() == HouseRule.Answer.FAIL || rule.answer() == HouseRule.Answer.OPEN;
        return counts && rule.weight() != null ? rule.weight().words() : null;
    }

    /** What needs most comes first. */
    int urgency() {
        int weight = rule.weight() == null ? HouseRule.Weight.values().length : rule.weight().ordinal();
        return switch (rule.answer()) {
            case FAIL -> weight;
            case OPEN -> 10 + weight;
            case PASS -> 20;
            case OFF, NOT_RELEVANT -> 30;
        };
    }
}
