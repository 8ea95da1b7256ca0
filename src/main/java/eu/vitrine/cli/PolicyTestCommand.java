package eu.vitrine.cli;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases of a policy set. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Runs the cases beside the policies.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every case holds", "1:a case fails", "2:the set or a case file is not valid", "3:wrong usage"})
final class PolicyTestCommand implements Callable<Integer> {

    /** Set by the launcher where standard error is a terminal. */
    private static final String TERMINAL = "vitrine.terminal";
    private static final int EVERY = 25;

    private final Output output;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "A folder of policies. Default: those on board.")
    private @Nullable Path folder;

    @Option(names = "--overlay", paramLabel = "DIR",
            description = "Lay this folder over the policies and run its cases with them; the cases of the set are run without it.")
    private @Nullable Path overlay;

    @Option(names = "--only", arity = "1..*", split = ",", paramLabel = "ID",
            description = "Run the cases of these policies only, and count them for each.")
    private @Nullable List<String> only;

    PolicyTestCommand(Output output) {
        this.output = output;
    }

    /** A case and the set that it is asked of: those of an overlay with it, the others without. */
    private record Asked(CaseFile.Case one, PolicySet set) {}

    @Override
    public Integer call() {
        Map<String, String> below = folder == null ? PolicyFolder.shippedFiles() : PolicyFolder.files(folder);
        Map<String, String> all = overlay == null ? below : PolicyFolder.withOverlay(below, overlay);
        PolicySet set;
        PolicySet setBelow;
        try {
            set = PolicyFolder.of(all);
            setBelow = overlay == null ? set : PolicyFolder.of(below);
        } catch (InvalidFile e) {
            output.problems(placed(e.problems()));
            return Exit.UNREADABLE;
        }
        Set<String> files = chosen(PolicyFolder.cases(all).keySet());
        List<Problem> problems = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        files.forEach(name -> asked.addAll(read(name, all.get(name), name.startsWith(PolicyFolder.OVERLAY) ? set : setBelow, problems)));
        List<CaseResult> results = results(asked);
        tell(results, files.size(), new CaseReport(set, this::path, output.out()));
        if (only == null) {
            withoutCases(set, files);
        }
        output.out().flush();
        output.problems(placed(problems));
        return !problems.isEmpty() ? Exit.UNREADABLE : results.stream().allMatch(CaseResult::holds) ? Exit.OK : Exit.FAILED;
    }

    private void tell(List<CaseResult> results, int files, CaseReport report) {
        List<CaseResult> failed = results.stream().filter(result -> !result.holds()).toList();
        failed.forEach(report::failure);
        Set<String> told = (only == null ? failed : results).stream().map(result -> result.one().policy()).collect(Collectors.toSet());
        if (!told.isEmpty()) {
            report.summary(results.stream().filter(result -> told.contains(result.one().policy())).toList());
        }
        output.out().println(results.size() + (results.size() == 1 ? " case" : " cases") + " in " + files + (files == 1 ? " file, " : " files, ")
                + (failed.isEmpty() ? "all hold" : failed.size() == 1 ? "1 fails" : failed.size() + " fail"));
    }

    /** The files with cases that were asked for. */
    private Set<String> chosen(Set<String> files) {
        if (only == null) {
            return files;
        }
        Set<String> known = files.stream().map(PolicyTestCommand::policy).collect(Collectors.toSet());
        only.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "--only: there are no cases of \"" + id + "\"" + Spelling.advice(id, known));
        });
        return files.stream().filter(name -> only.contains(policy(name))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String policy(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    }

    private static List<Asked> read(String name, String text, PolicySet set, List<Problem> problems) {
        try {
            return CaseFile.read(text, name, set).stream().map(one -> new Asked(one, set)).toList();
        } catch (InvalidFile e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private List<CaseResult> results(List<Asked> asked) {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        List<CaseResult> results = new ArrayList<>();
        for (Asked each : asked) {
            if (terminal && results.size() % EVERY == 0) {
                output.err().print("\r" + results.size() + " of " + asked.size() + " cases");
                output.err().flush();
            }
            results.add(CaseResult.of(each.one(), each.set()));
        }
        if (terminal) {
            // back to the beginning of an empty line
            output.err().print("\r\u001b[K");
            output.err().flush();
        }
        return results;
    }

    private void withoutCases(PolicySet set, Set<String> files) {
        Set<String> tested = files.stream().map(PolicyTestCommand::policy).collect(Collectors.toSet());
        String without = set.policies().stream()
                .filter(policy -> policy.role() != Policy.Role.DERIVATION && policy.role() != Policy.Role.CITATION)
                .map(Policy::id).filter(id -> !tested.contains(id)).collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            output.out().println("Without any case: " + without);
        }
    }

    private List<Problem> placed(List<Problem> problems) {
        return problems.stream().map(one -> new Problem(path(one.file()), one.line(), one.column(), one.message())).toList();
    }

    /** Where a file of the set lies on the disk, so that a person or an editor can open it. */
    private String path(String file) {
        if (overlay != null && file.startsWith(PolicyFolder.OVERLAY)) {
            return overlay.resolve(file.substring(PolicyFolder.OVERLAY.length())).toString();
        }
        return folder == null ? file : folder.resolve(file).toString();
    }
}
