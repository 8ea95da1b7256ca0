package eu.vitrine.assessment;

import eu.vitrine.exchange.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The example files of {@code docs/examples}: an organisation, two services, three uses. */
public final class Examples {

    private Examples() {}

    public static List<Source> files() {
        try (var files = Files.list(Path.of("docs/examples"))) {
            return files.sorted().map(file -> new Source(file.getFileName().toString(), text(file).getBytes(StandardCharsets.UTF_8))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file with a text replaced that occurs in it. */
    public static Source changed(String name, String from, String to) {
        String text = text(Path.of("docs/examples", name + ".yaml"));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " does not say " + from);
        }
        return new Source(name + ".yaml", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
