package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Started with little memory by {@link LittleMemoryTests}: reads files one after the other and says what became of each. */
final class ReadsHostileFiles {

    private ReadsHostileFiles() {}

    /** @param args for each file its format and its path */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 0; i < args.length; i += 2) {
            Path path = Path.of(args[i + 1]);
            Imported imported = FuzzedFormatsTests.holds(args[i], List.of(new Source(path.getFileName().toString(), Files.readAllBytes(path))));
            String said = imported.records().isEmpty() ? "refused: " + imported.remarks().getFirst().problem() : "read";
            out.println(path.getFileName() + " " + said.replace('\n', ' '));
        }
    }
}
