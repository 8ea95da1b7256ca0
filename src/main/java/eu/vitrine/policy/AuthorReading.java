package eu.vitrine.policy;

import eu.vitrine.facts.Opinion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record's author thinks, beside what the rules answer.
 *
 * @param opinion the author's answer and reason
 * @param answer what the rules answer; null where no rule asks the same
 */
public record AuthorReading(Opinion opinion, @Nullable Classification answer) {

    /** Each opinion with the answer of the policy that says it answers the same question. */
    public static List<AuthorReading> of(List<Opinion> opinions, Evaluation evaluation) {
        return opinions.stream().map(opinion -> new AuthorReading(opinion, evaluation.classifications().values().stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.conditions().stream()))
                .filter(one -> opinion.question().equals(one.policy().answersOpinion()))
                .findFirst().orElse(null))).toList();
    }

    /** Code of the question. */
    public String question() {
        return opinion.question();
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
