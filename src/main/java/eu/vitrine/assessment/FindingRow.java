package eu.vitrine.assessment;

import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.Why;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as one row of a table.
 *
 * @param mark the outcome, or null for a route that applies
 * @param why the deciding reason
 * @param reason why there is no evidence, in words, or null
 */
public record FindingRow(Finding finding, @Nullable OutcomeMark mark, String why, @Nullable String reason) {

    private static final String TURNS_ON = "open.facts";
    private static final int NAMED = 2;

    /** The facts it turns on: the first by name, the others by number; null where it turns on none. */
    public record TurnsOn(List<String> named, int more) {

        /** The facts that a reason names; null for a reason of any other kind. */
        static @Nullable TurnsOn of(Why why) {
            if (!why.id().equals(TURNS_ON)) {
                return null;
            }
            List<String> all = List.of(why.args().getOrDefault("facts", "").split("; "));
            return new TurnsOn(all.subList(0, Math.min(NAMED, all.size())), Math.max(0, all.size() - NAMED));
        }
    }

    public @Nullable TurnsOn turnsOn() {
        return finding.why().isEmpty() ? null : TurnsOn.of(finding.why().getFirst());
    }

    /** Whether the outcome says nothing of what is shown: it is open whether the duty applies, or it is not yet due. */
    public boolean isBesideOutcome() {
        return finding.answers().evidence() != null && (finding.outcome() == Outcome.CANNOT_DETERMINE || finding.outcome() == Outcome.NOT_YET_DUE);
    }

    /** What is said of a point of an annex itself: why it is shown or not, also where its outcome turns on whether the duty applies. */
    public String said() {
        return finding.why().stream().filter(one -> one.id().startsWith(policy() + ".")).reduce((earlier, later) -> later).map(Why::text).orElse(why);
    }

    /** The day to come on which it falls due; null where it is due, or no day is known. */
    public @Nullable LocalDate dueOn() {
        return finding.answers().due() == Answers.Due.NOT_YET_DUE ? finding.answers().dueDate() : null;
    }

    /** Whether any answer rests on an assumption. */
    public boolean isAssumed() {
        return !finding.assumptions().isEmpty();
    }

    static FindingRow of(Finding finding) {
        boolean silent = finding.answers().evidence() == Answers.Evidence.NO_EVIDENCE && finding.answers().evidenceReason() != null;
        return new FindingRow(finding, OutcomeMark.of(finding.outcome()),
                finding.deciding().map(Why::text).orElse(""),
                silent ? finding.answers().evidenceReason().words() : null);
    }

    public String policy() {
        return finding.policy().id();
    }

    public String title() {
        return finding.policy().title();
    }

    public String reference() {
        return finding.policy().reference();
    }

    /** Whether the duty binds or may bind. */
    public boolean isInPlay() {
        return finding.answers().mayApply();
    }

    /** How urgently a person should read it: lower comes first. */
    int urgency() {
        Outcome outcome = finding.outcome();
        return switch (outcome) {
            case NOT_MET -> 0;
            case PARTLY_MET -> 1;
            case NO_EVIDENCE -> 2;
            case NOT_YET_DUE -> 3;
            case CANNOT_DETERMINE -> 4;
            case MET, EXEMPT, NOT_APPLICABLE -> 9;
            case null -> 9;
        };
    }
}
