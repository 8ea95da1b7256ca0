package eu.vitrine.typeset;

import java.awt.Color;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values a theme may use. Every reader throws {@link IllegalArgumentException} with a reason. */
final class CssValues {

    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(pt|mm|em)");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LONGEST = 5000;

    private CssValues() {}

    /** A length; em is resolved by the font size of the element. */
    record Length(double value, boolean em) {
        double points(double fontSize) {
            return em ? value * fontSize : value;
        }
    }

    /** A length or a percentage of the column. */
    record Share(@Nullable Length length, double fraction) {
        Style.Extent extent(double fontSize) {
            return new Style.Extent(length == null ? 0 : length.points(fontSize), fraction);
        }
    }

    /** A solid line, or none. */
    record Rule(@Nullable Length width, @Nullable Color color) {
        Style.Edge edge(double fontSize) {
            return width == null ? Style.Edge.NONE : new Style.Edge(width.points(fontSize), color);
        }
    }

    static Length length(String value) {
        if (value.equals("0")) {
            return new Length(0, false);
        }
        Matcher matcher = LENGTH.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + value + "' is not a length such as 10pt, 2.5mm or 1.2em");
        }
        double number = Double.parseDouble(matcher.group(1));
        if (number > LONGEST) {
            throw new IllegalArgumentException("'" + value + "' is too long");
        }
        return switch (matcher.group(2)) {
            case "pt" -> new Length(number, false);
            case "mm" -> new Length(number * POINTS_PER_MM, false);
            default -> new Length(number, true);
        };
    }

    /** A length that may be negative. */
    static Length signed(String value) {
        boolean negative = value.startsWith("-");
        Length length = length(negative ? value.substring(1) : value);
        return negative ? new Length(-length.value(), length.em()) : length;
    }

    static Length positive(String value) {
        Length length = length(value);
        if (length.value() <= 0 || length.value() > 1200) {
            throw new IllegalArgumentException("'" + value + "' must be more than nothing and at most 1200pt");
        }
        return length;
    }

    static Share share(String value) {
        Matcher matcher = PERCENT.matcher(value);
        if (!matcher.matches()) {
            return new Share(positive(value), 0);
        }
        double percent = Double.parseDouble(matcher.group(1));
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("'" + value + "' is not between 0% and 100%");
        }
        return new Share(null, percent / 100);
    }

    static double factor(String value) {
        if (!value.matches("[1-4](\\.\\d+)?")) {
            throw new IllegalArgumentException("'" + value + "' is not a plain factor from 1 to 4");
        }
        return Double.parseDouble(value);
    }

    static Color color(String value) {
        if (value.matches("#[0-9a-fA-F]{6}")) {
            return new Color(Integer.parseInt(value.substring(1), 16));
        }
        if (value.matches("#[0-9a-fA-F]{3}")) {
            String doubled = value.substring(1).replaceAll("(.)", "$1$1");
            return new Color(Integer.parseInt(doubled, 16));
        }
        throw new IllegalArgumentException("'" + value + "' is not a colour such as #16202c");
    }

    static @Nullable Color colorOrNone(String value) {
        return value.equals("none") ? null : color(value);
    }

    static Rule rule(String value) {
        if (value.equals("none")) {
            return new Rule(null, null);
        }
        String[] parts = value.split("\\s+");
        if (parts.length != 3 || !parts[1].equals("solid")) {
            throw new IllegalArgumentException("'" + value + "' is neither none nor of the form 0.3pt solid #d9d5cc");
        }
        return new Rule(positive(parts[0]), color(parts[2]));
    }

    static Length[] fourSides(String value) {
        String[] parts = value.split("\\s+");
        if (parts.length > 4) {
            throw new IllegalArgumentException("'" + value + "' has more than four sides");
        }
        Length[] given = new Length[parts.length];
        for (int i = 0; i < parts.length; i++) {
            given[i] = length(parts[i]);
        }
        Length top = given[0];
        Length right = given.length > 1 ? given[1] : top;
        Length bottom = given.length > 2 ? given[2] : top;
        Length left = given.length > 3 ? given[3] : right;
        return new Length[] {top, right, bottom, left};
    }

    static <T> T oneOf(String value, Map<String, T> words) {
        T found = words.get(value);
        if (found == null) {
            throw new IllegalArgumentException("'" + value + "' is not one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return found;
    }
}
