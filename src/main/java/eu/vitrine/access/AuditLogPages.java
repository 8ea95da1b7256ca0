package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import eu.vitrine.audit.Checkpoints;
import eu.vitrine.audit.LogExport;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.NavEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The audit log for auditor and administrator. It stands here because the log itself knows neither pages nor roles. */
@Controller
@RequestMapping("/audit")
class AuditLogPages {

    private static final int PAGE = 50;
    private static final int LONGEST_GROUND = 1000;
    /** A log of this size is checked whenever somebody looks at it; a larger one on demand. */
    private static final long SMALL = 2000;

    private final AuditTrail trail;
    private final Checkpoints checkpoints;
    private final LogExport export;
    private final UserRepository users;
    private final CurrentActor current;
    private final DatesInWords dates;
    private final Clock clock;
    private final AtomicReference<@Nullable Checked> last = new AtomicReference<>();

    AuditLogPages(AuditTrail trail, Checkpoints checkpoints, LogExport export, UserRepository users, CurrentActor current, DatesInWords dates, Clock clock) {
        this.trail = trail;
        this.checkpoints = checkpoints;
        this.export = export;
        this.users = users;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    @Bean
    @Order(800)
    static NavEntry auditLog() {
        return new NavEntry("nav.audit", "/audit");
    }

    /** A result and when it was found; one of the two is null. */
    record Checked(Instant at, ChainCheck.@Nullable Intact intact, ChainCheck.@Nullable Broken broken) {

        static Checked of(Instant at, ChainCheck check) {
            return new Checked(at, check instanceof ChainCheck.Intact intact ? intact : null, check instanceof ChainCheck.Broken broken ? broken : null);
        }
    }

    /** Somebody to choose. */
    record Person(String id, String name) {}

    /** @param before sequence number above the first event to show; without it, the newest are shown */
    @GetMapping
    String list(@ModelAttribute AuditQuery query, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        AuditFilter filter = query.filter();
        // One more than is shown tells whether there is an older page.
        var events = trail.newestFirst(filter, before, PAGE + 1);
        var shown = events.subList(0, Math.min(PAGE, events.size()));
        long size = trail.size();
        model.addAttribute("events", shown);
        model.addAttribute("older", events.size() > PAGE ? shown.getLast().seq() : null);
        model.addAttribute("newest", before == Long.MAX_VALUE);
        model.addAttribute("query", query);
        model.addAttribute("filtered", !filter.equals(AuditFilter.ALL));
        model.addAttribute("people", users.findAllByOrderByDisplayNameAscSignInNameAsc().stream()
                .map(user -> new Person(user.id().toString(), user.displayName())).toList());
        model.addAttribute("itself", List.of(Actor.SYSTEM.id(), Actor.ANONYMOUS.id()));
        model.addAttribute("size", size);
        model.addAttribute("checked", size <= SMALL ? checkNow() : last.get());
        model.addAttribute("checkpoint", checkpoints.newest().orElse(null));
        return "audit/log";
    }

    private Checked checkNow() {
        Checked now = Checked.of(clock.instant(), trail.check());
        last.set(now);
        return now;
    }

    @GetMapping("/{seq}")
    String one(@PathVariable long seq, Model model) {
        model.addAttribute("mayErase", current.has(Role.ADMINISTRATOR));
        model.addAttribute("event", trail.event(seq).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "audit/event";
    }

    /** Erases the reason of an event; without a ground nothing is done, and the page says so. */
    @PostMapping("/{seq}/erase")
    String erase(@PathVariable long seq, @RequestParam(defaultValue = "") String why, Model model) {
        String ground = why.strip();
        if (ground.isEmpty() || ground.length() > LONGEST_GROUND) {
            model.addAttribute("refused", true);
            model.addAttribute("why", why);
            return one(seq, model);
        }
        if (!trail.eraseReason(seq, current.actor(), ground)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/audit/" + seq;
    }

    @GetMapping("/check")
    String check(Model model) {
        model.addAttribute("checked", checkNow());
        model.addAttribute("checkpoint", checkpoints.newest().orElse(null));
        model.addAttribute("keys", checkpoints.publicKeys());
        return "audit/check";
    }

    /** The whole log as one file, for {@code vitrine verify}. */
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        LogExport.Extent extent = export.begin(current.actor());
        response.setContentType("application/jsonl");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("vitrine-audit-log-" + dates.today() + "-" + extent.events() + ".jsonl").build().toString());
        export.write(extent, response.getOutputStream());
    }
}
