package eu.vitrine.cli;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.LogFile;
import eu.vitrine.proof.LogVerdict;
import eu.vitrine.proof.Malformed;
import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.Trust;
import eu.vitrine.proof.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies an exported audit log without server and network. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Verifies that an exported audit log is as it was recorded: every event, every checkpoint, and nothing missing.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:intact, and signed for by a trusted key", "1:altered; the first event at which it shows is named",
            "2:not all of it is proven, or a file could not be read", "3:wrong usage"})
final class VerifyCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "AUDIT-EXPORT", description = "The file that the audit page of the server exports.")
    private Path export = Path.of("");

    @Option(names = "--key", paramLabel = "FILE",
            description = "Public keys you trust, one a line, as the audit page shows them. Get them from the administrator, not together with the export.")
    private List<Path> keys = List.of();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "A checkpoint that was kept outside the server; shows a log cut short or written anew.")
    private List<Path> checkpoints = List.of();

    VerifyCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Trust trust = new Trust(keys.stream().flatMap(file -> read(file, VerifyCommand::keys).stream()).toList(),
                checkpoints.stream().map(file -> read(file, VerifyCommand::checkpoint)).toList());
        LogVerdict verdict;
        try (InputStream bytes = Files.newInputStream(export)) {
            verdict = LogFile.verify(bytes, trust);
        } catch (Malformed e) {
            throw unreadable(export, e.getMessage());
        } catch (IOException e) {
            throw unreadable(export, why(e));
        }
        int exit = say(verdict);
        verdict.notices().forEach(output.out()::println);
        output.out().flush();
        return exit;
    }

    private int say(LogVerdict verdict) {
        return switch (verdict) {
            case LogVerdict.Intact intact -> {
                line("Intact: %,d events, and %s. Every event is as it was when a trusted key signed for it.", intact.events(),
                        intact.checkpoints() == 1 ? "a checkpoint" : String.format(Locale.ROOT, "%,d checkpoints", intact.checkpoints()));
                line("Root %s", intact.root());
                yield Exit.OK;
            }
            case LogVerdict.Altered altered -> {
                line("Altered. %s", altered.what());
                yield Exit.FAILED;
            }
            case LogVerdict.Incomplete incomplete -> {
                line("Incomplete: nothing speaks against the %,d events, but not all of it is proven.", incomplete.events());
                incomplete.missing().forEach(output.out()::println);
                line("Root %s", incomplete.root());
                yield Exit.UNREADABLE;
            }
        };
    }

    private void line(String format, Object... values) {
        output.out().println(String.format(Locale.ROOT, format, values));
    }

    private static List<VerifierKey> keys(String text) {
        List<VerifierKey> keys = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> keys.add(VerifierKey.parse(line)));
        if (keys.isEmpty()) {
            throw new Malformed("holds no public key");
        }
        return keys;
    }

    private static SignedNote checkpoint(String text) {
        SignedNote note = SignedNote.parse(text.replace("\r\n", "\n"));
        Checkpoint.of(note);
        return note;
    }

    private static <T> T read(Path file, Function<String, T> reading) {
        try {
            return reading.apply(Files.readString(file));
        } catch (Malformed e) {
            throw unreadable(file, e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, why(e));
        }
    }

    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "does not exist";
            case CharacterCodingException coding -> "is not text in UTF-8";
            default -> "cannot be read";
        };
    }

    private static InvalidFile unreadable(Path file, String why) {
        return new InvalidFile(List.of(new Problem(file.toString(), 0, 0, why)));
    }
}
