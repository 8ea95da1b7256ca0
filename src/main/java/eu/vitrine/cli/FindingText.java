package eu.vitrine.cli;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicySet;
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
        table.row("  A person should look", finding.review() ? "yes" : "no");
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
        return answer.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
