package eu.vitrine.approval;

import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.FactLine;
import eu.vitrine.assessment.OutcomeMark;
import eu.vitrine.assessment.Preview;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.UseRight;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uses and models side by side, as the records are now; nothing of it is kept. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Candidates {

    /** What is compared of facts, in this order; those of services first. */
    static final List<String> FACTS = List.of("service.operator", "service.data_location", "service.retention_days", "service.price_input_per_million_tokens",
            "service.price_output_per_million_tokens", "model.censorship.coverage");
    private static final String OF_SERVICE = "service.";

    private final Assessments assessments;
    private final Verdicts verdicts;
    private final Foundations foundations;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;

    Candidates(Assessments assessments, Verdicts verdicts, Foundations foundations, Vocabulary vocabulary, DatesInWords dates) {
        this.assessments = assessments;
        this.verdicts = verdicts;
        this.foundations = foundations;
        this.vocabulary = vocabulary;
        this.dates = dates;
        FACTS.forEach(vocabulary::get);
    }

    /** What the rows of facts are called. */
    List<String> labels() {
        return FACTS.stream().map(fact -> vocabulary.get(fact).label()).toList();
    }

    /**
     * One of them.
     *
     * @param kind a use or a model
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record that the person may know of
     */
    Candidate of(Kind kind, String slug) {
        Preview preview = assessments.preview(kind, slug, dates.today());
        Evaluation evaluation = preview.evaluation();
        boolean use = kind == Kind.USE;
        UseRight.Answer right = evaluation.useRight();
        return new Candidate(new RecordName(kind, slug, evaluation.name()), use ? List.of(verdicts.of(slug)) : verdicts.ofUsesOf(kind, slug),
                !use || right == null ? null : OutcomeMark.of(right.shape(), right.words()), use ? foundations.now(slug).blockers() : List.of(),
                count(evaluation, use, Set.of(Outcome.NOT_MET)), count(evaluation, use, Set.of(Outcome.NO_EVIDENCE, Outcome.PARTLY_MET)),
                count(evaluation, use, Set.of(Outcome.CANNOT_DETERMINE)), facts(preview.subject(), use));
    }

    private static long count(Evaluation evaluation, boolean use, Set<Outcome> outcomes) {
        Family family = use ? Family.OUR_DUTY : Family.DUTY;
        return evaluation.findings().stream().filter(finding -> finding.family() == family && finding.outcome() != null && outcomes.contains(finding.outcome())).count();
    }

    /** Of a use those of its own service; a model may be offered by several. */
    private List<List<String>> facts(Subject subject, boolean use) {
        var facts = new ArrayList<List<String>>();
        for (String fact : FACTS) {
            boolean several = !use && fact.startsWith(OF_SERVICE) && subject.services().size() > 1;
            facts.add(several ? subject.services().stream().map(part -> words(part.facts(), fact) + " (" + part.slug() + ")").toList()
                    : List.of(words(subject.facts(), fact)));
        }
        return facts;
    }

    private String words(Facts facts, String fact) {
        return FactLine.of(vocabulary, facts, fact).words();
    }
}
