package eu.vitrine.evidence;

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

/** The page on which an administrator says which hosts captures may ask. */
@Controller
@RequestMapping("/evidence/hosts")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class EvidenceHostPages {

    private final AllowedHosts hosts;
    private final EvidenceLimits limits;

    EvidenceHostPages(AllowedHosts hosts, EvidenceLimits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    @GetMapping
    String list(Model page) {
        return shown("", false, new FormErrors(), page);
    }

    /** @param inside whether the host is one of the own network */
    @PostMapping
    String add(@RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "false") boolean inside, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        var name = HostName.of(host);
        if (name.isEmpty()) {
            errors.add("host", host.isBlank() ? "evidence.hosts.missing" : "evidence.hosts.wrong", host.strip());
        } else if (!hosts.add(name.get(), inside)) {
            errors.add("host", "evidence.hosts.taken", name.get());
        } else {
            Notice.on(redirect, "evidence.hosts.added", name.get());
            return "redirect:/evidence/hosts";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(host, inside, errors, page);
    }

    @PostMapping("/remove")
    String remove(@RequestParam(defaultValue = "") String host, RedirectAttributes redirect) {
        if (hosts.remove(host)) {
            Notice.on(redirect, "evidence.hosts.removed", host);
        }
        return "redirect:/evidence/hosts";
    }

    private String shown(String typed, boolean inside, FormErrors errors, Model page) {
        page.addAttribute("hosts", hosts.all());
        page.addAttribute("ports", limits.capture().ports().stream().map(String::valueOf).toList());
        page.addAttribute("plain", limits.capture().httpHosts());
        page.addAttribute("typed", typed);
        page.addAttribute("inside", inside);
        page.addAttribute("errors", errors);
        return "evidence/hosts";
    }
}
