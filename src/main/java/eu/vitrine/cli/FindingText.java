package eu.vitrine.cli;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.io.PrintWriter;
import java.util.List;

/** One answer in full, as plain text. */
final class FindingText {

    private final PolicySet set;
    private final PrintWriter out;

    FindingText(PolicySet set, PrintWriter out) {
        this.set = set;
        this.out = out;
    }

    void print(Finding finding) {
        Answers answers = finding.answers();
        TextTable table = new TextTable();
        table.row("  Outcome", finding.outcome() == null ? "a way to demonstrate, not a duty" : finding.outcome().words());
        table.row("  Applies", words(answers.applicability()) + (answers.ground() == null ? "" : ", " + answers.ground()));
        if (answers.due() != null) {
            table.row("  Due", words(answers.due()) + (answers.dueDate() == null ? "" : ", " + FactWords.date(answers.dueDate())));
        }
        if (answers.evidence() != null) {
            table.row("  Evidence", words(answers.evidence())
                    + (answers.evidenceReason() == null ? "" : ": " + answers.evidenceReason().words()));
        }
        if (answers.enforceable() != null) {
            table.row("  Enforceable", words(answers.enforceable())
                    + (answers.enforceableFrom() == null ? "" : ", " + FactWords.date(answers.enforceableFrom())));
        }
        finding.why().forEach(why -> table.row("  Because", why.text()));
        finding.support().forEach(support -> table.row("  Supported by", support.why().text()));
        settledBy(table, "  Settled by", finding.settledBy());
        settledBy(table, "  Kept by law", finding.withheldByLaw());
        finding.conditions().forEach(one -> table.row("  " + one.policy().id(), words(one.value())));
        if (finding.consequence() != null) {
            table.row("  What may follow", finding.consequence().text());
        }
        table.row("  A person should look", finding.review() ? "yes" : "no");
        table.print(out);
        points(finding);
        checklist(finding);
    }

    /** Points of an annex, indented under the duty that they are part of. */
    private void points(Finding finding) {
        TextTable table = new TextTable();
        finding.points().forEach(point -> table.row("    " + point.policy().id(), point.outcome() == null ? "" : point.outcome().words(),
                point.policy().title()));
        table.print(out);
    }

    private void checklist(Finding finding) {
        TextTable table = new TextTable();
        finding.checklist().forEach(entry -> table.row("    " + entry.id(), entry.answer().words() + (entry.isLacking() ? " (needed)" : ""),
                entry.label()));
        table.print(out);
    }

    void print(UseRight right) {
        TextTable table = new TextTable();
        table.row("  Answer", right.answer() == null ? "not touched by this use" : right.answer().words());
        right.why().forEach(why -> table.row("  Because", why.text()));
        right.carries().forEach(why -> table.row("  Carries", why.text()));
        settledBy(table, "  Settled by", right.settledBy());
        table.row("  A person should look", right.review() ? "yes" : "no");
        table.print(out);
    }

    void print(HouseRule rule) {
        TextTable table = new TextTable();
        table.row("  Answer", rule.answer().words());
        if (rule.weight() != null) {
            table.row("  Weighs", rule.weight().words());
        }
        rule.why().forEach(why -> table.row("  Because", why.text()));
        settledBy(table, "  Settled by", rule.settledBy());
        table.row("  A person should look", rule.review() ? "yes" : "no");
        table.print(out);
    }

    void print(Classification classification) {
        TextTable table = new TextTable();
        table.row("  Answer", classification.value());
        classification.why().forEach(why -> table.row("  Because", why.text()));
        classification.assumptions().forEach(assumption -> table.row("  Assumes", assumption));
        classification.conditions().forEach(one -> table.row("  " + one.policy().id(), one.value()));
        settledBy(table, "  Settled by", classification.settledBy());
        table.row("  A person should look", classification.review() ? "yes" : "no");
        table.print(out);
    }

    private void settledBy(TextTable table, String heading, List<String> facts) {
        facts.forEach(fact -> table.row(heading, fact + "  " + set.vocabulary().get(fact).question()));
    }

    private static String words(Enum<?> answer) {
        return words(answer.name());
    }

    private static String words(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
