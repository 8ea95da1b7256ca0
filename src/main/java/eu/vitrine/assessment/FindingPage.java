package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import eu.vitrine.web.OpenDoors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of one answer of a stored assessment, whatever answers it: how it follows, and what would change it. */
@Component
class FindingPage {

    private final Assessments assessments;
    private final OpenDoors doors;
    private final List<Determined> determined;

    FindingPage(Assessments assessments, OpenDoors doors, ObjectProvider<Determined> determined) {
        this.assessments = assessments;
        this.doors = doors;
        this.determined = determined.orderedStream().toList();
    }

    /**
     * Fills the page.
     *
     * @return the name of its template
     * @throws ResponseStatusException 404 if the assessment has no answer of this policy
     */
    String of(Assessment assessment, String policy, Model page) {
        page.addAttribute("assessment", assessment);
        page.addAttribute("mayReadPolicies", doors.lead("/policies"));
        page.addAttribute("facts", new FactPlaces(assessment));
        page.addAttribute("moved", assessments.movedSince(assessment.line()));
        page.addAttribute("determinations", determined.stream().flatMap(one -> one.of(assessment, policy).map(content -> new OurPage.Shown(one.template(), content)).stream()).toList());
        String template = answered(assessment, policy, page);
        LocalDate asOf = assessment.evaluation().asOf();
        page.addAttribute("how", assessment.set().explain(assessment.subject(), asOf, true, policy));
        page.addAttribute("whatIf", assessment.set().whatIf(assessment.subject(), asOf, true, policy));
        return template;
    }

    /** What persons determined beside the answers about a record, by policy. */
    Map<String, Determined.Mark> marks(Kind kind, String slug) {
        return determined.stream().findFirst().map(one -> one.marks(kind, slug)).orElse(Map.of());
    }

    private static String answered(Assessment assessment, String policy, Model page) {
        Optional<Finding> finding = assessment.evaluation().finding(policy);
        if (finding.isPresent()) {
            Policy of = finding.get().policy();
            page.addAttribute("one", new FindingView(assessment.set(), assessment.subject(), assessment.evaluation().asOf(), finding.get()));
            page.addAttribute("parent", of.partOf() == null ? null : assessment.evaluation().finding(of.partOf()).map(Finding::policy).orElse(null));
            return "assessment/finding";
        }
        page.addAttribute("one", SingleView.of(assessment, policy).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "assessment/single";
    }
}
