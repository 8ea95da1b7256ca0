package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The vocabulary and catalogue on board, for tests of tables. */
final class Cells {

    static final Vocabulary VOCABULARY = vocabulary();
    static final TableFormat FORMAT = new TableFormat(VOCABULARY);
    static final List<Source> CATALOGUE = catalogue();

    private Cells() {}

    /** A table as text. */
    static Imported csv(String text) {
        return FORMAT.read(List.of(file("t.csv", text)), Origin.UNKNOWN);
    }

    static Source file(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Vocabulary vocabulary() {
        try (Stream<Path> files = Files.list(Path.of("policies/vocabulary"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return VocabularyReader.read(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Source> catalogue() {
        Path folder = Path.of("src/main/resources/catalogue");
        try {
            return Files.readString(folder.resolve("index.txt")).lines().map(name -> {
                try {
                    return new Source(name, Files.readAllBytes(folder.resolve(name)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
