package eu.vitrine.dashboard;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The newest assessment of each model, and the assessing of those that have none that is current. */
@Controller
@RequestMapping("/assessments")
class AssessmentList {

    private final Assessments assessments;
    private final ModelRegistry registry;
    private final CurrentActor current;

    AssessmentList(Assessments assessments, ModelRegistry registry, CurrentActor current) {
        this.assessments = assessments;
        this.registry = registry;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    String list(Model page) {
        var lines = assessments.latestOfAll();
        page.addAttribute("lines", lines);
        page.addAttribute("models", registry.all(Kind.MODEL).size());
        page.addAttribute("mayAssess", current.has(Role.OFFICER) || current.has(Role.APPROVER));
        return "dashboard/assessments";
    }

    /** Each model is a transaction of its own: what was assessed stays, whatever happens to the next. */
    @PostMapping("/missing")
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    String assessMissing(RedirectAttributes redirect) {
        int made = 0;
        for (RecordName model : registry.all(Kind.MODEL)) {
            if (assessments.needsOne(model.slug())) {
                assessments.assess(model.slug());
                made++;
            }
        }
        Notice.on(redirect, made == 0 ? "assessments.made.none" : made == 1 ? "assessments.made.one" : "assessments.made", made);
        return "redirect:/assessments";
    }
}
