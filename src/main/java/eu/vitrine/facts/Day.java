package eu.vitrine.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date with its precision: a year or a month is the range of its days.
 *
 * @param text as written: {@code 2025}, {@code 2025-01} or {@code 2025-01-20}
 * @param earliest first day of the range
 * @param latest last day of the range, the same as {@code earliest} for a full date
 */
public record Day(String text, LocalDate earliest, LocalDate latest) {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The date written so, or empty when it is not one of the three forms or not a day of the calendar. */
    public static Optional<Day> parse(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return Optional.of(new Day(text, day, day));
            }
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(new Day(text, month.atDay(1), month.atEndOfMonth()));
            }
            if (YEAR.matcher(text).matches()) {
                int year = Integer.parseInt(text);
                return Optional.of(new Day(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A full date. */
    public static Day of(LocalDate day) {
        return new Day(day.toString(), day, day);
    }
}
