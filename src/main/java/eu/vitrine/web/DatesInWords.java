package eu.vitrine.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates as people say them, in the language of the page and the time of Brussels, which is the law's. Templates call it
 * as {@code @dates}.
 */
@Component("dates")
public class DatesInWords {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final MessageSource messages;
    private final Clock clock;

    DatesInWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Today in Brussels. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(BRUSSELS));
    }

    /** What is left of a day and of those before it, in Brussels; nothing where it is over. */
    public Duration untilEndOf(LocalDate day) {
        Duration left = Duration.between(clock.instant(), day.plusDays(1).atStartOfDay(BRUSSELS).toInstant());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** {@code 2 August 2027}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", LocaleContextHolder.getLocale()).format(day);
    }

    /** The day of a moment in Brussels, as {@link #day(LocalDate)}. */
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, BRUSSELS));
    }

    /** {@code 2 August 2027, in 8 months}. */
    public String dayAndDistance(LocalDate day) {
        return day(day) + ", " + distance(day);
    }

    /** {@code 25 November 2026, 14:03}, to the minute. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", LocaleContextHolder.getLocale()).format(at.atZone(BRUSSELS));
    }

    /** {@code today}, {@code in 12 days}, {@code 8 months ago}: full units, the largest that counts to at least two. */
    public String distance(LocalDate day) {
        LocalDate today = today();
        boolean past = day.isBefore(today);
        LocalDate from = past ? day : today;
        LocalDate to = past ? today : day;
        long days = ChronoUnit.DAYS.between(from, to);
        long months = ChronoUnit.MONTHS.between(from, to);
        if (days == 0) {
            return say("date.today");
        }
        if (days == 1) {
            return say(past ? "date.yesterday" : "date.tomorrow");
        }
        String direction = past ? "date.ago." : "date.in.";
        if (months < 2) {
            return say(direction + "days", days);
        }
        return months < 24 ? say(direction + "months", months) : say(direction + "years", months / 12);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
