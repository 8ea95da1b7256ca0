package eu.vitrine.assessment;

import eu.vitrine.exchange.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records that ship with the product, as files. */
public final class Catalogue {

    private Catalogue() {}

    public static List<Source> files() {
        return text("index.txt").lines().map(name -> new Source(name, text(name).getBytes(StandardCharsets.UTF_8))).toList();
    }

    /** One file with a text replaced that occurs in it. */
    public static Source changed(String slug, String from, String to) {
        String text = text(slug + ".yaml");
        if (!text.contains(from)) {
            throw new IllegalArgumentException(slug + " does not say " + from);
        }
        return new Source(slug + ".yaml", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/catalogue/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no /catalogue/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
