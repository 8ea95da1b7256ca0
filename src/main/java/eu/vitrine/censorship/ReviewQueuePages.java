package eu.vitrine.censorship;

import eu.vitrine.facts.Review.Status;
import eu.vitrine.web.NavEntry;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Findings of all models by status: what waits for a second person, what is disputed. */
@Controller
@PreAuthorize("isAuthenticated()")
class ReviewQueuePages {

    private static final int MOST = 200;

    private final Findings findings;

    ReviewQueuePages(Findings findings) {
        this.findings = findings;
    }

    @Bean
    @Order(145)
    static NavEntry findingsEntry() {
        return new NavEntry("nav.findings", "/findings");
    }

    /** @param status name of a status; drafts where it is none */
    @GetMapping("/findings")
    String list(@RequestParam(defaultValue = "DRAFT") String status, Model page) {
        Status asked = Arrays.stream(Status.values()).filter(one -> one.name().equals(status)).findFirst().orElse(Status.DRAFT);
        page.addAttribute("asked", asked);
        page.addAttribute("statuses", Status.values());
        page.addAttribute("findings", findings.withStatus(asked, MOST));
        page.addAttribute("most", MOST);
        return "censorship/queue";
    }
}
