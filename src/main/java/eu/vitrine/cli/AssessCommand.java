package eu.vitrine.cli;

import eu.vitrine.facts.Subject;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.EvaluationJson;
import eu.vitrine.policy.PolicySet;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Evaluates record or scenario files. */
@Command(name = "assess", mixinStandardHelpOptions = true,
        description = "Evaluates record or scenario files against the duties for general-purpose AI models.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files were evaluated", "2:a file could not be read; the others were evaluated", "3:wrong usage"})
final class AssessCommand implements Callable<Integer> {

    private final Output output;
    private final LocalDate today;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Record or scenario files, or folders of them.")
    private List<Path> files = List.of();

    AssessCommand(Output output, LocalDate today) {
        this.output = output;
        this.today = today;
    }

    @Override
    public Integer call() {
        PolicySet set = policies.policySet();
        LocalDate asOf = policies.asOf(today, set);
        RecordFiles read = RecordFiles.read(files, set.vocabulary());
        List<Evaluation> evaluations = new ArrayList<>();
        for (Subject subject : Subjects.of(read.records())) {
            evaluations.add(answers.assume() ? set.evaluate(subject, asOf) : set.evaluateWithoutAssumptions(subject, asOf));
        }
        if (answers.asJson()) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            EvaluationJson.write(evaluations, json);
            output.json(json);
        } else {
            new AssessmentText(set, output.out()).print(evaluations, Subjects.of(read.records()), asOf);
        }
        output.problems(read.problems());
        return read.problems().isEmpty() ? Exit.OK : Exit.UNREADABLE;
    }
}
