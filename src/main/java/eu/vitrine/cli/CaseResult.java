package eu.vitrine.cli;

import eu.vitrine.facts.Located;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case.
 *
 * @param differences one sentence for each answer that is not the one expected; empty when the case holds
 */
public record CaseResult(CaseFile.Case one, List<String> differences) {

    /** Whether every expected answer was given. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Evaluates a case. */
    public static CaseResult of(CaseFile.Case one, PolicySet set) {
        Evaluation evaluation = set.evaluate(one.subject(), one.asOf());
        Optional<Finding> finding = evaluation.finding(one.policy());
        Optional<Map<String, Object>> actual = finding.map(CaseResult::answers)
                .or(() -> classification(evaluation, one.policy()).map(CaseResult::answers));
        List<String> differences = new ArrayList<>();
        if (actual.isEmpty()) {
            differences.add("there is no answer of " + one.policy());
        } else {
            one.expect().forEach((name, expected) -> compare(name, expected, actual.get(), differences));
        }
        return new CaseResult(one, List.copyOf(differences));
    }

    private static Optional<Classification> classification(Evaluation evaluation, String policy) {
        return evaluation.classifications().values().stream()
                .flatMap(found -> Stream.concat(Stream.of(found), found.conditions().stream()))
                .filter(found -> found.policy().id().equals(policy))
                .findFirst();
    }

    private static Map<String, Object> answers(Finding finding) {
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
        all.put("withheldByLaw", finding.withheldByLaw());
        all.put("support", finding.support().stream().map(Finding.Support::fact).toList());
        return all;
    }

    private static Map<String, Object> answers(Classification classification) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", classification.value());
        all.put("review", classification.review());
        all.put("assumptions", classification.assumptions());
        all.put("settledBy", classification.settledBy());
        return all;
    }

    private static void compare(String name, Located expected, Map<String, Object> actual, List<String> differences) {
        switch (name) {
            case "assumptions" -> {
                if (!new HashSet<>(texts(expected)).equals(new HashSet<>(found(actual, name)))) {
                    differences.add("assumptions: expected " + texts(expected) + ", found " + actual.get(name));
                }
            }
            case "settledBy", "withheldByLaw", "support" -> {
                Collection<String> found = found(actual, name);
                texts(expected).stream().filter(id -> !found.contains(id)).forEach(id ->
                        differences.add(name + ": expected " + id + " among " + found));
            }
            case "notSettledBy", "noSupport" -> {
                Collection<String> found = found(actual, name.equals("noSupport") ? "support" : "settledBy");
                texts(expected).stream().filter(found::contains).forEach(id ->
                        differences.add(name + ": did not expect " + id));
            }
            default -> {
                String wanted = expected instanceof Located.Scalar scalar ? text(scalar.value()) : texts(expected).toString();
                if (!actual.containsKey(name)) {
                    differences.add("\"" + name + "\" is no answer of this policy");
                } else if (!wanted.equals(text(actual.get(name)))) {
                    differences.add(name + ": expected " + wanted + ", found " + text(actual.get(name)));
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> found(Map<String, Object> actual, String name) {
        return actual.get(name) instanceof Collection<?> some ? (Collection<String>) some : Set.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "null" : value.toString();
    }

    private static List<String> texts(Located node) {
        return switch (node) {
            case Located.Sequence sequence -> sequence.items().stream()
                    .map(item -> item instanceof Located.Scalar scalar ? scalar.text() : item.described()).toList();
            case Located.Scalar scalar -> List.of(scalar.text());
            case Located.Mapping mapping -> List.copyOf(mapping.entries().keySet());
        };
    }
}
