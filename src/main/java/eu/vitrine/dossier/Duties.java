package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Duties and routes with their answers and reasons: of the maker, and ours. */
final class Duties {

    private final Texts texts;
    private final AnswerWords answers;
    private final Vocabulary vocabulary;
    private final Facts facts;
    private final Derivations derivations;
    private final Annexes annexes;
    /** What may follow from a breach is the same of many duties; where it stands in full, by its text. */
    private final Map<String, Finding> consequences = new LinkedHashMap<>();

    Duties(Texts texts, Vocabulary vocabulary, Facts facts, Derivations derivations) {
        this.derivations = derivations;
        this.annexes = new Annexes(texts);
        this.facts = facts;
        this.texts = texts;
        this.answers = new AnswerWords(texts);
        this.vocabulary = vocabulary;
    }

    /** These in full. */
    List<Fields> full(List<Finding> findings) {
        return findings.stream().map(this::duty).toList();
    }

    /** These in a row each. */
    List<Fields> brief(List<Finding> findings) {
        return findings.stream().map(finding -> new Fields()
                .with("id", finding.policy().id())
                .with("title", finding.policy().title())
                .with("reference", finding.policy().reference())
                .with("cite", finding.policy().cite())
                .with("plain", finding.policy().plain())
                .with("outcome", OutcomeWords.of(finding.outcome()))
                .with("answers", answers.of(finding.answers()))
                .with("inPlay", finding.answers().mayApply())
                .with("asAssumed", asAssumed(finding))
                .with("why", new Reasons(texts).brief(finding.why(), finding.assumptions()))
                .with("settledBy", finding.settledBy().isEmpty() ? null : Chain.labels(vocabulary, finding.settledBy()))
                .with("assumptions", finding.assumptions().isEmpty() ? null : String.join(", ", finding.assumptions()))
                .with("determined", derivations.determined(finding.policy().id()))
                .with("review", finding.review())).toList();
    }

    private Fields duty(Finding finding) {
        Policy policy = finding.policy();
        Reasons reasons = new Reasons(texts);
        return new Fields()
                .with("id", policy.id())
                .with("anchor", anchor(finding))
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
                .with("addressee", finding.family() == Family.OUR_DUTY ? texts.of("addressee.us") : Texts.capital(finding.addressee().words()))
                .with("outcome", OutcomeWords.of(finding.outcome()))
                .with("applicability", answers.of(finding.answers()).get("applicability"))
                .with("rows", rows(finding))
                .with("because", because(finding, reasons))
                .with("outcomeDetail", detail(finding))
                .with("asAssumed", asAssumed(finding))
                .with("why", reasons.brief(finding.why(), finding.assumptions()))
                .with("follows", derivations.follows(policy.id()))
                .with("changes", derivations.changes(policy.id()))
                .with("disputes", derivations.disputes(policy.id(), finding.disputed()))
                .with("support", support(finding))
                .with("settledBy", finding.settledBy().isEmpty() ? null : Chain.labels(vocabulary, finding.settledBy()))
                .with("withheld", finding.withheldByLaw().isEmpty() ? null : Chain.labels(vocabulary, finding.withheldByLaw()))
                .with("facts", recorded(finding))
                .with("assumptions", finding.assumptions().isEmpty() ? null : String.join(", ", finding.assumptions()))
                .with("remedy", finding.answers().mayApply() && finding.answers().evidence() != Answers.Evidence.MET
                        ? policy.remedy() : null)
                .with("next", finding.answers().evidenceReason() == null ? null : finding.answers().evidenceReason().nextAct())
                .with("owedToUs", owedToUs(finding))
                .with("points", annexes.points(finding))
                .with("tests", annexes.tests(finding))
                .with("form", annexes.form(finding))
                .with("consequence", consequence(finding))
                .with("authority", finding.answers().mayApply() ? finding.authority() : null)
                .with("determined", derivations.determined(policy.id()))
                .with("review", finding.review());
    }

    private @Nullable String owedToUs(Finding finding) {
        if (finding.family() == Family.OUR_DUTY) {
            return null;
        }
        return finding.owedToUs() == null ? texts.of("owed.open") : finding.owedToUs() ? texts.of("owed.yes") : null;
    }

    /** What may follow from a breach: in full where it stands first, else where that is. */
    private @Nullable Fields consequence(Finding finding) {
        if (finding.consequence() == null || !finding.answers().mayApply()) {
            return null;
        }
        String text = finding.consequence().text();
        Finding first = consequences.putIfAbsent(text, finding);
        return new Fields().with("text", first == null ? text : texts.of("consequence.same", "reference", first.policy().reference()))
                .with("target", first == null ? null : anchor(first));
    }

    private static String anchor(Finding finding) {
        return "duty-" + finding.policy().id();
    }

    /** The reason that goes with the outcome: of the evidence where that decides it, else of the first open question. */
    private String because(Finding finding, Reasons reasons) {
        List<String> why = reasons.brief(finding.why().stream().filter(one -> !one.isDispute()).toList());
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
