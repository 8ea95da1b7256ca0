package eu.vitrine.registry;

import eu.vitrine.exchange.Lineage;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record says. A model is kept in the shape of a catalogue file that names its provider, licences and services and
 * says nothing about them but what a licence covers; every other record in the shape of a scenario file with the facts of its
 * kind. Both are formats that anybody can read without this product.
 *
 * @param file the content in its shape; its canonical bytes are what a revision keeps
 */
record Content(Kind kind, RecordFile file) {

    /** What of a model a licence covers: the one fact of a licence that belongs to the model. */
    static final String ARTEFACTS = "licence.artefacts";
    /** The record that the large pre-training run of a model began with. */
    static final String LIFECYCLE_OF = "model.lifecycle_of";
    /** The model that a use is about. */
    static final String MODEL_OF_USE = "use.model";
    /** The service that a use is about. */
    static final String SERVICE_OF_USE = "use.service";
    /** The models that a service offers or embeds. */
    static final String MODELS_OF_SERVICE = "service.models";

    /** By which fact a record is called that no file gives a name, the first that has a value. */
    private static final Map<Kind, List<String>> CALLED_BY = Map.of(
            Kind.PROVIDER, List.of("provider.brand", "provider.legal_name"),
            Kind.LICENCE, List.of("licence.id"),
            Kind.SERVICE, List.of("service.operator"));

    /** How SPDX spells a licence that it does not list; people leave it out. */
    private static final String NOT_LISTED = "LicenseRef-";

    /** The facts that this class names, to be found in the vocabulary at start. */
    static List<String> factsNamed() {
        var named = new ArrayList<>(List.of(ARTEFACTS, LIFECYCLE_OF, MODEL_OF_USE, SERVICE_OF_USE, MODELS_OF_SERVICE));
        CALLED_BY.values().forEach(named::addAll);
        named.addAll(Lineage.factsNamed());
        return named;
    }

    /** Whether this may be the slug of a record; bases without a record are named as people name them. */
    static boolean isSlug(String name) {
        return Codes.isSlug(name);
    }

    /** The model of a catalogue file without what is true of others. */
    static Content ofModel(RecordFile whole) {
        var provider = whole.provider() == null ? null : bare(whole.provider());
        var licences = whole.licences().stream()
                .map(licence -> new Subject.Part(Kind.LICENCE, licence.slug(), artefacts(licence.facts())))
                .toList();
        var services = whole.services().stream().map(Content::bare).toList();
        return new Content(Kind.MODEL, with(whole, provider, licences, services));
    }

    /** A record of another kind. */
    static Content ofPart(Kind kind, String slug, String name, Facts facts) {
        var part = List.of(new Subject.Part(kind, slug, facts));
        return new Content(kind, new RecordFile(RecordFile.Shape.SCENARIO, slug, name, null, null, Facts.none(),
                kind == Kind.PROVIDER ? part.getFirst() : null, kind == Kind.LICENCE ? part : List.of(),
                kind == Kind.SERVICE ? part : List.of(), kind == Kind.USE ? facts : Facts.none(),
                kind == Kind.ORGANISATION ? facts : Facts.none(), List.of(), List.of(), List.of(), List.of(), null));
    }

    /** The provider, licences and services of a catalogue file as records of their own. */
    static List<Content> partsOf(RecordFile whole) {
        var parts = new ArrayList<Content>();
        if (whole.provider() != null) {
            parts.add(part(whole.provider(), whole.provider().facts(), whole.name()));
        }
        whole.licences().forEach(licence -> parts.add(part(licence, withoutArtefacts(licence.facts()), whole.name())));
        whole.services().forEach(service -> parts.add(part(service, service.facts(), whole.name())));
        return parts;
    }

    private static Content part(Subject.Part part, Facts facts, String model) {
        String called = CALLED_BY.get(part.kind()).stream()
                .map(id -> facts.get(id).claim().value() instanceof FactValue.Text text ? text.value() : "")
                .filter(text -> !text.isBlank())
                .findFirst().orElse(part.slug());
        if (part.kind() == Kind.LICENCE && called.startsWith(NOT_LISTED)) {
            called = called.substring(NOT_LISTED.length()).replace('-', ' ');
        }
        return ofPart(part.kind(), part.slug(), part.kind() == Kind.SERVICE ? model + " at " + called : called, facts);
    }

    String slug() {
        return file.slug();
    }

    /** The facts of the record itself. */
    Facts facts() {
        return switch (kind) {
            case MODEL -> file.model();
            case PROVIDER -> file.provider() == null ? Facts.none() : file.provider().facts();
            case LICENCE -> file.licences().isEmpty() ? Facts.none() : file.licences().getFirst().facts();
            case SERVICE -> file.services().isEmpty() ? Facts.none() : file.services().getFirst().facts();
            case USE -> file.use();
            case ORGANISATION -> file.organisation();
        };
    }

    /** The same content under another name. */
    Content named(String name) {
        return ofPart(kind, slug(), name, facts());
    }

    /** This model with what its provider, licences and services say. */
    RecordFile whole(@Nullable Content provider, List<Content> licences, List<Content> services) {
        var licenceParts = new ArrayList<Subject.Part>();
        for (int i = 0; i < licences.size(); i++) {
            Subject.Part own = file.licences().get(i);
            licenceParts.add(new Subject.Part(Kind.LICENCE, own.slug(), own.facts().and(licences.get(i).facts())));
        }
        return with(file, provider == null ? null : provider.asPart(), licenceParts, services.stream().map(Content::asPart).toList());
    }

    private Subject.Part asPart() {
        return new Subject.Part(kind, slug(), facts());
    }

    private static Subject.Part bare(Subject.Part part) {
        return new Subject.Part(part.kind(), part.slug(), Facts.none());
    }

    private static Facts artefacts(Facts licence) {
        Fact artefacts = licence.get(ARTEFACTS);
        return artefacts.equals(Fact.unknown(ARTEFACTS)) ? Facts.none() : Facts.of(List.of(artefacts));
    }

    private static Facts withoutArtefacts(Facts licence) {
        return Facts.of(licence.all().stream().filter(fact -> !fact.id().equals(ARTEFACTS)).toList());
    }

    private static RecordFile with(RecordFile file, Subject.@Nullable Part provider, List<Subject.Part> licences,
            List<Subject.Part> services) {
        return new RecordFile(RecordFile.Shape.CATALOGUE, file.slug(), file.name(), file.version(), file.family(), file.model(),
                provider, licences, services, Facts.none(), Facts.none(), file.findings(), file.indices(), file.opinions(),
                file.gaps(), file.recordWritten());
    }
}
