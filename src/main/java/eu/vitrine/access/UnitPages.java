package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an administrator divides the organisation into units. */
@Controller
@RequestMapping("/admin/units")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class UnitPages {

    private final Units units;
    private final Users users;

    UnitPages(Units units, Users users) {
        this.units = units;
        this.users = users;
    }

    @GetMapping
    String list(Model page) {
        return shown("", new FormErrors(), page);
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        String stripped = name.strip();
        var errors = new FormErrors();
        if (stripped.isEmpty()) {
            errors.add("name", "unit.name.missing");
        } else if (stripped.length() > Units.LONGEST_NAME) {
            errors.add("name", "unit.name.long", Units.LONGEST_NAME);
        } else if (units.add(stripped).isEmpty()) {
            errors.add("name", "unit.name.taken", stripped);
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(name, errors, page);
        }
        Notice.on(redirect, "unit.added", stripped);
        return "redirect:/admin/units";
    }

    /** @param people names of those who belong to it and not to all */
    record Shown(Unit unit, java.util.List<String> people) {}

    private String shown(String typed, FormErrors errors, Model page) {
        var everybody = users.all();
        page.addAttribute("units", units.all().stream().map(unit -> new Shown(unit, everybody.stream()
                .filter(user -> !user.units().all() && user.units().sees(unit.slug())).map(UserSummary::displayName).toList())).toList());
        page.addAttribute("everywhere", everybody.stream().filter(user -> user.units().all()).map(UserSummary::displayName).toList());
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        return "access/units";
    }
}
