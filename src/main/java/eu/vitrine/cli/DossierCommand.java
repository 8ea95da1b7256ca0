package eu.vitrine.cli;

import eu.vitrine.dossier.Beside;
import eu.vitrine.dossier.DossierContent;
import eu.vitrine.dossier.DossierRenderer;
import eu.vitrine.dossier.Issue;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.typeset.CharacterNotCovered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders dossiers. */
@Command(name = "dossier", mixinStandardHelpOptions = true,
        description = "Renders the dossier of a record or scenario file as PDF; of several files or a folder, one each.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every dossier was written", "2:a file could not be read or rendered; the others were", "3:wrong usage"})
final class DossierCommand implements Callable<Integer> {

    private static final String ENGLISH = "en";

    private final Output output;
    private final LocalDate today;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT.pdf",
            description = "Where to write; a folder when there are several files.")
    private Path target = Path.of("");

    @Option(names = "--lang", paramLabel = "en", description = "Language of the dossier. This release has English (en).")
    private String language = ENGLISH;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Record or scenario files, or folders of them.")
    private List<Path> files = List.of();

    DossierCommand(Output output, LocalDate today) {
        this.output = output;
        this.today = today;
    }

    @Override
    public Integer call() {
        if (!language.equals(ENGLISH)) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "This release has no dossier in \"" + language + "\", only in English: --lang en");
        }
        PolicySet set = policies.policySet();
        LocalDate asOf = policies.asOf(today, set);
        RecordFiles read = RecordFiles.read(files, set.vocabulary());
        List<Problem> problems = new ArrayList<>(read.problems());
        boolean folder = read.records().size() > 1 || Files.isDirectory(target) || files.stream().anyMatch(Files::isDirectory);
        DossierRenderer renderer = DossierRenderer.shipped();
        List<Subject> subjects = Subjects.of(read.records());
        for (int i = 0; i < subjects.size(); i++) {
            RecordFile record = read.records().get(i);
            Path file = folder ? target.resolve(record.slug() + ".pdf") : target;
            DossierContent content = content(set, Subjects.readFor(record, read.records()), subjects.get(i), asOf);
            write(file, () -> renderer.render(content), problems);
            if (folder) {
                output.err().println((i + 1) + " of " + subjects.size() + "  " + file);
                output.err().flush();
            }
        }
        output.problems(problems);
        return problems.isEmpty() ? Exit.OK : Exit.UNREADABLE;
    }

    /** @param read the records that were read, the one the dossier is about first */
    private static DossierContent content(PolicySet set, List<RecordFile> read, Subject subject, LocalDate asOf) {
        Evaluation evaluation = set.evaluate(subject, asOf);
        RecordFile record = read.getFirst();
        List<Beside> beside = read.stream().skip(1).map(one -> new Beside(one.slug(), one.name(), one.stated(), one.canonical())).toList();
        return new DossierContent(subject, evaluation, set.vocabulary(), set, DossierContent.Observed.stated(record.findings()), record.indices(), record.opinions(),
                record.gaps(), record.canonical(), beside, Issue.ofFile(evaluation, ProductVersion.current()));
    }

    private interface Rendering {
        byte[] bytes();
    }

    private static void write(Path file, Rendering rendering, List<Problem> problems) {
        try {
            byte[] pdf = rendering.bytes();
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.write(file, pdf);
        } catch (CharacterNotCovered e) {
            problems.add(new Problem(file.toString(), 0, 0, "was not rendered: " + e.getMessage()));
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), 0, 0, "cannot be written: " + e.getMessage()));
        }
    }
}
