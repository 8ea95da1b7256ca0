package eu.vitrine.registry;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Plausibility;
import eu.vitrine.web.DatesInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which of the questions that an assessment needs first have an answer. */
@Component
public class FirstQuestions {

    private static final String WEIGHTS = "model.openness.weights";
    private static final String CLOSED = "closed";
    private static final String ARTEFACTS = "licence.artefacts";
    private static final String OF_WEIGHTS = "weights";

    private final Records records;
    private final Vocabulary vocabulary;
    private final Plausibility plausibility;
    private final DatesInWords dates;

    FirstQuestions(Records records, Vocabulary vocabulary, Plausibility plausibility, DatesInWords dates) {
        this.records = records;
        this.vocabulary = vocabulary;
        this.plausibility = plausibility;
        this.dates = dates;
        vocabulary.get(WEIGHTS);
        vocabulary.get(ARTEFACTS);
    }

    /** Whether somebody has answered, be it that nothing was found or that nobody here knows. */
    public static boolean isAnswered(Claim claim) {
        return claim.state() != State.UNKNOWN || claim.note() != null || claim.sourceUrl() != null || claim.checkedOn() != null;
    }

    /** How far a model is, as its record and those it refers to say now. */
    public Readiness of(String slug) {
        Edition model = records.head(Kind.MODEL, slug);
        var parts = new ArrayList<Readiness.Part>();
        parts.add(part(Kind.MODEL, model));
        Subject.Part provider = model.file().provider();
        if (provider != null) {
            records.find(Kind.PROVIDER, provider.slug()).ifPresent(found -> parts.add(part(Kind.PROVIDER, found)));
        }
        boolean closed = model.facts().get(WEIGHTS).claim().value() instanceof FactValue.Text said && said.value().equals(CLOSED);
        List<Subject.Part> licences = closed ? List.of() : model.file().licences().stream().filter(FirstQuestions::mayCoverWeights).toList();
        licences.stream().map(licence -> records.find(Kind.LICENCE, licence.slug())).flatMap(Optional::stream)
                .forEach(found -> parts.add(part(Kind.LICENCE, found)));
        return new Readiness(parts, provider != null, closed || !licences.isEmpty());
    }

    private static boolean mayCoverWeights(Subject.Part licence) {
        return !(licence.facts().get(ARTEFACTS).claim().value() instanceof FactValue.Items covered) || covered.values().contains(OF_WEIGHTS);
    }

    private Readiness.Part part(Kind kind, Edition edition) {
        return about(new RecordName(kind, edition.pin().slug(), edition.file().name()), edition.facts());
    }

    /** How far a record is if it says this. */
    public Readiness.Part about(RecordName record, Facts facts) {
        List<FactDeclaration> asked = vocabulary.sections(record.kind()).stream().flatMap(section -> section.facts().stream())
                .filter(fact -> fact.first() && !fact.retired() && plausibility.asks(fact, facts, dates.today()).orElse(true)).toList();
        List<FactDeclaration> open = asked.stream().filter(fact -> !isAnswered(facts.get(fact.id()).claim())).toList();
        return new Readiness.Part(record, open, asked.size());
    }
}
