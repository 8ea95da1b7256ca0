package eu.vitrine.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Facts in words for people, in English; the one place where values and states are worded. */
public final class FactWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /** From here on powers of ten read better than digits. */
    private static final BigDecimal LARGE = new BigDecimal("1e15");

    private FactWords() {}

    /** The chosen claim in words. */
    public static String of(FactDeclaration declaration, Fact fact) {
        return of(declaration, fact.claim());
    }

    /** A claim in words: its value, or its state. */
    public static String of(FactDeclaration declaration, Claim claim) {
        return claim.value() == null ? state(claim) : value(declaration, claim.value());
    }

    /** A state other than a value, in words. */
    public static String state(Claim claim) {
        return switch (claim.state()) {
            case VALUE -> "known";
            case NONE -> "none, says the source";
            case ABSENT -> claim.searched() == null || claim.searched().on() == null
                    ? "searched for, nothing found"
                    : "searched for on " + day(claim.searched().on()) + ", nothing found";
            case WITHHELD -> "not disclosed";
            case NOT_APPLICABLE -> "does not apply";
            case UNKNOWN -> "not known";
        };
    }

    private static String value(FactDeclaration declaration, FactValue value) {
        return switch (value) {
            case FactValue.Truth truth -> truth.value() ? "yes" : "no";
            case FactValue.Text text -> declaration.choices().getOrDefault(text.value(), text.value());
            case FactValue.Date date -> day(date.day());
            case FactValue.Amount amount -> amount(amount, declaration.unit());
            case FactValue.Items items -> items.values().isEmpty() ? "none" : String.join(", ",
                    items.values().stream().map(item -> declaration.choices().getOrDefault(item, item)).toList());
            case FactValue.Rows rows -> rows.rows().size() + (rows.rows().size() == 1 ? " entry" : " entries");
        };
    }

    /** A cell of a table in words. */
    public static String cell(FactDeclaration.Column column, FactValue value) {
        return switch (value) {
            case FactValue.Truth truth -> truth.value() ? "yes" : "no";
            case FactValue.Text text -> column.choices().getOrDefault(text.value(), text.value());
            case FactValue.Date date -> day(date.day());
            case FactValue.Amount amount -> amount(amount, null);
            case FactValue.Items items -> String.join(", ", items.values());
            case FactValue.Rows rows -> rows.rows().size() + " entries";
        };
    }

    /** An amount with its interval and unit. */
    static String amount(FactValue.Amount amount, @org.jspecify.annotations.Nullable String declaredUnit) {
        String unit = amount.unit() != null ? amount.unit() : declaredUnit;
        String suffix = unit == null ? "" : " " + unit;
        if (amount.value() != null && amount.statesInterval()) {
            return number(amount.value()) + " (" + interval(amount) + ")" + suffix;
        }
        return (amount.value() != null ? number(amount.value()) : interval(amount)) + suffix;
    }

    private static String interval(FactValue.Amount amount) {
        if (amount.min() != null && amount.max() != null) {
            return number(amount.min()) + " to " + number(amount.max());
        }
        return amount.min() != null ? "at least " + number(amount.min()) : "at most " + number(java.util.Objects.requireNonNull(amount.max()));
    }

    /** A number: digits in groups, or a power of ten when it is large. */
    public static String number(double number) {
        return number(new BigDecimal(number, new MathContext(6, RoundingMode.HALF_EVEN)));
    }

    /** A number: digits in groups, or a power of ten when it is large. */
    public static String number(BigDecimal number) {
        if (number.abs().compareTo(LARGE) < 0) {
            BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return String.format(Locale.ENGLISH, "%,." + Math.max(0, Math.min(6, plain.scale())) + "f", plain).replace(',', ' ');
        }
        BigDecimal rounded = number.round(new MathContext(3, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return (mantissa.equals("1") ? "" : mantissa + " × ") + "10" + superscript(exponent);
    }

    private static String superscript(int number) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return raised.toString();
    }

    /** A date with its precision. */
    public static String day(Day day) {
        return switch (day.text().length()) {
            case 4 -> day.text();
            case 7 -> MONTH.format(day.earliest());
            default -> date(day.earliest());
        };
    }

    /** A full date, for example 2 August 2027. */
    public static String date(LocalDate day) {
        return DAY.format(day);
    }

    /** Words joined as in a sentence: "a, b and c". */
    public static String joined(List<String> words) {
        return words.size() < 2 ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
