package eu.vitrine.assessment;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.OpenDoors;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What becomes due and enforceable when, for which models and uses. */
@Controller
@RequestMapping("/outlook")
class OutlookPages {

    private final Outlooks outlooks;
    private final AsOf days;
    private final OpenDoors doors;

    OutlookPages(Outlooks outlooks, AsOf days, OpenDoors doors) {
        this.outlooks = outlooks;
        this.days = days;
        this.doors = doors;
    }

    @Bean
    @Order(400)
    static NavEntry outlookEntry() {
        return new NavEntry("nav.outlook", "/outlook");
    }

    /** @param day the day to show record by record, or null */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    String outlook(@RequestParam(required = false) @Nullable String day, Model page) {
        FormErrors errors = new FormErrors();
        page.addAttribute("outlook", outlooks.now());
        page.addAttribute("mayReadPolicies", doors.lead("/policies"));
        if (day != null && !day.isBlank()) {
            LocalDate asked = days.read(day, errors);
            if (!errors.any()) {
                page.addAttribute("day", asked);
                page.addAttribute("lines", outlooks.on(asked));
            }
        }
        page.addAttribute("errors", errors);
        return "assessment/outlook";
    }
}
