package eu.vitrine.dashboard;

import eu.vitrine.web.DatesInWords;
import java.time.LocalDate;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of what changed in a week, for programs. */
@RestController
@PreAuthorize("isAuthenticated()")
class ChangesEndpoints {

    private final Changes changes;
    private final DatesInWords dates;
    private final MessageSource messages;

    ChangesEndpoints(Changes changes, DatesInWords dates, MessageSource messages) {
        this.changes = changes;
        this.dates = dates;
        this.messages = messages;
    }

    /**
     * What the page of that week shows to the same person.
     *
     * @throws NoSuchWeek if no such week can be looked back at
     */
    @GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    WeekAnswer week(@RequestParam(defaultValue = "") String week) {
        LocalDate today = dates.today();
        CalendarWeek asked = CalendarWeek.asked(week, today).orElseThrow(() -> new NoSuchWeek(week, CalendarWeek.of(today)));
        return WeekAnswer.of(changes.in(asked), asked.after(today).map(CalendarWeek::code).orElse(null),
                (key, args) -> messages.getMessage(key, args.toArray(), LocaleContextHolder.getLocale()));
    }
}
