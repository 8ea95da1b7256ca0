package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** What licence and release take away, in a few words each. These are private terms, not duties of the Act. */
public final class UseLimits {

    private static final List<String> LIMITING = List.of(
            "licence.restrictions.non_commercial", "licence.restrictions.research_only", "licence.restrictions.user_threshold",
            "licence.restrictions.revenue_threshold", "licence.restrictions.excluded_territories",
            "licence.restrictions.licensee_seat_condition", "licence.restrictions.fields_of_use", "licence.restrictions.output_use",
            "model.release.eu_excluded");

    private UseLimits() {}

    /** The limits on record; empty when none is recorded, which is not the same as none. */
    public static List<String> of(Vocabulary vocabulary, Subject subject) {
        List<String> limits = new ArrayList<>();
        for (String id : LIMITING) {
            FactDeclaration declaration = vocabulary.get(id);
            Fact fact = subject.facts().get(id);
            FactValue value = fact.claim().value();
            if (value instanceof FactValue.Truth truth) {
                if (truth.value()) {
                    limits.add(declaration.label().toLowerCase(java.util.Locale.ENGLISH));
                }
            } else if (value != null && !isNothing(value)) {
                limits.add(declaration.label().toLowerCase(java.util.Locale.ENGLISH) + ": " + brief(FactWords.of(declaration, fact)));
            }
        }
        return List.copyOf(limits);
    }

    private static boolean isNothing(FactValue value) {
        return value instanceof FactValue.Items items && items.values().isEmpty()
                || value instanceof FactValue.Text text && (text.value().equals("none") || text.value().equals("no"));
    }

    private static String brief(String words) {
        return words.length() <= 40 ? words : words.substring(0, words.lastIndexOf(' ', 40) < 10 ? 40 : words.lastIndexOf(' ', 40)) + " …";
    }
}
