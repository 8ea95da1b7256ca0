package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every duty and route with its answers and reasons. */
final class Duties {

    private final Texts texts;
    private final AnswerWords answers;
    private final Vocabulary vocabulary;
    private final Facts facts;
    private final Derivations derivations;

    Duties(Texts texts, Vocabulary vocabulary, Facts facts, Derivations derivations) {
        this.derivations = derivations;
        this.facts = facts;
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
                .with("addressee", Texts.capital(finding.addressee().words()))
                .with("outcome", OutcomeWords.of(finding.outcome()))
                .with("applicability", answers.of(finding.answers()).get("applicability"))
                .with("rows", rows(finding))
                .with("because", because(finding, reasons))
                .with("outcomeDetail", detail(finding))
                .with("asAssumed", asAssumed(finding))
                .with("why", reasons.brief(finding.why(), finding.assumptions()))
                .with("follows", derivations.follows(policy.id()))
                .with("changes", derivations.changes(policy.id()))
                .with("support", support(finding))
                .with("settledBy", finding.settledBy().isEmpty() ? null : Chain.labels(vocabulary, finding.settledBy()))
                .with("withheld", finding.withheldByLaw().isEmpty() ? null : Chain.labels(vocabulary, finding.withheldByLaw()))
                .with("facts", recorded(finding))
                .with("assumptions", finding.assumptions().isEmpty() ? null : String.join(", ", finding.assumptions()))
                .with("remedy", finding.answers().mayApply() && finding.answers().evidence() != Answers.Evidence.MET
                        ? policy.remedy() : null)
                .with("next", finding.answers().evidenceReason() == null ? null : finding.answers().evidenceReason().nextAct())
                .with("owedToUs", finding.owedToUs() == null ? texts.of("owed.open")
                        : finding.owedToUs() ? texts.of("owed.yes") : null)
                .with("authority", finding.answers().mayApply() ? finding.authority() : null)
                .with("review", finding.review());
    }

    /** The reason that goes with the outcome: of the evidence where that decides it, else of the first open question. */
    private String because(Finding finding, Reasons reasons) {
        List<String> why = reasons.brief(finding.why());
        boolean byEvidence = finding.outcome() == Outcome.MET || finding.outcome() == Outcome.PARTLY_MET
                || finding.outcome() == Outcome.NOT_MET || finding.outcome() == Outcome.NO_EVIDENCE;
        if (byEvidence && why.size() > 1) {
            return why.get(1);
        }
        boolean dayOpen = finding.outcome() == Outcome.CANNOT_DETERMINE && finding.answers().applicability() == Answers.Applicability.APPLIES;
        return dayOpen ? texts.of("why.due") : reasons.lead(finding.why());
    }

    /** Whether it sounds settled that the duty applies or does not, and yet rests on an assumption. */
    private static boolean asAssumed(Finding finding) {
        return !finding.assumptions().isEmpty() && finding.outcome() != Outcome.NO_EVIDENCE
                && finding.answers().applicability() != Answers.Applicability.CANNOT_DETERMINE;
    }

    /** What belongs to the outcome: the reason for a lack of evidence, or the day to come. */
    private static @Nullable String detail(Finding finding) {
        Answers answers = finding.answers();
        if (finding.outcome() == Outcome.NO_EVIDENCE && answers.evidenceReason() != null) {
            return answers.evidenceReason().words();
        }
        return finding.outcome() == Outcome.NOT_YET_DUE && answers.dueDate() != null ? FactWords.date(answers.dueDate()) : null;
    }

    /** Labels of the facts read about which something is recorded; what is missing is named apart. */
    private @Nullable String recorded(Finding finding) {
        List<String> ids = finding.facts().stream().filter(id -> facts.get(id).state() != State.UNKNOWN).toList();
        return ids.isEmpty() ? null : Chain.labels(vocabulary, ids);
    }

    private List<Fields> support(Finding finding) {
        return finding.support().stream().map(one -> new Fields()
                .with("fact", vocabulary.get(one.fact()).label()).with("text", one.why().text())).toList();
    }

    /** The answers, and below them the answers with each assumption left out and with none; equal ones share a row. */
    private List<Fields> rows(Finding finding) {
        List<Fields> rows = new ArrayList<>();
        boolean assumed = !finding.assumptions().isEmpty();
        rows.add(answers.of(finding.answers()).with("label", texts.of(assumed ? "answers.assumed" : "answers.standing")));
        boolean single = finding.assumptions().size() == 1;
        Map<Fields, List<String>> without = new LinkedHashMap<>();
        for (Map.Entry<String, Answers> entry : finding.withoutAssumptions().entrySet()) {
            boolean none = entry.getKey().equals(Finding.NONE_AT_ALL);
            // with a single assumption, leaving it out and making none at all are the same question
            if (!(none && single)) {
                without.computeIfAbsent(answers.of(entry.getValue()), same -> new ArrayList<>())
                        .add(none ? texts.of("without.none") : texts.of("without.one", "assumption", entry.getKey()));
            }
        }
        without.forEach((same, labels) -> rows.add(new Fields(same).with("label", without(labels))));
        return rows;
    }

    private String without(List<String> labels) {
        return Texts.capital(String.join(texts.of("without.and"), labels));
    }
}
