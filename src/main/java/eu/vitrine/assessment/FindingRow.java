package eu.vitrine.assessment;

import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A finding as one row of a table.
 *
 * @param mark the outcome, or null for a route that applies
 * @param why the deciding reason
 * @param reason why there is no evidence, in words, or null
 */
public record FindingRow(Finding finding, @Nullable OutcomeMark mark, String why, @Nullable String reason) {

    static FindingRow of(Finding finding) {
        boolean silent = finding.answers().evidence() == Answers.Evidence.NO_EVIDENCE && finding.answers().evidenceReason() != null;
        return new FindingRow(finding, OutcomeMark.of(finding.outcome()),
                finding.why().isEmpty() ? "" : finding.why().getFirst().text(),
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
