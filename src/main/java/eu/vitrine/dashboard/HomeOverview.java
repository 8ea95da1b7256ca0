package eu.vitrine.dashboard;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.ModelView;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.web.HomeSection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of the home page about all models together. */
@Component
@Order(100)
class HomeOverview implements HomeSection {

    private static final int SHOWN = 5;

    private final ModelRegistry registry;
    private final Assessments assessments;
    private final Vocabulary vocabulary;
    private final CurrentActor current;

    HomeOverview(ModelRegistry registry, Assessments assessments, Vocabulary vocabulary, CurrentActor current) {
        this.registry = registry;
        this.assessments = assessments;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    @Override
    public String template() {
        return "dashboard/overview";
    }

    @Override
    public Optional<Overview> content() {
        List<AssessmentLine> latest = assessments.latestOfAll();
        var open = assessments.openFacts(SHOWN).stream().flatMap(fact -> vocabulary.find(fact.fact())
                .map(declared -> new Overview.Open(declared, fact.models())).stream()).toList();
        var newest = latest.stream().sorted(Comparator.comparing(AssessmentLine::at).reversed()).limit(SHOWN).toList();
        return Optional.of(new Overview(registry.all(Kind.MODEL).size(), latest.size(), ModelView.counts(assessments.outcomes()),
                assessments.dueNext(SHOWN), open, newest, current.has(Role.OFFICER) || current.has(Role.APPROVER)));
    }
}
