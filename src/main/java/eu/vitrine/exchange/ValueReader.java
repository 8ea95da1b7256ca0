package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.facts.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values by their declared type. A value that is not of the type is a problem and reads as null. */
final class ValueReader {

    /** No fact about a model, a licence or a use is older or lies further ahead; such a date is a slip of the pen. */
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final List<Problem> problems;

    ValueReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** A value that is neither a list nor a table. */
    @Nullable FactValue single(String what, FactType type, Map<String, String> choices, Located node) {
        switch (type) {
            case BOOLEAN -> {
                if (node instanceof Located.Scalar scalar && scalar.value() instanceof Boolean flag) {
                    return new FactValue.Truth(flag);
                }
                return wrong(node, what, "true or false");
            }
            case INTEGER, DECIMAL, QUANTITY, MONEY -> {
                BigDecimal number = number(what, type, node);
                return number == null ? null : FactValue.Amount.of(number);
            }
            case DATE -> {
                Day day = day(what, node);
                return day == null ? null : new FactValue.Date(day);
            }
            default -> {
                String text = text(what, type, choices, node, false);
                return text == null ? null : new FactValue.Text(text);
            }
        }
    }

    /** A number of this type that survives as a number of JSON. */
    @Nullable BigDecimal number(String what, FactType type, Located node) {
        if (!(node instanceof Located.Scalar scalar) || !(scalar.value() instanceof BigDecimal number)) {
            return wrong(node, what, type == FactType.INTEGER ? "a whole number" : "a number");
        }
        if (type == FactType.INTEGER && number.stripTrailingZeros().scale() > 0) {
            return wrong(node, what, "a whole number");
        }
        if (number.signum() < 0 && type != FactType.DECIMAL) {
            return wrong(node, what, "zero or more");
        }
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest) || new BigDecimal(Double.toString(nearest)).compareTo(number) != 0) {
            problems.add(node.problem("\"" + what + "\" has more digits than can be kept; round the number \"" + scalar.text()
                    + "\" to 15 digits"));
            return null;
        }
        return number;
    }

    /** A date of one of the three precisions. */
    @Nullable Day day(String what, Located node) {
        if (!(node instanceof Located.Scalar scalar)
                || !(scalar.value() instanceof String || YEAR.matcher(scalar.text()).matches())) {
            return wrong(node, what, "a date (YYYY, YYYY-MM or YYYY-MM-DD)");
        }
        Day day = Day.parse(scalar.text()).orElse(null);
        if (day == null) {
            problems.add(node.problem("\"" + what + "\" must be a date of the calendar (YYYY, YYYY-MM or YYYY-MM-DD), not "
                    + node.described() + hint(scalar.text())));
        } else if (day.earliest().getYear() < FIRST_YEAR || day.latest().getYear() > LAST_YEAR) {
            return wrong(node, what, "a date from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    /** A text of this type; in a list, territories may be unions of countries. */
    @Nullable String text(
            String what, FactType type, Map<String, String> choices, Located node, boolean inList) {
        if (!(node instanceof Located.Scalar scalar) || !(scalar.value() instanceof String text)) {
            return wrong(node, what, "a text" + (node instanceof Located.Scalar ? " (put it in quotes)" : ""));
        }
        if (text.isBlank()) {
            problems.add(node.problem("\"" + what + "\" is an empty text; leave it out when it is unknown"));
            return null;
        }
        return switch (type) {
            case CHOICE -> choice(what, choices, node, text);
            case COUNTRY -> country(what, node, text, inList);
            case LANGUAGE -> Codes.isLanguage(text)
                    ? text
                    : wrong(node, what, "a language code such as \"de\" or \"zh-Hant\"");
            case URL -> url(what, node, text);
            default -> inList && text.equals("European Union") ? "EU" : text;
        };
    }

    private @Nullable String choice(String what, Map<String, String> choices, Located node, String text) {
        if (choices.containsKey(text)) {
            return text;
        }
        problems.add(node.problem("\"" + what + "\" has no choice \"" + shortened(text) + "\""
                + Spelling.nearest(text, choices.keySet()).map(near -> "; did you mean \"" + near + "\"?").orElse("")
                + hint(text) + (choices.size() > 15 ? "" : "; the choices are " + String.join(", ", choices.keySet()))));
        return null;
    }

    private @Nullable String country(String what, Located node, String text, boolean inList) {
        if (inList && text.equals("European Union")) {
            return "EU";
        }
        if (inList ? Codes.isTerritory(text) : Codes.isCountry(text)) {
            return text;
        }
        return wrong(node, what, "a country code of two capital letters such as \"DE\""
                + (inList ? ", or \"EU\" or \"EEA\"" : "") + hint(text));
    }

    /** An address on the web; other schemes are refused, so that a page may link to it. */
    @Nullable String url(String what, Located node, String text) {
        return Codes.isAddress(text)
                ? text
                : wrong(node, what, "an address that begins with https:// or http:// and has no spaces");
    }

    /** The SHA-256 of archived bytes, in the order of the file; of one written twice the first. */
    List<String> evidence(String what, @Nullable Located node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!(node instanceof Located.Sequence sequence)) {
            wrong(node, what, "a list of SHA-256 values");
            return List.of();
        }
        List<String> named = new ArrayList<>();
        for (Located item : sequence.items()) {
            if (item instanceof Located.Scalar scalar && scalar.value() instanceof String text && Claim.isEvidence(text)) {
                if (!named.contains(text)) {
                    named.add(text);
                }
            } else {
                wrong(item, what, "a SHA-256 of 64 digits 0-9 and a-f");
            }
        }
        return named;
    }

    /** Complains that a value is not what it must be. */
    <T> @Nullable T wrong(Located node, String what, String expected) {
        problems.add(node.problem("\"" + what + "\" must be " + expected + ", not " + node.described()));
        return null;
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** What to write where somebody wrote the name of a state as the value. */
    private static String hint(String text) {
        return State.of(text).isEmpty() ? "" : "; for the state write {state: " + text + "}";
    }
}
