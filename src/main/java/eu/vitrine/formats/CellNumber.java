package eu.vitrine.formats;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them in cells: {@code 2e25}, {@code 1,5}, {@code 2e25 (1e25..3e25)}, {@code >= 10}, {@code 30 EUR}. */
final class CellNumber {

    private static final String PLAIN = "[-+]?[0-9][0-9.,   '’]*(?:[eE][-+]?[0-9]+)?";
    private static final Pattern RANGE = Pattern.compile("(" + PLAIN + ")\\s*\\.\\.\\s*(" + PLAIN + ")");
    private static final Pattern LEAST = Pattern.compile("(?:>=|≥|at least)\\s*(" + PLAIN + ")");
    private static final Pattern MOST = Pattern.compile("(?:<=|≤|at most)\\s*(" + PLAIN + ")");
    private static final Pattern WITH_INTERVAL = Pattern.compile("(" + PLAIN + ")\\s*\\((.*)\\)");
    private static final Pattern CURRENCY = Pattern.compile("(.*?)\\s*([A-Z]{3})");
    private static final Pattern ENGLISH = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern CONTINENTAL = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?");

    private CellNumber() {}

    /** Empty where the amount says by whom or how it was found, for which a cell has no place. */
    static Optional<String> write(FactValue.Amount amount) {
        if (amount.by() != null || amount.method() != null) {
            return Optional.empty();
        }
        String interval = amount.min() != null && amount.max() != null ? amount.min() + ".." + amount.max()
                : amount.min() != null ? ">= " + amount.min() : amount.max() != null ? "<= " + amount.max() : "";
        String number = amount.value() == null ? interval : amount.value() + (interval.isEmpty() ? "" : " (" + interval + ")");
        String unit = amount.unit();
        boolean currency = unit != null && unit.matches("[A-Z]{3}");
        return Optional.of(currency && amount.unit() != null ? number + " " + unit : number);
    }

    /** @throws IllegalArgumentException with a sentence, when the text is no number or can be read in two ways */
    static Map<String, Object> read(FactDeclaration declared, String cell, boolean decimalComma) {
        Map<String, Object> keys = new LinkedHashMap<>();
        String text = cell;
        if (declared.type() == FactType.MONEY) {
            Matcher money = CURRENCY.matcher(text);
            if (money.matches()) {
                text = money.group(1);
                keys.put("currency", money.group(2));
            }
        } else if (declared.unit() != null && text.endsWith(declared.unit())) {
            text = text.substring(0, text.length() - declared.unit().length()).strip();
        }
        Matcher both = WITH_INTERVAL.matcher(text);
        if (both.matches()) {
            keys.put("value", number(declared, both.group(1), decimalComma));
            interval(declared, both.group(2).strip(), decimalComma, keys);
        } else if (!text.matches(PLAIN)) {
            interval(declared, text, decimalComma, keys);
        } else {
            keys.put("value", number(declared, text, decimalComma));
        }
        return keys;
    }

    private static void interval(FactDeclaration declared, String text, boolean decimalComma, Map<String, Object> keys) {
        Matcher range = RANGE.matcher(text);
        Matcher least = LEAST.matcher(text);
        Matcher most = MOST.matcher(text);
        if (range.matches()) {
            keys.put("min", number(declared, range.group(1), decimalComma));
            keys.put("max", number(declared, range.group(2), decimalComma));
        } else if (least.matches()) {
            keys.put("min", number(declared, least.group(1), decimalComma));
        } else if (most.matches()) {
            keys.put("max", number(declared, most.group(1), decimalComma));
        } else {
            throw new IllegalArgumentException("\"" + declared.id() + "\" must be a number, not \"" + text + "\"");
        }
    }

    private static BigDecimal number(FactDeclaration declared, String written, boolean decimalComma) {
        String text = written.strip().replaceAll("(?<=[0-9])[   '’](?=[0-9]{3})", "");
        boolean whole = declared.type() == FactType.INTEGER;
        if (text.indexOf(',') >= 0 && text.indexOf('.') >= 0) {
            text = ENGLISH.matcher(text).matches() ? text.replace(",", "") : CONTINENTAL.matcher(text).matches() ? text.replace(".", "").replace(',', '.') : text;
        } else if (text.indexOf(',') >= 0) {
            boolean groups = ENGLISH.matcher(text).matches();
            refuseTwoReadings(declared, written, groups && !whole && !decimalComma);
            text = groups && (whole || text.indexOf(',') != text.lastIndexOf(',')) ? text.replace(",", "") : text.replace(',', '.');
        } else if (text.indexOf('.') >= 0 && CONTINENTAL.matcher(text).matches() && (whole || decimalComma)) {
            refuseTwoReadings(declared, written, !whole && text.indexOf('.') == text.lastIndexOf('.'));
            text = text.replace(".", "");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) > 400) {
                throw new IllegalArgumentException("\"" + declared.id() + "\" is too large or too small a number: \"" + written.strip() + "\"");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + declared.id() + "\" must be a number, not \"" + written.strip() + "\"", e);
        }
    }

    private static void refuseTwoReadings(FactDeclaration declared, String written, boolean two) {
        if (two) {
            throw new IllegalArgumentException("the number \"" + written.strip() + "\" of \"" + declared.id()
                    + "\" can be read in two ways; write it without separators between the thousands");
        }
    }
}
