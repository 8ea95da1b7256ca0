package eu.vitrine.cli;

import eu.vitrine.policy.Answers;
import eu.vitrine.policy.ChecklistEntry;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.DerivedValue;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy answers in the situation of a case.
 *
 * @param byName the answers under the names that cases expect them by; null, a text, a boolean, a day or a list of texts
 * @param why reasons, the deciding one first
 */
record CaseAnswers(Map<String, Object> byName, List<Why> why) {

    /** The answers; empty when the policy gives none in this situation. */
    static Optional<CaseAnswers> of(CaseFile.Case one, PolicySet set) {
        String id = one.policy();
        if (set.policy(id).filter(policy -> policy.role() == Policy.Role.DERIVATION).isPresent()) {
            return Optional.of(of(set.derive(one.subject(), one.asOf(), id)));
        }
        Evaluation evaluation = set.evaluate(one.subject(), one.asOf());
        return evaluation.finding(id).map(CaseAnswers::of)
                .or(() -> evaluation.classification(id).map(CaseAnswers::of))
                .or(() -> evaluation.useRight(id).map(CaseAnswers::of))
                .or(() -> Optional.ofNullable(evaluation.houseRules().get(id)).map(CaseAnswers::of));
    }

    private static CaseAnswers of(DerivedValue value) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", value.isOpen() ? "CANNOT_DETERMINE" : value.text() != null ? value.text() : range(value));
        all.put("settledBy", value.settledBy());
        return new CaseAnswers(all, value.why());
    }

    /** A number or a day; a range is written with both ends. */
    private static String range(DerivedValue value) {
        Object low = value.low() != null ? value.low() : String.valueOf(value.earliest());
        Object high = value.high() != null ? value.high() : String.valueOf(value.latest());
        return low.equals(high) ? low.toString() : low + ".." + high;
    }

    private static CaseAnswers of(UseRight right) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", right.answer() == null ? "NOT_TOUCHED" : right.answer());
        all.put("review", right.review());
        all.put("settledBy", right.settledBy());
        all.put("disputed", right.disputed());
        all.put("carries", right.carries().stream().map(one -> one.id().substring(one.id().indexOf('.') + 1)).toList());
        return new CaseAnswers(all, right.why());
    }

    private static CaseAnswers of(HouseRule rule) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", rule.answer());
        all.put("weight", rule.weight() == null ? null : rule.weight().name().toLowerCase(Locale.ROOT));
        all.put("review", rule.review());
        all.put("settledBy", rule.settledBy());
        all.put("disputed", rule.disputed());
        return new CaseAnswers(all, rule.why());
    }

    private static CaseAnswers of(Finding finding) {
        Answers answers = finding.answers();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("applicability", answers.applicability());
        all.put("ground", answers.ground());
        all.put("due", answers.due());
        all.put("dueDate", answers.dueDate());
        all.put("evidence", answers.evidence());
        all.put("evidenceReason", answers.evidenceReason());
        all.put("enforceable", answers.enforceable());
        all.put("enforceableFrom", answers.enforceableFrom());
        all.put("outcome", finding.outcome());
        all.put("review", finding.review());
        all.put("addressee", finding.addressee());
        all.put("owedToUs", finding.owedToUs());
        all.put("assumptions", finding.assumptions());
        all.put("settledBy", finding.settledBy());
        all.put("disputed", finding.disputed());
        all.put("withheldByLaw", finding.withheldByLaw());
        all.put("support", finding.support().stream().map(Finding.Support::fact).toList());
        all.put("lacks", finding.checklist().stream().filter(ChecklistEntry::isLacking).map(ChecklistEntry::id).toList());
        all.put("consequence", finding.consequence() == null ? null : finding.consequence().text());
        return new CaseAnswers(all, finding.why());
    }

    private static CaseAnswers of(Classification classification) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", classification.value());
        all.put("review", classification.review());
        all.put("assumptions", classification.assumptions());
        all.put("settledBy", classification.settledBy());
        all.put("disputed", classification.disputed());
        return new CaseAnswers(all, classification.why());
    }

    /** One answer as it is written in a case; a missing one is {@code null}. */
    String text(String name) {
        @Nullable Object value = byName.get(name);
        return value == null ? "null" : value.toString();
    }

    /** An answer that is a list. */
    List<String> texts(String name) {
        return byName.get(name) instanceof List<?> some ? some.stream().map(Object::toString).toList() : List.of();
    }
}
