package eu.vitrine.dashboard;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.DueDay;
import eu.vitrine.assessment.ModelView;
import eu.vitrine.facts.FactDeclaration;
import java.util.List;

/**
 * Where the models stand together.
 *
 * @param models how many are in the registry
 * @param assessed how many were ever assessed
 * @param counts how many duties have which outcome, in the order a person cares
 * @param due days to come on which duties fall due
 * @param open facts that would settle something about most models
 * @param newest newest assessments, newest first
 * @param mayAssess whether the person may assess
 */
record Overview(int models, int assessed, List<ModelView.Count> counts, List<DueDay> due, List<Open> open, List<AssessmentLine> newest,
        boolean mayAssess) {

    /** A fact to find out, and about how many models it would settle something. */
    record Open(FactDeclaration fact, int models) {}

    /** How many were never assessed. */
    public int never() {
        return models - assessed;
    }

    /** How many duties were looked at in all. */
    public int duties() {
        return counts.stream().mapToInt(ModelView.Count::n).sum();
    }
}
