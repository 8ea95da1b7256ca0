package eu.vitrine.cli;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    @Option(names = "--overlay", paramLabel = "DIR", description = "Lay this folder over the policies and run its cases as well.")
    private @Nullable Path overlay;

    @Option(names = "--only", arity = "1..*", split = ",", paramLabel = "ID",
            description = "Run the cases of these policies only, and count them for each.")
    private @Nullable List<String> only;

    PolicyTestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Map<String, String> all = folder == null ? PolicyFolder.shippedFiles() : PolicyFolder.files(folder);
        if (overlay != null) {
            all = PolicyFolder.withOverlay(all, overlay);
        }
        PolicySet set;
        try {
            set = PolicyFolder.of(all);
        } catch (InvalidFile e) {
            output.problems(placed(e.problems()));
            return Exit.UNREADABLE;
        }
        Map<String, String> files = chosen(PolicyFolder.cases(all));
        List<Problem> problems = new ArrayList<>();
        List<CaseResult> results = results(read(files, set, problems), set);
        List<CaseResult> failed = results.stream().filter(result -> !result.holds()).toList();
        CaseReport report = new CaseReport(set, this::path, output.out());
        failed.forEach(report::failure);
        if (only != null || !failed.isEmpty()) {
            Set<String> told = (only == null ? failed : results).stream().map(result -> result.one().policy()).collect(Collectors.toSet());
            report.summary(results.stream().filter(result -> told.contains(result.one().policy())).toList());
        }
        output.out().println(results.size() + " cases of " + files.size() + (files.size() == 1 ? " policy, " : " policies, ")
                + (failed.isEmpty() ? "all hold" : failed.size() == 1 ? "1 fails" : failed.size() + " fail"));
        output.out().flush();
        output.problems(placed(problems));
        return !problems.isEmpty() ? Exit.UNREADABLE : failed.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    /** The files with cases that were asked for, by name. */
    private Map<String, String> chosen(Map<String, String> files) {
        if (only == null) {
            return files;
        }
        Map<String, String> byPolicy = new LinkedHashMap<>();
        files.keySet().forEach(name -> byPolicy.put(name.substring(name.lastIndexOf('/') + 1, name.length() - ".yaml".length()), name));
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String id : new TreeSet<>(only)) {
            String name = byPolicy.get(id);
            if (name == null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--only: there are no cases of \"" + id + "\""
                        + Spelling.advice(id, byPolicy.keySet()));
            }
            chosen.put(name, files.get(name));
        }
        return chosen;
    }

    private static List<CaseFile.Case> read(Map<String, String> files, PolicySet set, List<Problem> problems) {
        List<CaseFile.Case> cases = new ArrayList<>();
        files.forEach((name, text) -> {
            try {
                cases.addAll(CaseFile.read(text, name, set));
            } catch (InvalidFile e) {
                problems.addAll(e.problems());
            }
        });
        return cases;
    }

    private List<CaseResult> results(List<CaseFile.Case> cases, PolicySet set) {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        PrintWriter err = output.err();
        List<CaseResult> results = new ArrayList<>();
        for (CaseFile.Case one : cases) {
            if (terminal && results.size() % EVERY == 0) {
                err.print("\r" + results.size() + " of " + cases.size() + " cases");
                err.flush();
            }
            results.add(CaseResult.of(one, set));
        }
        if (terminal) {
            // back to the beginning of an empty line
            err.print("\r\u001b[K");
            err.flush();
        }
        return results;
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
