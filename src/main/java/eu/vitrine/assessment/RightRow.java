package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.policy.UseRight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use right as one line of a page.
 *
 * @param settledBy what would settle it
 */
public record RightRow(UseRight right, List<FactDeclaration> settledBy) {

    public RightRow {
        settledBy = List.copyOf(settledBy);
    }

    /** The mark of the answer; null where the use does not touch the right. */
    public @Nullable OutcomeMark mark() {
        return right.answer() == null ? null : OutcomeMark.of(right.answer().shape(), right.answer().words());
    }

    public boolean isTouched() {
        return right.answer() != null;
    }

    /** What blocks comes first, then what is open. */
    int urgency() {
        return switch (right.answer()) {
            case NOT_GRANTED -> 0;
            case OPEN -> 1;
            case GRANTED -> 2;
            case null -> 3;
        };
    }
}
