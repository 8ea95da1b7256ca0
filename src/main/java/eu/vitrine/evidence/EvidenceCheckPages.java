package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.web.Notice;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the newest check of the archive; an administrator starts the next one there. */
@Controller
@RequestMapping("/evidence/check")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'AUDITOR')")
class EvidenceCheckPages {

    private final EvidenceChecks checks;
    private final EvidenceCheck check;
    private final Evidence evidence;
    private final CurrentActor current;

    EvidenceCheckPages(EvidenceChecks checks, EvidenceCheck check, Evidence evidence, CurrentActor current) {
        this.checks = checks;
        this.check = check;
        this.evidence = evidence;
        this.current = current;
    }

    /**
     * @param title of the newest item with these bytes, or empty
     * @param path of its page, or empty
     */
    record Shown(EvidenceChecks.Finding finding, String title, String path) {}

    @GetMapping
    String newest(Model page) {
        var newest = checks.newest();
        List<Shown> findings = newest.map(run -> checks.findings(run.number()).stream().map(this::shown).toList()).orElse(List.of());
        page.addAttribute("run", newest.orElse(null));
        page.addAttribute("running", newest.filter(run -> run.state() == EvidenceChecks.State.RUNNING).isPresent());
        page.addAttribute("losses", findings.stream().filter(one -> one.finding().kind().isLoss()).toList());
        page.addAttribute("others", findings.stream().filter(one -> !one.finding().kind().isLoss()).toList());
        page.addAttribute("administers", current.has(Role.ADMINISTRATOR));
        return "evidence/check";
    }

    private Shown shown(EvidenceChecks.Finding finding) {
        return evidence.find(finding.name()).map(item -> new Shown(finding, item.title(), item.path())).orElseGet(() -> new Shown(finding, "", ""));
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String start(RedirectAttributes redirect) {
        Notice.on(redirect, check.start() ? "evidence.check.started" : "evidence.check.running-already");
        return "redirect:/evidence/check";
    }
}
