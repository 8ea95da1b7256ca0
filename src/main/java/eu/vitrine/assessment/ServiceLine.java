package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.List;

/**
 * A service that offers the model, with what is known of it.
 *
 * @param operator who runs it, in words
 * @param kind what kind of offer it is, in words
 * @param location where inputs are processed, in words
 * @param known everything else that is recorded
 * @param unknown labels of what nobody has looked for
 */
public record ServiceLine(String slug, FactLine operator, FactLine kind, FactLine location, List<FactLine> known, List<String> unknown) {

    private static final String OPERATOR = "service.operator";
    private static final String KIND = "service.kind";
    private static final String LOCATION = "service.data_location";

    static ServiceLine of(Vocabulary vocabulary, Subject.Part service) {
        List<FactLine> lines = vocabulary.sections(Kind.SERVICE).stream().flatMap(section -> section.facts().stream()).map(FactDeclaration::id)
                .filter(id -> !List.of(OPERATOR, KIND, LOCATION).contains(id))
                .map(id -> FactLine.of(vocabulary, service.facts(), id)).toList();
        return new ServiceLine(service.slug(), FactLine.of(vocabulary, service.facts(), OPERATOR),
                FactLine.of(vocabulary, service.facts(), KIND), FactLine.of(vocabulary, service.facts(), LOCATION),
                lines.stream().filter(FactLine::isRecorded).toList(),
                lines.stream().filter(line -> !line.isRecorded()).map(FactLine::label).toList());
    }
}
