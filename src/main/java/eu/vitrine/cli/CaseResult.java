package eu.vitrine.cli;

import eu.vitrine.facts.Located;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case.
 *
 * @param differences one sentence for each answer that is not the one expected; empty when the case holds
 */
public record CaseResult(CaseFile.Case one, List<String> differences) {

    private static final Map<String, String> CONTRARY =
            Map.of("notSettledBy", "settledBy", "noSupport", "support", "notCarries", "carries", "notLacks", "lacks");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|Infinity)");

    /** Whether every expected answer was given. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Evaluates a case. */
    public static CaseResult of(CaseFile.Case one, PolicySet set) {
        Optional<Map<String, Object>> actual = answers(one, set);
        List<String> differences = new ArrayList<>();
        if (actual.isEmpty()) {
            differences.add("there is no answer of " + one.policy());
        } else {
            one.expect().forEach((name, expected) -> compare(name, expected, actual.get(), differences));
        }
        return new CaseResult(one, List.copyOf(differences));
    }

    private static Optional<Map<String, Object>> answers(CaseFile.Case one, PolicySet set) {
        String id = one.policy();
        if (set.policy(id).filter(policy -> policy.role() == Policy.Role.DERIVATION).isPresent()) {
            return Optional.of(answers(set.derive(one.subject(), one.asOf(), id)));
        }
        Evaluation evaluation = set.evaluate(one.subject(), one.asOf());
        return evaluation.finding(id).map(CaseResult::answers)
                .or(() -> evaluation.classification(id).map(CaseResult::answers))
                .or(() -> evaluation.useRight(id).map(CaseResult::answers))
                .or(() -> Optional.ofNullable(evaluation.houseRules().get(id)).map(CaseResult::answers));
    }

    private static Map<String, Object> answers(DerivedValue value) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", value.isOpen() ? "CANNOT_DETERMINE" : value.text() != null ? value.text() : range(value));
        all.put("settledBy", value.settledBy());
        return all;
    }

    /** A number or a day; a range is written with both ends. */
    private static String range(DerivedValue value) {
        Object low = value.low() != null ? value.low() : String.valueOf(value.earliest());
        Object high = value.high() != null ? value.high() : String.valueOf(value.latest());
        return low.equals(high) ? low.toString() : low + ".." + high;
    }

    private static Map<String, Object> answers(UseRight right) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", right.answer() == null ? "NOT_TOUCHED" : right.answer());
        all.put("review", right.review());
        all.put("settledBy", right.settledBy());
        all.put("carries", right.carries().stream().map(one -> one.id().substring(one.id().indexOf('.') + 1)).toList());
        return all;
    }

    private static Map<String, Object> answers(HouseRule rule) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", rule.answer());
        all.put("weight", rule.weight() == null ? null : rule.weight().name().toLowerCase(Locale.ROOT));
        all.put("review", rule.review());
        all.put("settledBy", rule.settledBy());
        return all;
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
        all.put("lacks", finding.checklist().stream().filter(ChecklistEntry::isLacking).map(ChecklistEntry::id).toList());
        all.put("consequence", finding.consequence() == null ? null : finding.consequence().text());
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
            case "settledBy", "withheldByLaw", "support", "carries", "lacks" -> {
                Collection<String> found = found(actual, name);
                texts(expected).stream().filter(id -> !found.contains(id)).forEach(id ->
                        differences.add(name + ": expected " + id + " among " + found));
            }
            case "notSettledBy", "noSupport", "notCarries", "notLacks" -> {
                Collection<String> found = found(actual, CONTRARY.get(name));
                texts(expected).stream().filter(found::contains).forEach(id ->
                        differences.add(name + ": did not expect " + id));
            }
            default -> {
                String wanted = expected instanceof Located.Scalar scalar ? text(scalar.value()) : texts(expected).toString();
                if (!actual.containsKey(name)) {
                    differences.add("\"" + name + "\" is no answer of this policy");
                } else if (!same(wanted, text(actual.get(name)))) {
                    differences.add(name + ": expected " + wanted + ", found " + text(actual.get(name)));
                }
            }
        }
    }

    /** Numbers and ranges are compared as numbers, all else as text. */
    private static boolean same(String wanted, String found) {
        if (wanted.equals(found)) {
            return true;
        }
        List<String> one = List.of(wanted.split("\\.\\.", 2));
        List<String> other = List.of(found.split("\\.\\.", 2));
        return one.size() == other.size() && one.stream().allMatch(CaseResult::isNumber) && other.stream().allMatch(CaseResult::isNumber)
                && IntStream.range(0, one.size()).allMatch(i -> Double.parseDouble(one.get(i)) == Double.parseDouble(other.get(i)));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
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
