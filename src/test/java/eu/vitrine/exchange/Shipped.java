package eu.vitrine.exchange;

import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The vocabulary and the catalogue as they ship. */
final class Shipped {

    static final Vocabulary VOCABULARY = vocabulary();
    static final List<Source> CATALOGUE = catalogue();

    private Shipped() {}

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
        String index = new String(resource("index.txt"), StandardCharsets.UTF_8);
        return index.lines().map(name -> new Source(name, resource(name))).toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/catalogue/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the index of the catalogue names " + name + ", which is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
