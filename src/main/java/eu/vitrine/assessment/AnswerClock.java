package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.DerivedValue;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When we asked for the information that Annex XII owes to those who build on a model, until when an answer is due, and what came.
 *
 * @param asked the day we asked
 * @param due the day until which an answer is due, in words; null where we have not asked
 * @param late whether that day has passed and nothing came
 * @param came what came, when, and what a person concluded
 */
public record AnswerClock(FactLine asked, @Nullable String due, boolean late, List<FactLine> came) {

    private static final String ASKED_ON = "model.documentation.annex_xii_requested_on";
    private static final String DUE = "annex_xii_answer_due";
    private static final String CAME_ON = "model.documentation.annex_xii_answered_on";
    private static final List<String> CAME = List.of("model.documentation.annex_xii_answer", CAME_ON,
            "model.documentation.annex_xii_refused_points", "model.documentation.annex_xii_failure_confirmed");

    private static final Set<String> TURNS_ON = Stream.concat(Stream.of(ASKED_ON, "model.documentation.annex_xii_points"), CAME.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Of a finding that turns on our request; empty for any other. */
    static Optional<AnswerClock> of(PolicySet set, Subject subject, LocalDate asOf, Finding finding) {
        if (finding.facts().stream().noneMatch(TURNS_ON::contains)) {
            return Optional.empty();
        }
        DerivedValue due = set.derive(subject, asOf, DUE);
        return Optional.of(new AnswerClock(FactLine.of(set.vocabulary(), subject.facts(), ASKED_ON), words(due),
                due.latest() != null && due.latest().isBefore(asOf) && subject.facts().get(CAME_ON).claim().value() == null, FactLine.of(set.vocabulary(), subject.facts(), CAME)));
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
