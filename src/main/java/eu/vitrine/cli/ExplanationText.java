package eu.vitrine.cli;

import eu.vitrine.policy.Dispute;
import eu.vitrine.policy.Explanation;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.Statement;
import eu.vitrine.policy.WhatIf;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation as plain text of 100 columns: the questions of the policy, then what they rest on. */
final class ExplanationText {

    private final PrintWriter out;
    private final Paragraphs paragraphs;

    ExplanationText(PrintWriter out) {
        this.out = out;
        this.paragraphs = new Paragraphs(out);
    }

    void print(Explanation explanation) {
        boolean answered = explanation.answer() != null;
        if (answered) {
            paragraphs.print(0, "", "How this follows (✓ holds, ✗ does not hold, ? open)");
        } else {
            paragraphs.print(0, "", "What is asked, row by row: the first that holds decides");
        }
        for (Explanation.Stage stage : explanation.stages()) {
            out.println();
            heading(stage.question().isEmpty() ? explanation.policy().title() : stage.question(), stage.answer());
            stage(stage);
        }
        if (!explanation.chain().isEmpty()) {
            out.println();
            paragraphs.print(0, "", "What it rests on, each after what it rests on itself");
        }
        for (Explanation.Step step : explanation.chain()) {
            out.println();
            heading(step.policy().title(), step.stage().answer());
            paragraphs.print(2, "", cited(step.policy()));
            stage(step.stage());
        }
        assumptions(explanation.assumptions());
        disputes(explanation.disputes());
    }

    private void disputes(List<Dispute> disputes) {
        if (!disputes.isEmpty()) {
            out.println();
            paragraphs.print(0, "", "Where sources disagree");
        }
        disputes.forEach(dispute -> paragraphs.print(2, "", String.join(" ", dispute.sentences())));
    }

    private static String cited(Policy policy) {
        return policy.cite() + " (" + policy.basis().words() + ")";
    }

    private void heading(String title, @Nullable String answer) {
        paragraphs.print(0, "", answer == null ? title : title + (title.endsWith("?") ? " " : ": ") + answer);
    }

    private void stage(Explanation.Stage stage) {
        stage.basis().forEach(one -> statement(2, one));
        for (Explanation.Row row : stage.rows()) {
            if (row.truth() == null) {
                asked(row);
            } else if (row.decides()) {
                decided(row);
            } else {
                passed(row);
            }
        }
        stage.more().forEach(more -> paragraphs.print(2, "", more));
        if (stage.review()) {
            paragraphs.print(2, "", "A person should look at this.");
        }
    }

    /** A row without a subject. */
    private void asked(Explanation.Row row) {
        paragraphs.print(2, "- ", row.then().text() + assumes(row) + (row.when() == null ? ", otherwise" : ", if"));
        if (row.when() != null) {
            statement(6, row.when());
        }
        if (row.why() != null) {
            paragraphs.print(6, "", "Because: " + row.why());
        }
    }

    private void decided(Explanation.Row row) {
        paragraphs.print(2, mark(row.truth()), row.then().text() + assumes(row) + (row.ground() == null ? "" : ", " + row.ground()) + "."
                + (row.why() == null ? "" : " " + row.why()));
        if (row.when() == null) {
            paragraphs.print(6, "", "(where no row before it holds)");
        } else {
            statement(6, row.when());
        }
    }

    /** A row that was passed over, with no more than what it failed at. */
    private void passed(Explanation.Row row) {
        List<Statement> deciding = row.when() == null ? List.of() : row.when().deciding();
        String said = "“" + row.then().text() + "” " + switch (row.truth()) {
            case FALSE -> "would follow if " + (deciding.size() == 1 ? "this" : joinedByOr(row) ? "one of these" : "these") + " held:";
            case OPEN -> "may follow, for this is open:";
            case null, default -> "would follow if nothing were assumed.";
        };
        paragraphs.print(2, mark(row.truth()), said + (deciding.size() == 1 ? " " + deciding.getFirst().sentence().text() : ""));
        if (deciding.size() > 1) {
            deciding.forEach(one -> paragraphs.print(6, mark(one.truth()), one.sentence().text()));
        }
    }

    private static boolean joinedByOr(Explanation.Row row) {
        return row.when() != null && row.when().joins() == Statement.Joins.ANY;
    }

    private static String assumes(Explanation.Row row) {
        return row.assumes().isEmpty() ? "" : " (as assumed: " + String.join(", ", row.assumes()) + ")";
    }

    private void statement(int indent, Statement statement) {
        paragraphs.print(indent, statement.truth() == null ? "" : mark(statement.truth()), statement.sentence().text());
        List<Statement> shown = statement.parts().stream().filter(part -> part.turns() || part.truth() == null).toList();
        shown.forEach(part -> statement(indent + 3, part));
        int left = statement.parts().size() - shown.size();
        if (left > 0) {
            paragraphs.print(indent + 3, "", left == 1 ? "(another condition does not matter here)" : "(" + left + " other conditions do not matter here)");
        }
    }

    private static String mark(Statement.@Nullable Truth truth) {
        return switch (truth) {
            case null -> "- ";
            case TRUE -> "✓ ";
            case FALSE -> "✗ ";
            case OPEN -> "? ";
        };
    }

    private void assumptions(List<Explanation.Assumed> assumptions) {
        if (!assumptions.isEmpty()) {
            out.println();
            paragraphs.print(0, "", "Assumptions");
        }
        for (Explanation.Assumed one : assumptions) {
            paragraphs.print(2, "", one.assumption().id() + (one.made() ? ", made: " + one.assumption().wording() : ", not made: " + one.against()));
            statement(4, one.because() == null ? one.needs() : one.because());
        }
    }

    void print(WhatIf whatIf) {
        out.println();
        paragraphs.print(0, "", "What would change it, each fact alone (now: " + whatIf.now() + ")");
        changes("To be found out", whatIf.open());
        changes("On record, if it proved otherwise", whatIf.recorded());
        if (whatIf.changes().isEmpty()) {
            paragraphs.print(2, "", "No single fact would change it.");
        }
    }

    private void changes(String heading, List<WhatIf.Change> changes) {
        if (!changes.isEmpty()) {
            paragraphs.print(2, "", heading);
        }
        for (WhatIf.Change change : changes) {
            paragraphs.print(4, "", change.label() + " (" + change.recorded() + ")" + (change.keptByLaw() ? ", may be kept from us" : ""));
            for (WhatIf.Alternative alternative : change.alternatives()) {
                paragraphs.print(6, "", alternative.outcome() + ", if: " + alternative.words());
            }
        }
    }
}
