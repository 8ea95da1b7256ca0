package eu.vitrine.intake;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.NotCarried;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record holds that others do not know: facts that only we can know by the vocabulary, and facts that are not public by
 * it and have no address in the record. It stays out of files that are made to be given away.
 */
@Component
class OwnKnowledge {

    private static final String ONLY_WE = "Left out, because only we know it.";
    private static final String NO_ADDRESS = "Left out, because it is not public by its nature and the record gives no address where it is published.";

    private final Vocabulary vocabulary;

    OwnKnowledge(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A record without it, and what was left out. */
    record Public(RecordFile file, List<NotCarried> leftOut) {}

    Public without(RecordFile model) {
        List<NotCarried> leftOut = new ArrayList<>();
        Facts facts = without(null, model.model(), leftOut);
        Subject.Part provider = model.provider() == null ? null : without(model.provider(), leftOut);
        List<Subject.Part> licences = model.licences().stream().map(part -> without(part, leftOut)).toList();
        List<Subject.Part> services = model.services().stream().map(part -> without(part, leftOut)).toList();
        return new Public(model.withFacts(Kind.MODEL, facts).with(provider, licences, services), List.copyOf(leftOut));
    }

    private Subject.Part without(Subject.Part part, List<NotCarried> leftOut) {
        return new Subject.Part(part.kind(), part.slug(), without(part.slug(), part.facts(), leftOut));
    }

    private Facts without(@Nullable String part, Facts facts, List<NotCarried> leftOut) {
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts.all()) {
            String why = why(fact);
            if (why == null) {
                kept.add(fact);
            } else {
                leftOut.add(new NotCarried(part, fact.id(), false, why));
            }
        }
        return Facts.of(kept);
    }

    private @Nullable String why(Fact fact) {
        FactDeclaration declared = vocabulary.get(fact.id());
        if (declared.judgement()) {
            return null; // the formats say so themselves
        }
        if (declared.knownBy() == FactDeclaration.KnownBy.US) {
            return ONLY_WE;
        }
        boolean published = declared.knownBy() == FactDeclaration.KnownBy.PUBLIC || fact.claim().value() == null || fact.claim().sourceUrl() != null;
        return published ? null : NO_ADDRESS;
    }
}
