package eu.vitrine.cli;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Addressee;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.EvidenceReason;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tells what came of cases: where, what was expected, what was found, and why. */
final class CaseReport {

    private static final String INDENT = "    ";
    private static final int REASONS = 3;
    private static final List<String> OF_FACTS = List.of("settledBy", "notSettledBy", "withheldByLaw", "support", "noSupport");

    private final PolicySet set;
    private final UnaryOperator<String> path;
    private final PrintWriter out;

    /**
     * A report.
     *
     * @param path gives the path of a file on the disk by its name in the set
     */
    CaseReport(PolicySet set, UnaryOperator<String> path, PrintWriter out) {
        this.set = set;
        this.path = path;
        this.out = out;
    }

    /** Prints what a case expected and what was found instead. */
    void failure(CaseResult result) {
        CaseFile.Case one = result.one();
        out.println(path.apply(one.place().file()) + ":" + one.place().line() + ": " + one.policy() + ": " + one.sentence());
        TextTable table = new TextTable();
        table.row(INDENT + "answer", "expected", "found");
        for (CaseResult.Difference difference : result.differences()) {
            List<String> expected = words(difference.answer(), difference.expected());
            List<String> found = words(difference.answer(), difference.found());
            for (int i = 0; i < Math.max(1, Math.max(expected.size(), found.size())); i++) {
                table.row(INDENT + (i == 0 ? difference.answer() : ""), entry(expected, i), entry(found, i));
            }
        }
        table.print(out);
        result.why().stream().limit(REASONS).forEach(why -> out.println(INDENT + "because (" + why.id() + ") " + why.text()));
        out.println();
    }

    private static String entry(List<String> entries, int i) {
        return i < entries.size() ? entries.get(i) : entries.isEmpty() && i == 0 ? "nothing" : "";
    }

    /** Prints a line for each policy. */
    void summary(List<CaseResult> results) {
        Map<String, int[]> counts = new TreeMap<>();
        for (CaseResult result : results) {
            int[] count = counts.computeIfAbsent(result.one().policy(), id -> new int[2]);
            count[0]++;
            count[1] += result.holds() ? 0 : 1;
        }
        TextTable table = new TextTable();
        table.row("Policy", "Cases", "Fail");
        counts.forEach((id, count) -> table.row(id, String.valueOf(count[0]), count[1] == 0 ? "–" : String.valueOf(count[1])));
        table.print(out);
    }

    private List<String> words(String answer, List<String> codes) {
        return codes.stream().map(code -> words(answer, code).map(words -> code + " (" + words + ")").orElse(code)).toList();
    }

    /** What a code means, where the code does not say it. */
    private Optional<String> words(String answer, String code) {
        if (OF_FACTS.contains(answer)) {
            return set.vocabulary().find(code).map(FactDeclaration::label);
        }
        return switch (answer) {
            case "dueDate", "enforceableFrom" -> Day.parse(code).map(FactWords::day);
            case "outcome" -> named(Outcome.values(), code, Outcome::words);
            case "evidenceReason" -> named(EvidenceReason.values(), code, EvidenceReason::words);
            case "addressee" -> named(Addressee.values(), code, Addressee::words);
            case "weight" -> Arrays.stream(HouseRule.Weight.values()).filter(one -> one.name().equalsIgnoreCase(code)).findFirst()
                    .map(HouseRule.Weight::words);
            case "answer" -> named(UseRight.Answer.values(), code, UseRight.Answer::words)
                    .or(() -> named(HouseRule.Answer.values(), code, HouseRule.Answer::words));
            case "assumptions" -> set.assumptions().stream().filter(one -> one.id().equals(code)).findFirst().map(Assumption::wording);
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<String> named(E[] constants, String code, Function<E, String> words) {
        return Arrays.stream(constants).filter(one -> one.name().equals(code)).findFirst().map(words);
    }
}
