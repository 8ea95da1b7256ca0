package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.OurRecord;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.Notice;
import eu.vitrine.web.OpenDoors;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a use and of the organisation have in common. */
@Component
class OurPage {

    private final Assessments assessments;
    private final ModelRegistry registry;
    private final FactSections facts;
    private final CurrentActor current;
    private final OpenDoors doors;
    private final DatesInWords dates;
    private final FindingPage findings;
    private final List<Standing> standings;

    OurPage(Assessments assessments, ModelRegistry registry, FactSections facts, CurrentActor current, OpenDoors doors, DatesInWords dates,
            FindingPage findings, ObjectProvider<Standing> standings) {
        this.assessments = assessments;
        this.registry = registry;
        this.facts = facts;
        this.current = current;
        this.doors = doors;
        this.dates = dates;
        this.findings = findings;
        this.standings = standings.orderedStream().toList();
    }

    private boolean mayAssess() {
        return current.has(Role.OFFICER) || current.has(Role.APPROVER);
    }

    /** The newest assessment, or a preview where there is none. */
    String newest(OurRecord record, Model page) {
        Optional<Assessment> latest = assessments.latest(record.kind(), record.slug());
        if (latest.isPresent()) {
            stored(latest.get(), true, page);
        } else {
            page.addAttribute("view", OurView.of(assessments.preview(record.kind(), record.slug(), dates.today())));
        }
        return around(record, page);
    }

    /** One assessment as it was made. */
    String numbered(OurRecord record, int number, Model page) {
        List<AssessmentLine> all = assessments.all(record.kind(), record.slug());
        stored(assessments.byNumber(record.kind(), record.slug(), number), !all.isEmpty() && all.getFirst().number() == number, page);
        return around(record, page);
    }

    private void stored(Assessment assessment, boolean newest, Model page) {
        page.addAttribute("assessment", assessment);
        page.addAttribute("newest", newest);
        page.addAttribute("moved", newest ? assessments.movedSince(assessment.line()) : List.of());
        page.addAttribute("base", assessment.line().path());
        page.addAttribute("marks", findings.marks(assessment.line().kind(), assessment.slug()));
        page.addAttribute("mayIssue", doors.lead(assessment.line().path() + "/dossier.pdf"));
        page.addAttribute("view", OurView.of(assessment));
    }

    private String around(OurRecord record, Model page) {
        page.addAttribute("record", record);
        page.addAttribute("standings", record.kind() == Kind.USE ? standings(record.slug()) : List.of());
        page.addAttribute("kind", record.kind().code());
        page.addAttribute("path", path(record));
        page.addAttribute("mayAssess", mayAssess());
        page.addAttribute("editable", current.has(Role.OFFICER) && page.getAttribute("view") instanceof OurView view ? editable(record, view) : Map.of());
        page.addAttribute("mayReadPolicies", doors.lead("/policies"));
        page.addAttribute("history", assessments.all(record.kind(), record.slug()));
        page.addAttribute("revisions", registry.revisions(record.kind(), record.slug()));
        page.addAttribute("sections", facts.of(record.kind(), record.facts()));
        page.addAttribute("came", facts.came(record.kind(), record.slug()));
        return "assessment/ours";
    }

    /** What another module says first, with the template that shows it. */
    record Shown(String template, Object content) {}

    private List<Shown> standings(String use) {
        return standings.stream().flatMap(standing -> standing.of(use).map(content -> new Shown(standing.template(), content)).stream()).toList();
    }

    String finding(OurRecord record, int number, String policy, Model page) {
        return findings.of(assessments.byNumber(record.kind(), record.slug(), number), policy, page);
    }

    String assess(OurRecord record, RedirectAttributes redirect) {
        try {
            Notice.on(redirect, "ours.assessed", assessments.assess(record.kind(), record.slug()).number());
        } catch (DuplicateKeyException e) {
            Notice.on(redirect, "assessment.at-once");
        }
        return "redirect:" + path(record);
    }

    /** Where facts of each kind are answered: of the record itself, and of what it refers to. */
    private static Map<Kind, String> editable(OurRecord record, OurView view) {
        var paths = new EnumMap<Kind, String>(Kind.class);
        view.references().stream().filter(reference -> reference.name() != null).forEach(reference -> paths.put(reference.kind(), reference.path()));
        paths.put(record.kind(), path(record));
        return paths;
    }

    private static String path(OurRecord record) {
        return record.kind() == Kind.ORGANISATION ? "/organisation" : "/uses/" + record.slug();
    }
}
