package eu.vitrine.dashboard;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * A week from Monday to Sunday by ISO 8601.
 *
 * @param monday its first day
 */
record CalendarWeek(LocalDate monday) {

    private static final int FIRST_YEAR = 2000;
    private static final String WEEK = "\\d{4}-W\\d{2}";

    CalendarWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(monday + " is no Monday");
        }
    }

    /** The week that this day lies in. */
    static CalendarWeek of(LocalDate day) {
        return new CalendarWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /**
     * The week that somebody asks for, by its ISO name ({@code 2026-W47}) or by any of its days ({@code 2026-11-18}); the present
     * one where nothing is asked. Empty where it is neither, lies before 2000 or has not begun.
     */
    static Optional<CalendarWeek> asked(String text, LocalDate today) {
        if (text.isBlank()) {
            return Optional.of(of(today));
        }
        try {
            String asked = text.strip();
            CalendarWeek week = of(asked.matches(WEEK) ? LocalDate.parse(asked + "-1", DateTimeFormatter.ISO_WEEK_DATE) : LocalDate.parse(asked));
            return Optional.of(week).filter(one -> one.monday.getYear() >= FIRST_YEAR && !one.monday.isAfter(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its last day. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    CalendarWeek before() {
        return new CalendarWeek(monday.minusWeeks(1));
    }

    /** The week after, or empty where that has not begun. */
    Optional<CalendarWeek> after(LocalDate today) {
        return Optional.of(new CalendarWeek(monday.plusWeeks(1))).filter(next -> !next.monday.isAfter(today));
    }

    /** Its ISO name, such as {@code 2026-W47}. */
    public String code() {
        return String.format(Locale.ROOT, "%04d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
