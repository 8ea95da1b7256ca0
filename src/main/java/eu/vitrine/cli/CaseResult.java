package eu.vitrine.cli;

import eu.vitrine.facts.Located;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What came of a case.
 *
 * @param differences the answers that are not the ones expected; empty when the case holds
 * @param why the reasons of what was found; those of a duty say whether it binds first, and then what shows it
 */
public record CaseResult(CaseFile.Case one, List<Difference> differences, List<Why> why) {

    /** The answers that are said not to hold something, with the answer meant. */
    private static final Map<String, String> CONTRARY =
            Map.of("notSettledBy", "settledBy", "noSupport", "support", "notCarries", "carries", "notLacks", "lacks");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|Infinity)");

    /**
     * An answer that is not the one expected.
     *
     * @param answer its name as in the case
     * @param expected one entry, or the entries of a list
     * @param found the same
     */
    public record Difference(String answer, List<String> expected, List<String> found) {

        @Override
        public String toString() {
            return answer + ": expected " + String.join(", ", expected) + ", found " + String.join(", ", found);
        }
    }

    /** Whether every expected answer was given. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Evaluates a case. */
    public static CaseResult of(CaseFile.Case one, PolicySet set) {
        Optional<CaseAnswers> answers = CaseAnswers.of(one, set);
        List<Difference> differences = new ArrayList<>();
        if (answers.isEmpty()) {
            String found = set.policy(one.policy()).isEmpty() ? "there is no such policy" : "no answer; the case states nothing that it is about";
            differences.add(new Difference(one.policy(), List.of("an answer"), List.of(found)));
        } else {
            one.expect().forEach((name, expected) -> compare(name, expected, answers.get(), differences));
        }
        return new CaseResult(one, List.copyOf(differences), answers.map(CaseAnswers::why).orElse(List.of()));
    }

    private static void compare(String name, Located expected, CaseAnswers answers, List<Difference> differences) {
        switch (name) {
            case "assumptions", "disputed" -> {
                if (!new HashSet<>(texts(expected)).equals(new HashSet<>(answers.texts(name)))) {
                    differences.add(new Difference(name, texts(expected), answers.texts(name)));
                }
            }
            case "settledBy", "withheldByLaw", "support", "carries", "lacks" -> {
                List<String> missing = texts(expected).stream().filter(id -> !answers.texts(name).contains(id)).toList();
                if (!missing.isEmpty()) {
                    differences.add(new Difference(name, missing, answers.texts(name)));
                }
            }
            case "notSettledBy", "noSupport", "notCarries", "notLacks" -> {
                List<String> there = texts(expected).stream().filter(answers.texts(CONTRARY.get(name))::contains).toList();
                if (!there.isEmpty()) {
                    differences.add(new Difference(name, List.of("without these"), there));
                }
            }
            default -> {
                String wanted = expected instanceof Located.Scalar scalar ? String.valueOf(scalar.value()) : texts(expected).toString();
                if (!same(wanted, answers.text(name))) {
                    differences.add(new Difference(name, List.of(wanted), List.of(answers.text(name))));
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

    private static List<String> texts(Located node) {
        return switch (node) {
            case Located.Sequence sequence -> sequence.items().stream()
                    .map(item -> item instanceof Located.Scalar scalar ? scalar.text() : item.described()).toList();
            case Located.Scalar scalar -> List.of(scalar.text());
            case Located.Mapping mapping -> List.copyOf(mapping.entries().keySet());
        };
    }
}
