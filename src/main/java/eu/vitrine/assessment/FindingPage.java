package eu.vitrine.assessment;

import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import eu.vitrine.web.OpenDoors;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of one answer of a stored assessment, whatever answers it: how it follows, and what would change it. */
@Component
class FindingPage {

    private final Assessments assessments;
    private final OpenDoors doors;

    FindingPage(Assessments assessments, OpenDoors doors) {
        this.assessments = assessments;
        this.doors = doors;
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
        String template = answered(assessment, policy, page);
        LocalDate asOf = assessment.evaluation().asOf();
        page.addAttribute("how", assessment.set().explain(assessment.subject(), asOf, true, policy));
        page.addAttribute("whatIf", assessment.set().whatIf(assessment.subject(), asOf, true, policy));
        return template;
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
