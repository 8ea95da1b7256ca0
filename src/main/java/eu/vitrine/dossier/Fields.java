package eu.vitrine.dossier;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template may read: named texts, numbers, truths, lists and further fields, and nothing with methods of the trade. A
 * name that was never given is an error, so that a slip in a template cannot print a blank.
 */
final class Fields extends AbstractMap<String, @Nullable Object> {

    private static final Pattern GROUP = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");
    private static final String MONTHS = "(January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern DAY = Pattern.compile("(?<=\\b\\d{1,2}) (?=" + MONTHS + "\\b)");
    private static final Pattern YEAR = Pattern.compile("(?<=\\b" + MONTHS + ") (?=\\d{4}\\b)");
    private static final Pattern POWER = Pattern.compile("(?<=\\d) (?=× 10)|(?<=\\d ×) (?=10)|(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹]) (?=FLOP)");
    private static final List<Pattern> GLUE = List.of(GROUP, DAY, YEAR, POWER);

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    Fields() {}

    /** A copy, to be given more. */
    Fields(Fields others) {
        fields.putAll(others.fields);
    }

    Fields with(String name, @Nullable Object value) {
        fields.put(name, readable(value));
        return this;
    }

    /** A drawing, which goes into the document as the markup it is; empty where there is none. */
    Fields drawing(String name, Optional<Figure> figure) {
        fields.put(name, figure.map(Figure::svg).orElse(""));
        return this;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (!fields.containsKey(name)) {
            throw new IllegalArgumentException("a template asks for \"" + name + "\"; there are " + fields.keySet());
        }
        return fields.get(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return fields.entrySet();
    }

    private static @Nullable Object readable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> glued(printable(text));
            case Integer number -> number;
            case Boolean truth -> truth;
            case Fields more -> more;
            case List<?> list -> list.stream().map(Fields::readable).toList();
            default -> throw new IllegalArgumentException("templates cannot read " + value.getClass());
        };
    }

    /** Keeps a number with its groups, power and unit, and a date, on one line. */
    private static String glued(String text) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        String glued = text;
        for (Pattern gap : GLUE) {
            glued = gap.matcher(glued).replaceAll("\u00a0");
        }
        return glued;
    }

    /** Shows the characters that XML cannot carry by their code points, where they would be dropped. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
                out.append("‹U+%04X›".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
