package eu.vitrine.dossier;

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
    static final String COMMERCIAL = "licence.permits_commercial_use";
    static final String OPERATOR = "service.operator";
    static final String SERVICE_KIND = "service.kind";
    static final String DATA_LOCATION = "service.data_location";
    static final String LIFECYCLE_OF = "model.lifecycle_of";
    static final String USE_MODEL = "use.model";
    static final String USE_SERVICE = "use.service";
    static final String EMBEDS = "service.models";
    /** Classifications that the cover and the figures name. */
    static final String RELIEF = "freeAndOpenSource";
    static final String RISK = "systemicRisk";
    static final String WHO = "provider";
    static final String OUR_ROLE = "ourRole";
    static final String HIGH_RISK = "highRisk";
    static final String EMBEDDED = "embeddedModels";
    /** Section whose facts limit what we may do. */
    static final String RESTRICTIONS = "licence-restrictions";

    private static final List<String> ALL = List.of(
            LEGAL_NAME, COUNTRY, COMPUTE, CUMULATIVE, COMPUTE_BASIS, LICENCE_ID, ARTEFACTS, COMMERCIAL,
            OPERATOR, SERVICE_KIND, DATA_LOCATION, LIFECYCLE_OF, USE_MODEL, USE_SERVICE, EMBEDS);

    private Names() {}

    /** @throws IllegalArgumentException naming the fact that the vocabulary does not declare */
    static void check(Vocabulary vocabulary) {
        ALL.forEach(vocabulary::get);
    }
}
