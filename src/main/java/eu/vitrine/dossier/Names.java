package eu.vitrine.dossier;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import java.util.List;

/** The few facts that cover and figures name; all others are iterated. */
final class Names {

    static final String LEGAL_NAME = "provider.legal_name";
    static final String COUNTRY = "provider.country";
    static final String COMPUTE = "model.training.compute";
    static final String CUMULATIVE = "model.training.cumulative_compute";
    static final String COMPUTE_BASIS = "model.training.compute_basis";
    static final String LICENCE_ID = "licence.id";
    static final String ARTEFACTS = "licence.artefacts";
    static final String FIELDS_OF_USE = "licence.restrictions.fields_of_use";
    static final String TERRITORIES = "licence.restrictions.excluded_territories";
    static final String COMMERCIAL = "licence.permits_commercial_use";
    static final String OPERATOR = "service.operator";
    static final String SERVICE_KIND = "service.kind";
    static final String DATA_LOCATION = "service.data_location";
    static final String COVERAGE = "model.censorship.coverage";
    /** Section whose facts limit what we may do. */
    static final String RESTRICTIONS = "licence-restrictions";

    private static final List<String> ALL = List.of(
            LEGAL_NAME, COUNTRY, COMPUTE, CUMULATIVE, COMPUTE_BASIS, LICENCE_ID, ARTEFACTS, FIELDS_OF_USE, TERRITORIES, COMMERCIAL,
            OPERATOR, SERVICE_KIND, DATA_LOCATION, COVERAGE);

    private Names() {}

    /** @throws IllegalArgumentException naming the fact that the vocabulary does not declare */
    static void check(Vocabulary vocabulary) {
        ALL.forEach(vocabulary::get);
    }

    static FactDeclaration of(Vocabulary vocabulary, String id) {
        return vocabulary.get(id);
    }
}
