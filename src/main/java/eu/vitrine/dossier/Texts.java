package eu.vitrine.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Sentences that depend on what is known, by key; the words that never change stand in the templates themselves. */
final class Texts {

    private static final String FILE = "/templates/dossier/texts_en.properties";

    private final Properties texts = new Properties();

    private Texts() {}

    static Texts english() {
        Texts texts = new Texts();
        try (InputStream in = Texts.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            texts.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The text with its first letter large, as at the beginning of a line. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * The text of this key.
     *
     * @param arguments names and values in turn; {@code {name}} is replaced once, so a value may hold braces
     */
    String of(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException(FILE + " has no text for " + key);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                return text.append(pattern, at, pattern.length()).toString();
            }
            text.append(pattern, at, open).append(argument(key, pattern.substring(open + 1, close), arguments));
            at = close + 1;
        }
        return text.toString();
    }

    private static Object argument(String key, String name, Object... arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new IllegalStateException("the text of " + key + " asks for {" + name + "}, which it is not given");
    }

    /** The text of {@code key.one} or {@code key.many} with {@code {n}} filled in. */
    String count(String key, int n) {
        return of(key + (n == 1 ? ".one" : ".many"), "n", n);
    }

    /** The words of a constant, under {@code group.NAME}. */
    String of(Enum<?> constant, String group, Object... arguments) {
        return of(group + "." + constant.name(), arguments);
    }

    /** The words of a code, or the code as it is where there are none. */
    String code(String group, String code) {
        return has(group + "." + code) ? of(group + "." + code) : code.replace('_', ' ');
    }
}
