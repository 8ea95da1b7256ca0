package eu.vitrine.approval;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which officers ask for approvals and approvers decide. */
@Controller
@PreAuthorize(Approvals.READERS)
class ApprovalPages {

    private static final int LONGEST = 4_000;
    private static final int MOST_CONDITIONS = 50;

    private final Approvals approvals;
    private final ModelRegistry registry;
    private final VerdictWords words;
    private final CurrentActor current;
    private final DatesInWords dates;

    ApprovalPages(Approvals approvals, ModelRegistry registry, VerdictWords words, CurrentActor current, DatesInWords dates) {
        this.approvals = approvals;
        this.registry = registry;
        this.words = words;
        this.current = current;
        this.dates = dates;
    }

    @Bean
    @Order(55)
    static NavEntry approvalsEntry() {
        return new NavEntry("nav.approvals", "/approvals", true);
    }

    /** A line of the queue. */
    record Line(ApprovalRequest request, String use, Optional<Party> ownPart) {}

    /** @param use slug of a use to show alone; empty for all */
    @GetMapping("/approvals")
    String list(@RequestParam(defaultValue = "") String use, Model page) {
        List<ApprovalRequest> all = use.isEmpty() ? Stream.concat(approvals.waiting().stream(), approvals.closed().stream()).toList() : approvals.ofUse(use);
        Map<String, RecordName> names = registry.named(Kind.USE, all.stream().map(ApprovalRequest::use).distinct().toList());
        List<Line> lines = all.stream().map(one -> new Line(one, names.containsKey(one.use()) ? names.get(one.use()).name() : one.use(), one.isOpen() ? approvals.ownPart(one) : Optional.empty())).toList();
        page.addAttribute("waiting", lines.stream().filter(line -> line.request().isOpen()).toList());
        page.addAttribute("closed", lines.stream().filter(line -> !line.request().isOpen()).toList());
        page.addAttribute("of", use.isEmpty() || lines.isEmpty() ? null : new RecordName(Kind.USE, use, lines.getFirst().use()));
        page.addAttribute("approver", current.has(Role.APPROVER));
        return "approval/approvals";
    }

    @GetMapping("/uses/{slug}/approvals/new")
    @PreAuthorize("hasRole('OFFICER')")
    String blank(@PathVariable String slug, Model page) {
        return form(slug, Map.of(), new FormErrors(), page);
    }

