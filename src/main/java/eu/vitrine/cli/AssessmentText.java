package eu.vitrine.cli;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.Dispute;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import eu.vitrine.policy.UseLimits;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluations as a table a person likes to read. */
final class AssessmentText {

    /** How many things to find out are named for each model. */
    private static final int NEXT = 3;
    /** Characters beyond which a cell would break the line of an ordinary window. */
    private static final int WIDEST = 80;

    private final PolicySet set;
    private final PrintWriter out;

    AssessmentText(PolicySet set, PrintWriter out) {
        this.set = set;
        this.out = out;
    }

    void print(List<Evaluation> evaluations, List<Subject> subjects, LocalDate asOf) {
        List<Evaluation> models = evaluations.stream().filter(evaluation -> evaluation.score() != null).toList();
        if (models.isEmpty()) {
            out.println("As of " + FactWords.date(asOf) + ", policy set " + set.identity().version());
        } else {
            out.println("Duties of providers of general-purpose AI models as of " + FactWords.date(asOf) + ", policy set "
                    + set.identity().version());
            out.println();
            TextTable table = new TextTable();
            table.row("Model", "Shown", "Not met", "Open", "Undet.", "Score", "Next date", "Limits our use");
            for (int i = 0; i < evaluations.size(); i++) {
                row(table, evaluations.get(i), subjects.get(i));
            }
            table.print(out);
        }
        families(evaluations, subjects);
        next(evaluations);
        disputed(evaluations, subjects);
        assumptions(evaluations);
        out.println();
        if (!models.isEmpty()) {
            out.println("Undetermined: it is not known whether the duty applies or is due. No score is shown where it would span more"
                    + " than 50 points.");
        }
        out.println("This compares what is recorded with the rules named. It is no statement that anybody complies with the Act.");
        out.flush();
    }

    /**
     * Uses and the organisation line by line; a service only where no use is given, because a use reads its service, and a model
     * only where it is alone, because many are a table.
     */
    private void families(List<Evaluation> evaluations, List<Subject> subjects) {
        boolean uses = subjects.stream().anyMatch(subject -> subject.stated().contains(Kind.USE));
        FamiliesText families = new FamiliesText(out);
        for (int i = 0; i < evaluations.size(); i++) {
            Set<Kind> stated = subjects.get(i).stated();
            boolean ours = stated.contains(Kind.USE) || stated.contains(Kind.ORGANISATION) || stated.contains(Kind.SERVICE) && !uses;
            boolean model = stated.contains(Kind.MODEL);
            if (evaluations.size() == 1 || ours && !model) {
                families.print(evaluations.get(i), model);
            }
        }
    }

    private void row(TextTable table, Evaluation evaluation, Subject subject) {
        Score score = evaluation.score();
        if (score == null) {
            return;
        }
        String headline = score.hasHeadline() ? score.low() + "–" + score.high() : score.inPlay() == 0 ? "none due" : "–";
        String next = evaluation.outlook().isEmpty() ? "–" : FactWords.date(evaluation.outlook().getFirst().date());
        List<String> limits = UseLimits.of(set.vocabulary(), subject);
        table.row(evaluation.name(), "" + score.shown(), "" + score.notMet(), "" + score.open(), "" + score.undetermined(), headline,
                next, limits.isEmpty() ? "none recorded" : brief(String.join("; ", limits)));
    }

    /** Cut between words; the dossier has it whole. */
    private static String brief(String text) {
        int cut = text.lastIndexOf(' ', WIDEST);
        return text.length() <= WIDEST ? text : text.substring(0, cut < 0 ? WIDEST : cut) + " …";
    }

    private void next(List<Evaluation> evaluations) {
        boolean first = true;
        for (Evaluation evaluation : evaluations) {
            List<OpenPoints.Point> points = OpenPoints.of(set, evaluation);
            if (!points.isEmpty()) {
                if (first) {
                    out.println();
                    out.println("What to find out first");
                    first = false;
                }
                out.println("  " + evaluation.name());
                TextTable table = new TextTable();
                points.stream().limit(NEXT).forEach(point -> table.row(
                        "    " + set.vocabulary().get(point.fact()).question(),
                        "bears on " + point.findings() + (point.findings() == 1 ? " duty" : " duties")));
                table.print(out);
            }
        }
    }

    /** Where answers rest on facts about which sources disagree: the claims, the chosen one first, and how many answers rest on them. */
    private void disputed(List<Evaluation> evaluations, List<Subject> subjects) {
        boolean first = true;
        for (int i = 0; i < evaluations.size(); i++) {
            Map<String, Integer> disputed = evaluations.get(i).disputed();
            if (!disputed.isEmpty()) {
                if (first) {
                    out.println();
                    out.println("Where sources disagree, the chosen claim first (vitrine policy explain tells what each would lead to)");
                    first = false;
                }
                out.println("  " + evaluations.get(i).name());
                TextTable table = new TextTable();
                Subject subject = subjects.get(i);
                disputed.forEach((fact, answers) -> table.row("    " + claims(fact, subject),
                        answers + (answers == 1 ? " answer rests on it" : " answers rest on it")));
                table.print(out);
            }
        }
    }

    private String claims(String id, Subject subject) {
        Fact fact = subject.facts().get(id);
        FactDeclaration declaration = set.vocabulary().get(id);
        return declaration.label() + ": " + brief(Stream.concat(Stream.of(fact.claim()), Dispute.against(fact).stream())
                .map(claim -> FactWords.of(declaration, claim)).collect(Collectors.joining(" or ")));
    }

    private void assumptions(List<Evaluation> evaluations) {
        Map<String, Long> used = new java.util.TreeMap<>();
        evaluations.forEach(evaluation -> new TreeSet<>(
                        evaluation.findings().stream().flatMap(finding -> finding.assumptions().stream()).toList())
                .forEach(id -> used.merge(id, 1L, Long::sum)));
        if (used.isEmpty()) {
            return;
        }
        out.println();
        out.println("Assumed, where nobody knows yet (--no-assumptions leaves it open)");
        for (Assumption assumption : set.assumptions()) {
            if (used.containsKey(assumption.id())) {
                long models = used.get(assumption.id());
                out.println("  " + assumption.id() + ", " + models + (models == 1 ? " model: " : " models: ") + assumption.wording());
            }
        }
    }
}
