package eu.vitrine.determination;

import eu.vitrine.facts.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * What an officer proposes.
 *
 * @param number of the assessment it is made on, the newest of the record
 * @param question {@link Offer#code()} of what is answered
 * @param answer code of the answer
 */
public record Proposal(Kind kind, String slug, int number, String policy, String question, String answer, String words, String reason,
        List<String> sources, LocalDate validUntil) {}
