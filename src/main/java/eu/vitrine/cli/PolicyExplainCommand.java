package eu.vitrine.cli;

import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Explanation;
import eu.vitrine.policy.ExplanationJson;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a policy, and its answer about a file. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains a policy, how its answer about a file follows, and what would change it.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the set is not valid or the file cannot be read", "3:wrong usage, for example no such policy"})
final class PolicyExplainCommand implements Callable<Integer> {

    private final Output output;
    private final LocalDate today;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "Id of a policy, as \"policy list\" prints it.")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "A record or scenario file to answer for.")
    private @Nullable Path file;

    PolicyExplainCommand(Output output, LocalDate today) {
        this.output = output;
        this.today = today;
    }

    @Override
    public Integer call() {
        PolicySet set = policies.policySet();
        Policy policy = set.policy(id).orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(),
                "There is no policy \"" + id + "\"; \"vitrine policy list\" shows them all"));
        if (answers.asJson()) {
            return json(set);
        }
        print(set, policy);
        int exit = file == null ? Exit.OK : answer(set, policy, file);
        output.out().flush();
        return exit;
    }

    private void print(PolicySet set, Policy policy) {
        Paragraphs paragraphs = new Paragraphs(output.out());
        paragraphs.print(0, "", policy.id() + "  " + policy.title());
        paragraphs.print(0, "", policy.plain());
        paragraphs.print(2, "Source      ", policy.cite() + " (" + policy.basis().words() + ")");
        paragraphs.print(2, "Answered    ", policy.automation().words());
        if (policy.remedy() != null) {
            paragraphs.print(2, "What to do  ", policy.remedy());
        }
        if (policy.note() != null) {
            paragraphs.print(2, "Note        ", policy.note());
        }
        if (file == null) {
            output.out().println();
            new ExplanationText(output.out()).print(set.explain(id));
        }
    }

    private int answer(PolicySet set, Policy policy, Path path) {
        LocalDate day = policies.asOf(today, set);
        RecordFiles read = RecordFiles.read(List.of(path), set.vocabulary());
        ExplanationText text = new ExplanationText(output.out());
        for (Subject subject : Subjects.of(read.records())) {
            Explanation explanation = set.explain(subject, day, answers.assume(), policy.id());
            output.out().println();
            new Paragraphs(output.out()).print(0, "", subject.name() + ", as of " + FactWords.date(day) + ": " + explanation.answer());
            output.out().println();
            text.print(explanation);
            text.print(set.whatIf(subject, day, answers.assume(), policy.id()));
        }
        output.out().flush();
        output.problems(read.problems());
        return read.problems().isEmpty() ? Exit.OK : Exit.UNREADABLE;
    }

    private int json(PolicySet set) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        if (file == null) {
            ExplanationJson.write(set.explain(id), json);
            return printed(json, List.of());
        }
        LocalDate day = policies.asOf(today, set);
        RecordFiles read = RecordFiles.read(List.of(file), set.vocabulary());
        List<ExplanationJson.About> about = new ArrayList<>();
        for (Subject subject : Subjects.of(read.records())) {
            about.add(new ExplanationJson.About(subject, day, set.explain(subject, day, answers.assume(), id),
                    set.whatIf(subject, day, answers.assume(), id)));
        }
        ExplanationJson.write(about, json);
        return printed(json, read.problems());
    }

    private int printed(ByteArrayOutputStream json, List<Problem> problems) {
        output.json(json);
        output.problems(problems);
        return problems.isEmpty() ? Exit.OK : Exit.UNREADABLE;
    }
}
