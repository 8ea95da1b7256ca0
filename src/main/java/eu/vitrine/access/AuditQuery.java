package eu.vitrine.access;

import eu.vitrine.audit.AuditFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the audit log, as typed. What is no date is as if it had been left blank.
 *
 * @param type kind of object
 * @param id identity of the object
 * @param who identity of a user
 * @param what an action, or its first word
 * @param from first day, as in {@code 2026-11-25}
 * @param until last day
 */
record AuditQuery(@Nullable String type, @Nullable String id, @Nullable String who, @Nullable String what, @Nullable String from, @Nullable String until) {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int YEARS_THAT_DATABASES_KEEP = 9999;

    AuditQuery {
        type = typed(type);
        id = typed(id);
        who = typed(who);
        what = typed(what);
        from = day(from) == null ? "" : typed(from);
        until = day(until) == null ? "" : typed(until);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    AuditFilter filter() {
        LocalDate last = day(until);
        return new AuditFilter(typed(type), typed(id), typed(who), typed(what), begin(day(from)), begin(last == null ? null : last.plusDays(1)));
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(BRUSSELS).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(typed(text));
            return day.getYear() < 1 || day.getYear() >= YEARS_THAT_DATABASES_KEEP ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
