package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one piece of evidence, what differs between two versions, and how it is removed. */
@Controller
@RequestMapping("/evidence/{id}")
@PreAuthorize(Evidence.READERS)
class EvidenceItemPages {

    private static final int LONGEST_REASON = 1000;

    private final Evidence evidence;
    private final TextComparison comparison;
    private final CurrentActor current;

    EvidenceItemPages(Evidence evidence, TextComparison comparison, CurrentActor current) {
        this.evidence = evidence;
        this.comparison = comparison;
        this.current = current;
    }

    @GetMapping
    String one(@PathVariable UUID id, Model page) {
        EvidenceItem item = evidence.one(id);
        page.addAttribute("item", item);
        page.addAttribute("versions", evidence.versions(item));
        page.addAttribute("newer", item.content() == null ? null : evidence.changedSince(item.content().sha256()).orElse(null));
        page.addAttribute("places", item.content() == null ? List.of() : evidence.places(item.content().sha256()));
        page.addAttribute("administers", current.has(Role.ADMINISTRATOR));
        return "evidence/item";
    }

    /** @param id the newer one */
    @GetMapping("/versions/{other}")
    String compared(@PathVariable UUID id, @PathVariable UUID other, Model page, RedirectAttributes redirect) {
        EvidenceItem newer = evidence.one(id);
        EvidenceItem older = evidence.one(other);
        page.addAttribute("newer", newer);
        page.addAttribute("older", older);
        try {
            page.addAttribute("diff", comparison.between(older, newer).orElse(null));
        } catch (EvidenceDamaged e) {
            Notice.on(redirect, "evidence.damaged.refused", e.fileName());
            return "redirect:" + newer.path();
        }
        page.addAttribute("sameBytes", newer.content() != null && older.content() != null && newer.content().sha256().equals(older.content().sha256()));
        return "evidence/compare";
    }

    @GetMapping("/remove")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String confirm(@PathVariable UUID id, Model page) {
        return confirmation(id, "", new FormErrors(), page);
    }

    @PostMapping("/remove")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        EvidenceItem item = evidence.one(id);
        String why = reason.strip();
        var errors = new FormErrors();
        if (why.isEmpty()) {
            errors.add("reason", "evidence.remove.reason.missing");
        } else if (why.length() > LONGEST_REASON) {
            errors.add("reason", "evidence.remove.reason.long", LONGEST_REASON);
        } else {
            try {
                evidence.remove(id, why);
                Notice.on(redirect, "evidence.removed", item.title());
                return "redirect:/evidence";
            } catch (EvidenceRefused e) {
                errors.add("reason", e.reason().key(), e.arguments().toArray());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return confirmation(id, reason, errors, page);
    }

    private String confirmation(UUID id, String reason, FormErrors errors, Model page) {
        page.addAttribute("item", evidence.one(id));
        page.addAttribute("reason", reason);
        page.addAttribute("errors", errors);
        return "evidence/remove";
    }
}
