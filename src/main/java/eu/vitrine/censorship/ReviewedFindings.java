package eu.vitrine.censorship;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import eu.vitrine.registry.FindingsOnRecord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The findings about a model as assessments keep them: what the head version says, and the last act on it. */
@Component
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
class ReviewedFindings implements FindingsOnRecord {

    private final FindingStore store;

    ReviewedFindings(FindingStore store) {
        this.store = store;
    }

    @Override
    public List<Observation> of(String model) {
        return Stream.of(PublishedFinding.Family.values()).flatMap(family -> store.of(model, family).stream()).map(ReviewedFindings::observation).toList();
    }

    private static Observation observation(BehaviourFinding finding) {
        Statement said = finding.said();
        BehaviourFinding.Version last = finding.versions().getFirst();
        return new Observation(
                new PublishedFinding(said.family(), said.kind(), said.topicGroup(), said.topic(), said.behaviour(), said.statement(), said.testedModel(),
                        said.applicability(), said.evaluator(), said.language(), said.host(), said.metric(), said.value(), said.n(), said.sourceUrl(),
                        said.asOf() == null ? null : Day.parse(said.asOf()).orElse(null), said.limits()),
                new Review(finding.id().toString(), finding.status(), last.by().name(), last.at().atOffset(ZoneOffset.UTC).toLocalDate(), last.reason(),
                        said.isOfThisBuild() ? said.confirmedBy() : null, said.reply(), said.replyUrl(), said.replyOn(),
                        finding.successor() == null ? null : finding.successor().toString()));
    }
}
