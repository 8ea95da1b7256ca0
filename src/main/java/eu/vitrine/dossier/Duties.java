package eu.vitrine.dossier;

import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every duty and route with its answers and reasons. */
final class Duties {

    private final Texts texts;
    private final AnswerWords answers;
    private final Vocabulary vocabulary;

    Duties(Texts texts, Vocabulary vocabulary) {
        this.texts = texts;
        this.answers = new AnswerWords(texts);
        this.vocabulary = vocabulary;
    }

    List<Fields> of(Evaluation evaluation) {
        return evaluation.findings().stream().map(this::duty).toList();
    }

    private Fields duty(Finding finding) {
        Policy policy = finding.policy();
        Reasons reasons = new Reasons(texts);
        return new Fields()
                .with("id", policy.id())
                .with("anchor", "duty-" + policy.id())
                .with("title", policy.title())
                .with("reference", policy.reference())
                .with("cite", policy.cite())
                .with("plain", policy.plain())
                .with("basis", texts.of(policy.basis(), "basis"))
                .with("automation", policy.automation().words())
                .with("note", policy.note())
                .with("version", policy.version())
                .with("route", finding.family() == Family.ROUTE)
                .with("inPlay", finding.answers().mayApply())
                .with("addressee", finding.addressee().words())
                .with("outcome", OutcomeWords.of(finding.outcome()))
                .with("applicability", answers.of(finding.answers()).get("applicability"))
                .with("rows", rows(finding))
                .with("because", reasons.first(finding.why()))
                .with("why", reasons.brief(finding.why()))
                .with("support", support(finding))
                .with("settledBy", finding.settledBy().isEmpty() ? null : Chain.labels(vocabulary, finding.settledBy()))
                .with("withheld", finding.withheldByLaw().isEmpty() ? null : Chain.labels(vocabulary, finding.withheldByLaw()))
                .with("assumptions", finding.assumptions().isEmpty() ? null : String.join(", ", finding.assumptions()))
                .with("remedy", finding.answers().mayApply() && finding.answers().evidence() != Answers.Evidence.MET
                        ? policy.remedy() : null)
                .with("next", finding.answers().evidenceReason() == null ? null : finding.answers().evidenceReason().nextAct())
                .with("owedToUs", finding.owedToUs() == null ? texts.of("owed.open")
                        : finding.owedToUs() ? texts.of("owed.yes") : null)
                .with("authority", finding.answers().mayApply() ? finding.authority() : null)
                .with("review", finding.review());
    }

    private List<Fields> support(Finding finding) {
        return finding.support().stream().map(one -> new Fields()
                .with("fact", vocabulary.get(one.fact()).label()).with("text", one.why().text())).toList();
    }

    /** The answers, and below them the answers with each assumption left out and with none. */
    private List<Fields> rows(Finding finding) {
        List<Fields> rows = new ArrayList<>();
        boolean assumed = !finding.assumptions().isEmpty();
        rows.add(answers.of(finding.answers()).with("label", texts.of(assumed ? "answers.assumed" : "answers.standing")));
        boolean single = finding.assumptions().size() == 1;
        for (Map.Entry<String, Answers> entry : finding.withoutAssumptions().entrySet()) {
            boolean none = entry.getKey().equals(Finding.NONE_AT_ALL);
            // with a single assumption, leaving it out and making none at all are the same question
            if (!(none && single)) {
                rows.add(answers.of(entry.getValue())
                        .with("label", none ? texts.of("without.none") : texts.of("without.one", "assumption", entry.getKey())));
            }
        }
        return rows;
    }
}
