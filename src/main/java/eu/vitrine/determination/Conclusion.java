package eu.vitrine.determination;

import eu.vitrine.facts.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person concludes.
 *
 * @param question what kind of question is answered
 * @param fact where it answers a question that a rule asks, the fact it becomes; else null
 * @param code the answer: a code of the fact, or HOLDS or DOES_NOT_HOLD
 * @param words the conclusion in words, not blank
 * @param reason why, not blank
 * @param sources addresses, and SHA-256 of evidence held
 * @param validUntil last day on which it holds
 */
public record Conclusion(Question question, @Nullable Judged fact, String code, String words, String reason, List<String> sources, LocalDate validUntil) {

    /** A fact of a record. */
    public record Judged(String fact, Kind kind, String slug) {}

    public Conclusion {
        sources = List.copyOf(sources);
    }
}
