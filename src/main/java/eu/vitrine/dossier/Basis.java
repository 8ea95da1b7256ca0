package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.Disclosure;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.EvidenceReason;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the answers rest on: policy set, assumptions, disclosure, and the words themselves. */
final class Basis {

    private final Texts texts;

    Basis(Texts texts) {
        this.texts = texts;
    }

    Fields set(DossierContent content) {
        PolicySet.Identity identity = content.policySet().identity();
        return new Fields()
                .with("version", identity.version())
                .with("law", identity.lawVersion())
                .with("rules", identity.rulesDigest())
                .with("text", identity.textDigest())
                .with("asOf", FactWords.date(content.evaluation().asOf()));
    }

    List<Fields> assumptions(DossierContent content) {
        Evaluation evaluation = content.evaluation();
        Set<String> made = evaluation.findingsWithPoints().map(Finding::assumptions).flatMap(List::stream).collect(Collectors.toSet());
        evaluation.classifications().values().forEach(one -> made.addAll(one.assumptions()));
        return content.policySet().assumptions().stream().map(one -> assumption(one, made)).toList();
    }

    private Fields assumption(Assumption one, Set<String> made) {
        return new Fields()
                .with("id", one.id())
                .with("wording", one.wording())
                .with("basis", one.basis())
                .with("direction", one.direction())
                .with("made", made.contains(one.id()));
    }

    String disclosure(Disclosure disclosure) {
        return texts.of("disclosure", "lookedFor", disclosure.lookedFor(), "disclosed", disclosure.disclosed(),
                "withheld", disclosure.withheld(), "notFound", disclosure.notFound(), "not", disclosure.notLookedFor());
    }

    List<Fields> outcomes() {
        return Arrays.stream(Outcome.values()).map(one -> new Fields()
                .with("outcome", OutcomeWords.of(one)).with("means", texts.of(one, "glossary"))).toList();
    }

    List<Fields> reasons() {
        return Arrays.stream(EvidenceReason.values()).map(one -> new Fields()
                .with("words", one.words()).with("next", one.nextAct())).toList();
    }

    /** The words of use rights, where any were asked. */
    List<Fields> rights(Evaluation evaluation) {
        return evaluation.useRights().isEmpty() ? List.of() : Arrays.stream(UseRight.Answer.values()).map(one ->
                word(one.words(), one.shape(), texts.of(one, "glossary.right"))).toList();
    }

    /** The words of our own rules, where any were asked. */
    List<Fields> house(Evaluation evaluation) {
        return evaluation.houseRules().isEmpty() ? List.of() : Arrays.stream(HouseRule.Answer.values()).map(one ->
                word(one.words(), one.shape(), texts.of(one, "glossary.house"))).toList();
    }

    private static Fields word(String word, Outcome.Shape shape, String means) {
        return new Fields().with("outcome", OutcomeWords.of(word, shape)).with("means", means);
    }
}
