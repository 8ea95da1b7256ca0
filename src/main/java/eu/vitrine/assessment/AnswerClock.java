package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.DerivedValue;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When we asked for the information that Annex XII owes to those who build on a model, until when an answer is due, and what came.
 *
 * @param asked the day we asked
 * @param due the day until which an answer is due, in words; null where we have not asked
 * @param late whether that day has passed
 * @param came what came, when, and what a person concluded
 */
public record AnswerClock(FactLine asked, @Nullable String due, boolean late, List<FactLine> came) {

    private static final String ASKED_ON = "model.documentation.annex_xii_requested_on";
    private static final String DUE = "annex_xii_answer_due";
    private static final List<String> CAME = List.of("model.documentation.annex_xii_answer", "model.documentation.annex_xii_answered_on",
            "model.documentation.annex_xii_refused_points", "model.documentation.annex_xii_failure_confirmed");

    /** Of a finding that turns on our request; empty for any other. */
    static Optional<AnswerClock> of(PolicySet set, Subject subject, LocalDate asOf, Finding finding) {
        if (!finding.facts().contains(ASKED_ON)) {
            return Optional.empty();
        }
        DerivedValue due = set.derive(subject, asOf, DUE);
        return Optional.of(new AnswerClock(FactLine.of(set.vocabulary(), subject.facts(), ASKED_ON), words(due),
                due.latest() != null && due.latest().isBefore(asOf), FactLine.of(set.vocabulary(), subject.facts(), CAME)));
    }

    private static @Nullable String words(DerivedValue due) {
        if (due.earliest() == null || due.latest() == null) {
            return null;
        }
        String last = FactWords.date(due.latest());
        return due.earliest().equals(due.latest()) ? last : FactWords.date(due.earliest()) + " to " + last;
    }

    /** Whether anything came, or is known not to have come. */
    public boolean isAnswered() {
        return came.stream().anyMatch(FactLine::isRecorded);
    }
}
