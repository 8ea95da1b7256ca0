package eu.vitrine.dashboard;

import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.NavEntry;
import java.time.LocalDate;
import java.util.Optional;
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

    ChangesPages(Changes changes, DatesInWords dates) {
        this.changes = changes;
        this.dates = dates;
    }

    @Bean
    @Order(50)
    static NavEntry whatChanged() {
        return new NavEntry("nav.changes", "/changes", true);
    }

    /** @param week as {@link CalendarWeek#asked} takes it; where that finds none, the present week is shown and said to be */
    @GetMapping("/changes")
    String week(@RequestParam(defaultValue = "") String week, Model page) {
        LocalDate today = dates.today();
        Optional<CalendarWeek> asked = CalendarWeek.asked(week, today);
        CalendarWeek shown = asked.orElse(CalendarWeek.of(today));
        page.addAttribute("week", changes.in(shown));
        page.addAttribute("previous", shown.before().code());
        page.addAttribute("next", shown.after(today).map(CalendarWeek::code).orElse(null));
        page.addAttribute("noWeek", asked.isEmpty());
        return "dashboard/changes";
    }
}
