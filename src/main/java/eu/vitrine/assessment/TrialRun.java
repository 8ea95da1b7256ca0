package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import java.time.LocalDate;
import java.util.List;

/**
 * What a trial has to do.
 *
 * @param by who started it
 * @param base the set in force
 * @param draft the set on trial
 */
record TrialRun(int number, int proposal, Actor by, PolicySet base, PolicySet draft, LocalDate asOf, List<Task> tasks) {

    /** One record and where to read it. */
    record Task(TrialSubjects source, TrialSubjects.Name name) {}

    /** What changes about one record. */
    record Outcome(TrialSubject subject, List<Deviation> deviations) {}

    Outcome compare(Task task) {
        Subject subject = task.source().subject(task.name());
        Evaluation before = base.evaluate(subject, asOf);
        Evaluation after = draft.evaluate(subject, asOf);
        List<Deviation> deviations = Deviation.between(StoredEvaluation.of(before), StoredEvaluation.of(after));
        return new Outcome(new TrialSubject(task.name().kind(), task.name().slug(), task.name().name(), deviations.size(),
                counts(before), counts(after)), deviations);
    }

    private static Score counts(Evaluation evaluation) {
        return evaluation.score() == null ? new Score(null, null, 0, 0, 0, 0) : evaluation.score();
    }
}
