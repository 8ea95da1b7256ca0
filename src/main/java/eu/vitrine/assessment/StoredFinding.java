package eu.vitrine.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as its JSON tells it.
 *
 * @param family code of the family of rules
 * @param said the answers
 * @param why reasons in words, the deciding one first
 * @param support what speaks for it without showing it, in words
 * @param settledBy ids of the facts that would settle what is open
 * @param assumptions ids of the assumptions it rests on
 */
public record StoredFinding(String policy, String title, String reference, @Nullable String family, Said said, List<String> why,
        List<String> support, List<String> settledBy, List<String> assumptions, boolean review) {

    public StoredFinding {
        why = List.copyOf(why);
        support = List.copyOf(support);
        settledBy = List.copyOf(settledBy);
        assumptions = List.copyOf(assumptions);
    }
}
