package eu.vitrine.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a tree as YAML in block style. A text stands plain only where neither YAML 1.1 nor 1.2 could read it as anything
 * else; every other text is quoted as in JSON, which YAML reads alike.
 */
final class YamlText {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]([A-Za-z0-9_./()+;=~-]|:(?=[A-Za-z0-9/_])| (?=[A-Za-z0-9(]))*");
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** The text of a tree of maps, lists, strings, numbers, booleans and nulls. */
    static String of(Map<String, Object> tree) {
        YamlText text = new YamlText();
        text.mapping(tree, 0, false);
        return text.out.toString();
    }

    private void mapping(Map<?, ?> tree, int depth, boolean afterDash) {
        boolean first = afterDash;
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            if (!first) {
                indent(depth);
            }
            first = false;
            out.append(scalar(entry.getKey())).append(':');
            below(entry.getValue(), depth);
        }
    }

    private void below(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            mapping(map, depth + 1, false);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            for (Object item : list) {
                indent(depth);
                out.append("- ");
                if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                    mapping(map, depth + 1, true);
                } else {
                    out.append(scalar(item)).append('\n');
                }
            }
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> empty -> "{}";
            case List<?> empty -> "[]";
            case BigDecimal number -> number(number.toString());
            case String text -> PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                    ? text : quoted(text);
            default -> value.toString();
        };
    }

    /** With a point in the mantissa, without which YAML 1.1 takes a number with an exponent for a text. */
    private static String number(String text) {
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        String mantissa = text.substring(0, exponent);
        return mantissa + (mantissa.indexOf('.') < 0 ? ".0e" : "e") + text.substring(exponent + 1);
    }

    /** As JSON does; characters that YAML does not take as they are become escapes. */
    private static String quoted(String text) {
        StringBuilder escaped = new StringBuilder();
        MAPPER.writeValueAsString(text).codePoints().forEach(c -> {
            if (c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF) {
                escaped.append("\\u%04X".formatted(c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
