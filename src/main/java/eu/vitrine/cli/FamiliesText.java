package eu.vitrine.cli;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings of one record line by line, each family under its own heading and none counted with another. */
final class FamiliesText {

    /** Columns of an ordinary window. */
    private static final int WIDTH = 110;
    private static final String INDENT = "      ";

    private final PrintWriter out;

    FamiliesText(PrintWriter out) {
        this.out = out;
    }

    /** @param maker whether to list the duties of the maker as well */
    void print(Evaluation evaluation, boolean maker) {
        out.println();
        out.println(evaluation.name());
        if (evaluation.useRight() != null) {
            out.println("  Licence and terms: " + sentence(evaluation.useRight()));
        }
        if (maker) {
            duties("Duties of the maker", evaluation, Family.DUTY);
        }
        duties("What we owe", evaluation, Family.OUR_DUTY);
        rights(evaluation.useRights());
        rules(List.copyOf(evaluation.houseRules().values()));
    }

    private static String sentence(UseRight.Answer answer) {
        return switch (answer) {
            case GRANTED -> "they let us use it so.";
            case NOT_GRANTED -> "they do not let us use it so.";
            case OPEN -> "whether they let us use it so is open.";
        };
    }

    private void duties(String heading, Evaluation evaluation, Family family) {
        List<Finding> findings = evaluation.findings().stream().filter(finding -> finding.family() == family).toList();
        List<Finding> bind = findings.stream().filter(finding -> finding.answers().mayApply()).toList();
        if (findings.isEmpty()) {
            return;
        }
        out.println("  " + heading);
        for (Finding finding : bind) {
            line(finding.policy().id(), words(finding) + day(finding.answers()) + " - " + finding.policy().title());
            because(finding.deciding().stream().toList());
            disputed(finding.why());
            conditions(finding.conditions());
            finding.points().forEach(point -> out.println(INDENT + "  " + point.policy().id() + "  " + words(point) + " - " + point.policy().title()));
        }
        aside("Do not apply", findings.stream().filter(finding -> !bind.contains(finding)).map(finding -> finding.policy().id()).toList());
    }

    private static String words(Finding finding) {
        return finding.outcome() == null ? "a way to demonstrate" : finding.outcome().words().toLowerCase(Locale.ROOT);
    }

    private static String day(Answers answers) {
        if (answers.due() == null || answers.dueDate() == null) {
            return "";
        }
        return (answers.due() == Answers.Due.DUE ? ", due since " : ", due on ") + FactWords.date(answers.dueDate());
    }

    /** Only what was found out about: a test that is a plain no says nothing more. */
    private void conditions(List<Classification> conditions) {
        String seen = conditions.stream().map(one -> one.policy().id() + " " + one.value().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        if (!seen.isEmpty()) {
            wrapped("tests: " + seen);
        }
    }

    private void rights(List<UseRight> rights) {
        if (rights.isEmpty()) {
            return;
        }
        out.println("  What licence and terms allow (private terms, not duties of the Act)");
        for (UseRight right : rights) {
            if (right.answer() != null) {
                line(right.policy().id(), right.answer().words().toLowerCase(Locale.ROOT) + " - " + right.policy().title());
                because(right.why());
                disputed(right.why());
                right.carries().forEach(carried -> wrapped("carries: " + carried.text()));
            }
        }
        aside("Not touched", rights.stream().filter(right -> right.answer() == null).map(right -> right.policy().id()).toList());
    }

    private void rules(List<HouseRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        out.println("  What our own rules ask (house rules, not duties of the Act)");
        List<String> aside = new ArrayList<>();
        for (HouseRule rule : rules) {
            boolean silent = rule.answer() == HouseRule.Answer.OFF || rule.answer() == HouseRule.Answer.NOT_RELEVANT;
            if (silent) {
                aside.add(rule.policy().id());
            } else {
                boolean counts = rule.answer() != HouseRule.Answer.PASS && rule.weight() != null;
                line(rule.policy().id(), rule.answer().words().toLowerCase(Locale.ROOT)
                        + (counts ? ", " + weight(rule.weight()) : "") + " - " + rule.policy().title());
                because(rule.why());
                disputed(rule.why());
            }
        }
        aside("Switched off or not relevant", aside);
        wrapped("    ", Arrays.stream(HouseRule.Weight.values()).map(weight -> weight(weight) + " means " + weight.words())
                .collect(Collectors.joining("; ")) + ".");
    }

    private static String weight(HouseRule.Weight weight) {
        return weight.name().toLowerCase(Locale.ROOT);
    }

    private void line(String id, String text) {
        out.println("    " + id + "  " + text);
    }

    private void because(List<Why> why) {
        why.stream().limit(1).forEach(one -> wrapped(one.text()));
    }

    private void disputed(List<Why> why) {
        why.stream().skip(1).filter(Why::isDispute).forEach(one -> wrapped(one.text()));
    }

    private void aside(String heading, List<String> ids) {
        if (!ids.isEmpty()) {
            wrapped("    ", heading + ": " + String.join(", ", ids));
        }
    }

    private void wrapped(String text) {
        wrapped(INDENT, text);
    }

    private void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split("\\s+")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent);
            }
            line.append(line.length() == indent.length() ? "" : " ").append(word);
        }
        out.println(line);
    }
}
