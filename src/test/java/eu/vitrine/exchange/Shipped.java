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

/** The vocabulary, the catalogue and the licences as they ship. */
final class Shipped {

    static final Vocabulary VOCABULARY = vocabulary();
    static final List<Source> CATALOGUE = files("/catalogue/");
    static final List<Source> LICENCES = files("/licences/");

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

    private static List<Source> files(String folder) {
        String index = new String(resource(folder + "index.txt"), StandardCharsets.UTF_8);
        return index.lines().map(name -> new Source(name, resource(folder + name))).toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("an index names " + name + ", which is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
