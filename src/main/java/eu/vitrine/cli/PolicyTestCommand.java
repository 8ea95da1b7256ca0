package eu.vitrine.cli;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the cases of a policy set. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Runs the cases beside the policies.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every case holds", "1:a case fails", "2:the set or a case file is not valid", "3:wrong usage"})
final class PolicyTestCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "A folder of policies. Default: those on board.")
    private @Nullable Path folder;

    @Option(names = "--overlay", paramLabel = "DIR", description = "Lay this folder over the policies and run its cases as well.")
    private @Nullable Path overlay;

    PolicyTestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Map<String, String> all = folder == null ? PolicyFolder.shippedFiles() : PolicyFolder.files(folder);
        if (overlay != null) {
            all = PolicyFolder.withOverlay(all, overlay);
        }
        PolicySet set = PolicyFolder.of(all);
        Map<String, String> files = PolicyFolder.cases(all);
        List<Problem> problems = new ArrayList<>();
        List<CaseResult> results = new ArrayList<>();
        files.forEach((name, text) -> {
            try {
                CaseFile.read(text, name, set).forEach(one -> results.add(CaseResult.of(one, set)));
            } catch (InvalidFile e) {
                problems.addAll(e.problems());
            }
        });
        List<CaseResult> failed = results.stream().filter(result -> !result.holds()).toList();
        for (CaseResult result : failed) {
            output.out().println(result.one().place().file() + ":" + result.one().place().line() + ": " + result.one().policy() + ": "
                    + result.one().sentence());
            result.differences().forEach(difference -> output.out().println("    " + difference));
        }
        output.out().println(results.size() + " cases of " + files.size() + " policies, "
                + (failed.isEmpty() ? "all hold" : failed.size() + " fail"));
        output.out().flush();
        output.problems(problems);
        return !problems.isEmpty() ? Exit.UNREADABLE : failed.isEmpty() ? Exit.OK : Exit.FAILED;
    }
}
