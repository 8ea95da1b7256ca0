package eu.vitrine.cli;

import eu.vitrine.exchange.Subjects;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a policy, and its answer about a file. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains a policy, and its answer about a file.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the set is not valid or the file cannot be read", "3:wrong usage, for example no such policy"})
final class PolicyExplainCommand implements Callable<Integer> {

    private final Output output;
    private final LocalDate today;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

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
        output.out().println(policy.id() + "  " + policy.title());
        output.out().println(policy.plain());
        TextTable table = new TextTable();
        table.row("  Source", policy.cite() + " (" + policy.basis().words() + ")");
        table.row("  Answered", policy.automation().words());
        if (policy.remedy() != null) {
            table.row("  What to do", policy.remedy());
        }
        if (policy.note() != null) {
            table.row("  Note", policy.note());
        }
        table.print(output.out());
        int exit = file == null ? Exit.OK : answer(set, policy, file);
        output.out().flush();
        return exit;
    }

    private int answer(PolicySet set, Policy policy, Path path) {
        RecordFiles read = RecordFiles.read(List.of(path), set.vocabulary());
        output.problems(read.problems());
        Subjects.of(read.records()).forEach(subject -> {
            Evaluation evaluation = set.evaluate(subject, policies.asOf(today, set));
            output.out().println();
            output.out().println(evaluation.name() + ", as of " + evaluation.asOf());
            Optional<Finding> finding = evaluation.finding(policy.id());
            finding.ifPresent(found -> new FindingText(set, output.out()).print(found));
            evaluation.classification(policy.id()).ifPresent(found -> new FindingText(set, output.out()).print(found));
            evaluation.useRight(policy.id()).ifPresent(found -> new FindingText(set, output.out()).print(found));
            Optional.ofNullable(evaluation.houseRules().get(policy.id())).ifPresent(found -> new FindingText(set, output.out()).print(found));
        });
        return read.problems().isEmpty() ? Exit.OK : Exit.UNREADABLE;
    }
}
