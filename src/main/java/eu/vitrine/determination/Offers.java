package eu.vitrine.determination;

import eu.vitrine.assessment.AnswerOfRule;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.registry.VisibleRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person can determine about an answer. */
@Component
class Offers {

    private final Vocabulary vocabulary;
    private final VisibleRecords visible;

    Offers(Vocabulary vocabulary, VisibleRecords visible) {
        this.vocabulary = vocabulary;
        this.visible = visible;
    }

    /**
     * The judgements that the rule asks for, what would settle it first; where it asks for none and a person should look, whether it suffices
     * or is proportionate; and always whether the answer holds.
     */
    List<Offer> of(Assessment assessment, AnswerOfRule answer) {
        var offers = new ArrayList<Offer>();
        Stream.concat(answer.settledBy().stream(), answer.facts().stream()).distinct().flatMap(id -> vocabulary.find(id).stream()).filter(Offer.Asked::isOne)
                .forEach(declared -> holding(assessment, declared.kind()).forEach(pin ->
                        offers.add(new Offer(Question.of(declared), new Offer.Asked(declared, pin.kind(), pin.slug())))));
        if (offers.isEmpty() && answer.review()) {
            offers.add(new Offer(Question.SUFFICIENCY, null));
            offers.add(new Offer(Question.PROPORTIONALITY, null));
        }
        offers.add(new Offer(Question.OVERRIDE, null));
        return offers;
    }

    /** The fact that an answer becomes; null where the rule asks for none. */
    static Conclusion.@Nullable Judged judged(Offer offer) {
        Offer.Asked asked = offer.asked();
        return asked == null ? null : new Conclusion.Judged(asked.fact().id(), asked.kind(), asked.slug());
    }

    private Stream<RevisionPin> holding(Assessment assessment, Kind kind) {
        boolean own = kind == assessment.line().kind(); // of a model that began as another, the other was read too, for its lifecycle alone
        return assessment.pins().stream().filter(pin -> pin.kind() == kind && !pin.isNone() && (!own || pin.slug().equals(assessment.slug())) && visible.sees(kind, pin.slug()));
    }
}
