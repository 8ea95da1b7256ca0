package eu.vitrine.facts;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML by the 1.2 core schema (booleans are {@code true} and {@code false} only, there are no implicit dates,
 * {@code NO} is Norway) and JSON alike. Duplicate keys, tags and cycles are refused; size, depth, entries and aliases are bounded
 * while the file is read, so that no content costs much memory or a deep stack.
 */
public final class LocatedReader {

    /** Small entries cost many times their letters in memory. */
    static final int MAX_NODES = 300_000;
    static final int MAX_YAML = 3 * 1024 * 1024;
    static final int MAX_JSON = 4 * 1024 * 1024;
    private static final int MAX_NUMBER_LENGTH = 100;
    /** JSON begins so; a YAML flow mapping with bare keys does not. */
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[)");
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** Beyond this exponent a number is a mistake, and writing it out would exhaust the memory. */
    private static final int MAX_EXPONENT = 400;

    private LocatedReader() {}

    /**
     * Reads one document. A byte order mark before it is passed over.
     *
     * @param text the content of the file
     * @param file the name to use in complaints
     * @throws InvalidFile when it is not one well-formed document within the limits; never anything else, whatever the content
     */
    public static Located read(String text, String file) {
        String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean json = JSON.matcher(document).lookingAt();
        int most = json ? MAX_JSON : MAX_YAML;
        if (document.length() > most && document.codePointCount(0, document.length()) > most) {
            throw new InvalidFile(new Problem(file, 1, 1, "the file is too long; at most " + most + " characters are read"));
        }
        return json ? LocatedJson.read(document, file) : LocatedYaml.read(document, file);
    }

    static InvalidFile tooManyNodes(String file, int line, int column) {
        return new InvalidFile(new Problem(file, line, column, "the file has too many entries: more than " + MAX_NODES
                + " entries, and what an alias repeats counts again"));
    }

    /** What a plain scalar says by the core schema. */
    static @Nullable Object core(String file, int line, int column, String text) {
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if (TRUE.matcher(text).matches()) {
            return Boolean.TRUE;
        }
        if (FALSE.matcher(text).matches()) {
            return Boolean.FALSE;
        }
        return NUMBER.matcher(text).matches() ? number(file, line, column, text) : text;
    }

    /**
     * A number that stands for itself, read within the same limits as one in a file.
     *
     * @param place what to name in complaints
     * @throws InvalidFile when it is too long or out of range
     */
    public static Located.Scalar number(String place, String text) {
        return new Located.Scalar(place, 0, 0, number(place, 0, 0, text), text);
    }

    static BigDecimal number(String file, int line, int column, String text) {
        Problem tooLarge = new Problem(file, line, column, "the number \"" + shortened(text) + "\" is out of range");
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new InvalidFile(tooLarge);
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InvalidFile(tooLarge);
        }
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
            throw new InvalidFile(tooLarge);
        }
        return number;
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
