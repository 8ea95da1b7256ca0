package eu.vitrine.assessment;

import eu.vitrine.facts.Opinion;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record's author thinks, beside what the rules answer.
 *
 * @param question code of the question
 * @param opinion the author's answer and reason
 * @param answer what the rules answer; null where no rule asks the same
 */
public record AuthorReading(String question, Opinion opinion, @Nullable Classification answer) {

    /** Which policy answers an author's question. */
    private static final Map<String, String> ANSWERED_BY = Map.of("open_source_exemption", "FOSS", "above_1e25", "CLS-3");

    static List<AuthorReading> of(List<Opinion> opinions, Evaluation evaluation) {
        List<AuthorReading> readings = new ArrayList<>();
        for (Opinion opinion : opinions) {
            String policy = ANSWERED_BY.get(opinion.question());
            Classification answer = policy == null ? null : evaluation.classifications().values().stream()
                    .flatMap(one -> Stream.concat(Stream.of(one), one.conditions().stream()))
                    .filter(one -> one.policy().id().equals(policy)).findFirst().orElse(null);
            readings.add(new AuthorReading(opinion.question(), opinion, answer));
        }
        return List.copyOf(readings);
    }

    /** Whether the author says something other than the rules. */
    public boolean differs() {
        if (answer == null) {
            return false;
        }
        String said = opinion.assessment().toUpperCase(Locale.ROOT);
        boolean open = !said.equals("YES") && !said.equals("NO");
        return answer.isOpen() ? !open : !answer.value().equals(said);
    }
}
