package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.FirstQuestions;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Readiness;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import eu.vitrine.web.OpenDoors;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a model, its assessments, their findings, and previews. */
@Controller
@RequestMapping("/models/{slug}")
class AssessmentPages {

    private final Assessments assessments;
    private final ModelRegistry registry;
    private final FactSections facts;
    private final CurrentActor current;
    private final OpenDoors doors;
    private final AsStored asStored;
    private final DatesInWords dates;
    private final AsOf days;
    private final FindingPage findings;
    private final FirstQuestions first;

    AssessmentPages(Assessments assessments, ModelRegistry registry, FactSections facts, CurrentActor current, OpenDoors doors,
            AsStored asStored, DatesInWords dates, AsOf days, FindingPage findings, FirstQuestions first) {
        this.assessments = assessments;
        this.registry = registry;
        this.facts = facts;
        this.current = current;
        this.doors = doors;
        this.asStored = asStored;
        this.dates = dates;
        this.days = days;
        this.findings = findings;
        this.first = first;
    }

    /** Whether the person may open the policy book, so that no page leads to a refusal. */
    @ModelAttribute("mayReadPolicies")
    boolean mayReadPolicies() {
        return doors.lead("/policies");
    }

    /** The newest assessment, or a preview where there is none. */
    @GetMapping
    String model(@PathVariable String slug, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> newest(slug, page));
    }

    private String newest(String slug, Model page) {
        Optional<Assessment> latest = assessments.latest(slug);
        if (latest.isPresent()) {
            stored(latest.get(), true, page);
        } else {
            shown(ModelView.of(assessments.preview(slug, dates.today())), page);
        }
        return around(slug, page);
    }

    /** One assessment as it was made. */
    @GetMapping("/assessments/{number}")
    String assessment(@PathVariable String slug, @PathVariable int number, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> numbered(slug, number, page));
    }

    private String numbered(String slug, int number, Model page) {
        List<AssessmentLine> all = assessments.all(slug);
        boolean newest = !all.isEmpty() && all.getFirst().number() == number;
        stored(assessments.byNumber(slug, number), newest, page);
        return around(slug, page);
    }

    private void stored(Assessment assessment, boolean newest, Model page) {
        page.addAttribute("assessment", assessment);
        page.addAttribute("newest", newest);
        page.addAttribute("moved", newest ? assessments.movedSince(assessment.line()) : List.of());
        String base = "/models/" + assessment.slug() + "/assessments/" + assessment.number();
        page.addAttribute("base", base);
        page.addAttribute("marks", findings.marks(Kind.MODEL, assessment.slug()));
        page.addAttribute("mayIssue", doors.lead(base + "/dossier.pdf"));
        page.addAttribute("issued", asStored.issued(assessment.line()));
        shown(ModelView.of(assessment), page);
    }

    private void shown(ModelView view, Model page) {
        page.addAttribute("view", view);
        page.addAttribute("sections", facts.of(Kind.MODEL, view.subject().facts()));
    }

    private String around(String slug, Model page) {
        page.addAttribute("came", facts.came(Kind.MODEL, slug));
        page.addAttribute("slug", slug);
        page.addAttribute("mayAssess", mayAssess());
        page.addAttribute("mayEdit", current.has(Role.OFFICER));
        Readiness readiness = first.of(slug);
        page.addAttribute("readiness", readiness);
        page.addAttribute("editable", current.has(Role.OFFICER) ? readiness.pathsByKind() : Map.of());
        page.addAttribute("history", assessments.all(slug));
        page.addAttribute("revisions", registry.revisions(Kind.MODEL, slug));
        page.addAttribute("uses", registry.usesOf(Kind.MODEL, slug));
        return "assessment/model";
    }

    /** Every revision of the record and every assessment. */
    @GetMapping("/history")
    String history(@PathVariable String slug, Model page) {
        page.addAttribute("model", registry.model(slug));
        page.addAttribute("history", assessments.all(slug));
        page.addAttribute("revisions", registry.revisions(Kind.MODEL, slug));
        return "assessment/history";
    }

    private boolean mayAssess() {
        return current.has(Role.OFFICER) || current.has(Role.APPROVER);
    }

    @PostMapping("/assess")
    String assess(@PathVariable String slug, RedirectAttributes redirect) {
        try {
            Notice.on(redirect, "assessment.done", assessments.assess(slug).number());
        } catch (DuplicateKeyException e) {
            Notice.on(redirect, "assessment.at-once");
        }
        return "redirect:/models/{slug}";
    }

    /** What was or will be the law's answer on another day, with what differs from the newest assessment first. */
    @GetMapping("/preview")
    String preview(@PathVariable String slug, @RequestParam(name = AsOf.FIELD, required = false) @Nullable String asOf, Model page) {
        FormErrors errors = new FormErrors();
        LocalDate day = days.read(asOf, errors);
        Preview preview = assessments.preview(slug, day);
        Optional<Assessment> latest = shownLatest(slug);
        page.addAttribute("slug", slug);
        page.addAttribute("errors", errors);
        page.addAttribute("asked", errors.any() ? asOf : day.toString());
        page.addAttribute("day", day);
        page.addAttribute("view", ModelView.of(preview));
        page.addAttribute("latest", latest.orElse(null));
        page.addAttribute("differences", Difference.between(
                latest.map(Assessment::evaluation).orElseGet(() -> assessments.preview(slug, dates.today()).evaluation()), preview.evaluation()));
        return "assessment/preview";
    }

    /** The newest assessment if it can be shown; a preview needs none. */
    private Optional<Assessment> shownLatest(String slug) {
        try {
            return assessments.latest(slug);
        } catch (NotAsStored e) {
            return Optional.empty();
        }
    }

    @GetMapping("/assessments/{number}/findings/{policy}")
    String finding(@PathVariable String slug, @PathVariable int number, @PathVariable String policy, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> findings.of(assessments.byNumber(slug, number), policy, page));
    }
}
