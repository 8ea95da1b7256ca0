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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record holds that others do not know: facts that only we can know by the vocabulary, and facts that are not public by
 * it and have no address in the record; and beside every fact the notes, the reason why a source was chosen and who searched, which
 * colleagues wrote for each other. It stays out of files that are made to be given away.
 */
@Component
class OwnKnowledge {

    private static final String ONLY_WE = "Left out, because only we know it.";
    private static final String NO_ADDRESS = "Left out, because it is not public by its nature and the record gives no address where it is published.";

    private final Vocabulary vocabulary;

    OwnKnowledge(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A record without it, and what was left out.
     *
     * @param remarks beside how many facts that go out something was left out
     */
    record Public(RecordFile file, List<NotCarried> leftOut, int remarks) {

        /** A record with all of it. */
        static Public all(RecordFile file) {
            return new Public(file, List.of(), 0);
        }
    }

    Public without(RecordFile model) {
        var left = new Left(new ArrayList<>(), new HashSet<>());
        Facts facts = without(null, model.model(), left);
        Subject.Part provider = model.provider() == null ? null : without(model.provider(), left);
        List<Subject.Part> licences = model.licences().stream().map(part -> without(part, left)).toList();
        List<Subject.Part> services = model.services().stream().map(part -> without(part, left)).toList();
        return new Public(model.withFacts(Kind.MODEL, facts).with(provider, licences, services), List.copyOf(left.facts()), left.remarks().size());
    }

    /** What was left out so far: facts, and the facts beside which something was. */
    private record Left(List<NotCarried> facts, Set<String> remarks) {}

    private Subject.Part without(Subject.Part part, Left left) {
        return new Subject.Part(part.kind(), part.slug(), without(part.slug(), part.facts(), left));
    }

    private Facts without(@Nullable String part, Facts facts, Left left) {
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts.all()) {
            String why = why(fact);
            if (why == null) {
                Fact bare = fact.withoutRemarks();
                if (!bare.equals(Fact.unknown(fact.id()))) {
                    kept.add(bare);
                }
                if (!bare.equals(fact) && !vocabulary.get(fact.id()).judgement()) {
                    left.remarks().add(part + "/" + fact.id());
                }
            } else {
                left.facts().add(new NotCarried(part, fact.id(), false, why));
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
