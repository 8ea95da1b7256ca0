package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.RevisionPin;
import java.util.List;

/**
 * Where a reader of an assessment finds what is recorded of a fact: on the page of the assessment for facts of the record that was
 * assessed, on the page of the other record for facts of that one.
 */
public record FactPlaces(Assessment assessment) {

    /** Path of the fact, or of its section where nothing is recorded. */
    public String to(String fact) {
        FactDeclaration declaration = assessment.set().vocabulary().get(fact);
        boolean recorded = assessment.subject().facts().get(fact).state() != State.UNKNOWN;
        return page(declaration.kind()) + (recorded ? "#fact-" + fact : "#facts-" + declaration.section());
    }

    /** Several records of one kind may have been read; the page of the assessment names them all. */
    private String page(Kind kind) {
        List<RevisionPin> read = assessment.pins().stream().filter(pin -> pin.kind() == kind && !pin.isNone()).toList();
        return kind == assessment.line().kind() || read.size() != 1 ? assessment.line().path() : RecordName.pathOf(kind, read.getFirst().slug());
    }
}