    @PostMapping("/uses/{slug}/approvals")
    @PreAuthorize("hasRole('OFFICER')")
    String ask(@PathVariable String slug, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        var errors = new FormErrors();
        String note = bounded("note", typed, errors);
        Map<String, TreatedGap.Plan> plans = Plans.of(typed, approvals.foundation(slug).gaps(), dates.today(), errors);
        if (!errors.any()) {
            try {
                int number = approvals.ask(slug, note, plans);
                Notice.on(redirect, "approval.asked.done");
                return "redirect:/approvals/" + number;
            } catch (NotApprovable e) {
                errors.add("note", "approval.not-now"); // the page says why
            } catch (DuplicateKeyException e) {
                errors.add("note", "approval.at-once");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(slug, typed, errors, page);
    }

    private String form(String slug, Map<String, String> typed, FormErrors errors, Model page) {
        Foundation foundation = approvals.foundation(slug);
        page.addAttribute("use", new RecordName(Kind.USE, slug, registry.use(slug).name()));
        page.addAttribute("foundation", foundation);
        page.addAttribute("families", families(foundation.gaps(), foundation.basis()));
        page.addAttribute("treatments", Treatment.values());
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        return "approval/ask";
    }

    /**
     * A gap with its place in the whole list.
     *
     * @param path page of the finding behind it
     */
    record Placed(int index, Gap gap, String path) {}

    private static Map<Gap.Family, List<Placed>> families(List<Gap> gaps, List<BasisLine> basis) {
        Map<String, String> paths = basis.stream().collect(Collectors.toMap(line -> line.kind() + line.slug(), BasisLine::path));
        Map<Gap.Family, List<Placed>> families = new LinkedHashMap<>();
        for (Gap.Family family : Gap.Family.values()) {
            for (int i = 0; i < gaps.size(); i++) {
                if (gaps.get(i).family() == family) {
                    families.computeIfAbsent(family, one -> new ArrayList<>()).add(new Placed(i, gaps.get(i), paths.get(gaps.get(i).kind() + gaps.get(i).slug()) + "/findings/" + gaps.get(i).policy()));
                }
            }
        }
        return families;
    }

    @GetMapping("/approvals/{number}")
    String one(@PathVariable int number, Model page) {
        return shown(number, null, new FormErrors(), page);
    }

    @PostMapping("/approvals/{number}/gaps")
    @PreAuthorize("hasRole('OFFICER')")
    String plan(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        List<Gap> gaps = approvals.one(number).gaps().stream().map(TreatedGap::gap).toList();
        Map<String, TreatedGap.Plan> plans = Plans.of(typed, gaps, dates.today(), errors);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(number, typed, errors, page);
        }
        approvals.plan(number, version, plans);
        Notice.on(redirect, "approval.planned.done");
        return "redirect:/approvals/" + number;
    }

    @PostMapping("/approvals/{number}/decide")
    @PreAuthorize("hasRole('APPROVER')")
    String decide(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        Optional<Decision.Kind> kind = Arrays.stream(Decision.Kind.values()).filter(one -> one.name().equals(typed.get("decision"))).findFirst();
        if (kind.isEmpty()) {
            errors.add("decision", "approval.field.decision.missing");
        }
        String reason = bounded("why", typed, errors);
        if (reason.isEmpty()) {
            errors.add("why", "approval.field.why.missing");
        }
        boolean approves = kind.filter(one -> one == Decision.Kind.APPROVE).isPresent();
        String until = typed.getOrDefault("until", "").strip();
        var validUntil = approves ? Plans.day("until", until, dates.today(), errors) : null;
        if (approves && until.isEmpty()) {
            errors.add("until", "approval.day.wrong", "");
        }
        List<String> conditions = bounded("conditions", typed, errors).lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST_CONDITIONS).toList();
        if (!errors.any()) {
            try {
                approvals.decide(number, version, kind.orElseThrow(), reason, validUntil, conditions);
                Notice.on(redirect, "approval.decided.done");
                return "redirect:/approvals/" + number;
            } catch (NotApprovable e) {
                errors.add("decision", "approval.not-now"); // the page says why
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(number, typed, errors, page);
    }

    @PostMapping("/approvals/{number}/take-back")
    @PreAuthorize("hasRole('OFFICER')")
    String takeBack(@PathVariable int number, @RequestParam int version, RedirectAttributes redirect) {
        approvals.takeBack(number, version);
        Notice.on(redirect, "approval.taken-back.done");
        return "redirect:/approvals/" + number;
    }

    @PostMapping("/approvals/{number}/withdraw")
    @PreAuthorize("hasRole('APPROVER')")
    String withdraw(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        String reason = bounded("withdrawn", typed, errors);
        if (reason.isEmpty()) {
            errors.add("withdrawn", "approval.field.why.missing");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(number, typed, errors, page);
        }
        approvals.withdraw(number, version, reason);
        Notice.on(redirect, "approval.withdrawn.done");
        return "redirect:/approvals/" + number;
    }

    private static String bounded(String field, Map<String, String> typed, FormErrors errors) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.length() > LONGEST) {
            errors.add(field, "approval.long", LONGEST);
        }
        return text;
    }

    private String shown(int number, @Nullable Map<String, String> typed, FormErrors errors, Model page) {
        ApprovalRequest request = approvals.one(number);
        List<Gap> gaps = request.gaps().stream().map(TreatedGap::gap).toList();
        Optional<Party> part = approvals.ownPart(request);
        page.addAttribute("request", request);
        page.addAttribute("use", new RecordName(Kind.USE, request.use(), registry.use(request.use()).name()));
        page.addAttribute("part", part.orElse(null));
        page.addAttribute("parties", approvals.parties(request).stream().filter(party -> party.part() != Party.Part.DECIDED).toList());
        page.addAttribute("blockers", request.isOpen() ? approvals.blockers(request) : List.of());
        page.addAttribute("since", approvals.sinceLastApproval(request).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().slug(), entry -> words.changes(entry.getValue()), (one, other) -> one, LinkedHashMap::new)));
        page.addAttribute("before", approvals.ofUse(request.use()).stream().anyMatch(other -> other.number() < number && other.decision() != null
                && other.decision().kind() == Decision.Kind.APPROVE));
        page.addAttribute("families", families(gaps, request.basis()));
        page.addAttribute("treatments", Treatment.values());
        page.addAttribute("decisions", Decision.Kind.values());
        page.addAttribute("mayDecide", request.isOpen() && current.has(Role.APPROVER) && part.isEmpty());
        page.addAttribute("approver", current.has(Role.APPROVER));
        page.addAttribute("officer", current.has(Role.OFFICER));
        page.addAttribute("typed", typed == null ? Plans.typed(request.gaps()) : typed);
        page.addAttribute("end", request.isOpen() ? approvals.defaultEnd(request) : null);
        page.addAttribute("errors", errors);
        return "approval/approval";
    }
}
