package eu.vitrine.access;

import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import eu.vitrine.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The audit log for auditor and administrator. It stands here because the log itself knows neither pages nor roles. */
@Controller
@RequestMapping("/audit")
class AuditLogPages {

    private static final int PAGE = 50;

    private final AuditTrail trail;

    AuditLogPages(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    @Order(800)
    static NavEntry auditLog() {
        return new NavEntry("nav.audit", "/audit");
    }

    /** @param before sequence number above the first event to show; without it, the newest are shown */
    @GetMapping
    String list(@RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        var filter = new AuditFilter(type.strip(), id.strip());
        // One more than is shown tells whether there is an older page.
        var events = trail.newestFirst(filter, before, PAGE + 1);
        var shown = events.subList(0, Math.min(PAGE, events.size()));
        model.addAttribute("events", shown);
        model.addAttribute("older", events.size() > PAGE ? shown.getLast().seq() : null);
        model.addAttribute("newest", before == Long.MAX_VALUE);
        model.addAttribute("filter", filter);
        return "audit/log";
    }

    @GetMapping("/{seq}")
    String one(@PathVariable long seq, Model model) {
        model.addAttribute("event", trail.event(seq).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "audit/event";
    }

    @GetMapping("/check")
    String check(Model model) {
        var check = trail.check();
        model.addAttribute("intact", check instanceof ChainCheck.Intact intact ? intact : null);
        model.addAttribute("broken", check instanceof ChainCheck.Broken broken ? broken : null);
        return "audit/check";
    }
}
