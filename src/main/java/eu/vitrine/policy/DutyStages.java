package eu.vitrine.policy;

import eu.vitrine.policy.Explanation.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions that a duty or route answers, one after the other. */
final class DutyStages {

    private final Explainer explainer;
    private final Duty duty;
    private final @Nullable Answers answers;
    private final @Nullable Finding finding;

    DutyStages(Explainer explainer, Duty duty, @Nullable Finding finding) {
        this.explainer = explainer;
        this.duty = duty;
        this.finding = finding;
        this.answers = finding == null ? null : finding.answers();
    }

    List<Stage> all() {
        List<Stage> stages = new ArrayList<>();
        stages.add(applicability());
        if (duty.due() != null && (answers == null || answers.due() != null)) {
            stages.add(due());
            stages.add(evidence());
            stages.add(enforceable());
        }
        if (duty.owedToUs() != null && (answers == null || answers.mayApply())) {
            stages.add(basis("Is it owed to us?", owed(), List.of(explainer.statement(duty.owedToUs())), List.of()));
        }
        return stages;
    }

    private Stage applicability() {
        Stage table = explainer.stage("Does it apply?", duty.policy(), duty.applicability());
        if (answers == null) {
            return table;
        }
        String answer = Wording.applicability(answers);
        boolean rests = answers.applicability() == Answers.Applicability.CANNOT_DETERMINE && table.answer() != null && table.answer().equals("exempt");
        return told(table, answer, rests ? List.of("An exemption never rests on an assumption, so it is left open.") : List.of());
    }

    private Stage due() {
        return basis("When is it due?", answers == null ? null : Wording.due(answers),
                List.of(explainer.value("The day is: ", java.util.Objects.requireNonNull(duty.due())),
                        explainer.value("Never before: ", java.util.Objects.requireNonNull(duty.begins()))), List.of());
    }

    private Stage evidence() {
        Stage table = explainer.stage("Is it shown?", duty.policy(), java.util.Objects.requireNonNull(duty.evidence()));
        if (answers == null || answers.evidence() == null || finding == null) {
            return table;
        }
        return told(table, Wording.evidence(answers.evidence(), answers.evidenceReason()),
                finding.why().stream().filter(why -> why.id().startsWith("softened")).map(Why::text).toList());
    }

    private Stage enforceable() {
        if (duty.power() == null) {
            return basis("Can it be enforced?", answers == null ? null : Wording.enforceable(answers), List.of(), List.of());
        }
        return basis("Can it be enforced?", answers == null ? null : Wording.enforceable(answers),
                List.of(explainer.value("From the day it is due, and never before: ", duty.power())),
                duty.authority() == null ? List.of() : List.of("By: " + duty.authority() + "."));
    }

    private @Nullable String owed() {
        return finding == null ? null : finding.owedToUs() == null ? "open" : finding.owedToUs() ? "yes" : "no";
    }

    private static Stage basis(String question, @Nullable String answer, List<Statement> basis, List<String> more) {
        return new Stage(question, answer, List.of(), basis, more, List.of(), false);
    }

    private static Stage told(Stage table, String answer, List<String> more) {
        return new Stage(table.question(), answer, table.rows(), table.basis(), more, table.open(), table.review());
    }
}
