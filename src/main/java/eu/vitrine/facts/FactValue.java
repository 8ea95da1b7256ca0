package eu.vitrine.facts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of a fact, as its source gives it. */
public sealed interface FactValue {

    /** A boolean. */
    record Truth(boolean value) implements FactValue {}

    /** A text, address, country, language, choice or the slug of a referred record. */
    record Text(String value) implements FactValue {}

    /** A date, possibly no more precise than a month or year. */
    record Date(Day day) implements FactValue {}

    /**
     * A number, possibly with a range. At least one of {@code value}, {@code min} and {@code max} is present.
     *
     * @param value the figure stated
     * @param min lower end of the interval that the source gives; alone it means "at least"
     * @param max upper end of the interval that the source gives; alone it means "at most"
     * @param unit unit of a quantity, or currency of money
     * @param by who states or estimates it
     * @param method how it was arrived at
     */
    record Amount(
            @Nullable BigDecimal value,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String unit,
            @Nullable String by,
            @Nullable String method)
            implements FactValue {

        /** Up to this many digits before the point, a number is kept written out. */
        private static final int WRITTEN_OUT = 21;

        public Amount {
            value = normal(value);
            min = normal(min);
            max = normal(max);
        }

        /** One form for each number, so that {@code 2e25} and {@code 20e24} are equal. */
        private static @Nullable BigDecimal normal(@Nullable BigDecimal number) {
            if (number == null) {
                return null;
            }
            BigDecimal stripped = number.stripTrailingZeros();
            boolean written = stripped.scale() < 0 && (long) stripped.precision() - stripped.scale() <= WRITTEN_OUT;
            return written ? stripped.setScale(0) : stripped;
        }

        /** A bare number without a range. */
        public static Amount of(BigDecimal value) {
            return new Amount(value, null, null, null, null, null);
        }

        /** Whether the source gives an interval of its own. */
        public boolean statesInterval() {
            return min != null || max != null;
        }

        /** The least it can be; minus infinity when only an upper end is known. */
        public double low() {
            return min != null ? min.doubleValue() : max != null && value == null ? Double.NEGATIVE_INFINITY : point();
        }

        /** The most it can be; plus infinity when only a lower end is known. */
        public double high() {
            return max != null ? max.doubleValue() : min != null && value == null ? Double.POSITIVE_INFINITY : point();
        }

        /** The figure itself, else the middle of the ends that are known. */
        public double point() {
            if (value != null) {
                return value.doubleValue();
            }
            if (min != null && max != null) {
                return min.add(max).doubleValue() / 2;
            }
            return min != null ? min.doubleValue() : max != null ? max.doubleValue() : Double.NaN;
        }
    }

    /** A list in the order of the source. */
    record Items(List<String> values) implements FactValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A table in the order of the source. */
    record Rows(List<Row> rows) implements FactValue {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of a table.
     *
     * @param cells values by column; a missing column is unknown
     * @param sourceUrl the row's own source, where it has one
     * @param asOf date of the row's own source
     * @param evidence SHA-256 of the archived bytes of the row's own source, in lower-case hexadecimal
     */
    record Row(Map<String, FactValue> cells, @Nullable String sourceUrl, @Nullable Day asOf, List<String> evidence) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            evidence = List.copyOf(evidence);
            evidence.forEach(Claim::evidence);
        }

        /** A row for whose source no bytes are kept. */
        public Row(Map<String, FactValue> cells, @Nullable String sourceUrl, @Nullable Day asOf) {
            this(cells, sourceUrl, asOf, List.of());
        }

        /** The cell of this column, or null when the row does not state it. */
        public @Nullable FactValue cell(String column) {
            return cells.get(column);
        }
    }
}
