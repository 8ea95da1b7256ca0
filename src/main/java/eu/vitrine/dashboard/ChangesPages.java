package eu.vitrine.dashboard;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.NavEntry;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that officers begin the week with: what changed, what rests on it, what to check again. */
@Controller
@PreAuthorize("isAuthenticated()")
class ChangesPages {

    private final Changes changes;
    private final DatesInWords dates;
    private final CurrentActor current;

    ChangesPages(Changes changes, DatesInWords dates, CurrentActor current) {
        this.changes = changes;
        this.dates = dates;
        this.current = current;
    }

    @Bean
    @Order(50)
    static NavEntry whatChanged() {
        return new NavEntry("nav.changes", "/changes", true);
    }

    /** @param week any day of the week asked for; this week where it is no day or lies ahead */
    @GetMapping("/changes")
    String week(@RequestParam(defaultValue = "") String week, Model page) {
        LocalDate today = dates.today();
        LocalDate monday = asked(week, today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        page.addAttribute("week", changes.between(monday, monday.plusDays(6), !current.has(Role.PROCUREMENT) || current.has(Role.OFFICER)));
        page.addAttribute("previous", monday.minusWeeks(1));
        page.addAttribute("next", monday.plusWeeks(1).isAfter(today) ? null : monday.plusWeeks(1));
        page.addAttribute("thisWeek", !monday.plusDays(6).isBefore(today));
        return "dashboard/changes";
    }

    private static LocalDate asked(String week, LocalDate today) {
        try {
            LocalDate day = week.isEmpty() ? today : LocalDate.parse(week);
            return day.isAfter(today) || day.getYear() < 2000 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }
}
