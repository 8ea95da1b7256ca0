package eu.vitrine.registry;

import eu.vitrine.api.Fault;
import eu.vitrine.api.JsonBody;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the record that a program sends: the JSON of the interchange format. A model names its provider, licences and services
 * and says nothing about them but what a licence covers; any other record states facts of its own kind.
 */
@Component
class RecordBody {

    /** What the server says about a record and nobody may send. */
    private static final Set<String> SERVER_OWNED = Set.of("revision", "latestAssessment", "record", "etag", "number", "sha256", "at", "by", "origin");
    private static final String NAME = "the body";

    private final RecordReader reader;
    private final Vocabulary vocabulary;

    RecordBody(Vocabulary vocabulary) {
        this.reader = RecordReader.ofKept(vocabulary);
        this.vocabulary = vocabulary;
    }

    /**
     * The record that the JSON says.
     *
     * @param slug the slug of the address, or null where the address has none
     * @throws ErrorResponseException with 400 and every fault with its pointer
     */
    RecordFile record(Kind kind, @Nullable String slug, JsonNode json) {
        byte[] bytes = JsonBody.bytes(json);
        List<Fault> faults = new ArrayList<>(misplaced(kind, slug, json));
        Reading reading = reader.read(List.of(new Source(NAME, bytes)));
        faults.addAll(faults(reading, bytes, faults.stream().map(Fault::pointer).toList()));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return reading.records().getFirst();
    }

    /**
     * Refuses judgements that the record does not hold already: a program sends facts, and a judgement needs two persons.
     *
     * @param present what the record says now
     * @throws ErrorResponseException with 400 and every such fact
     */
    void refuseJudgements(Facts said, Facts present) {
        List<Fault> faults = said.all().stream().filter(fact -> vocabulary.get(fact.id()).judgement() && !fact.equals(present.get(fact.id()))
                && !fact.equals(Fact.unknown(fact.id()))).map(RecordBody::judged).toList();
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
    }

    private static Fault judged(Fact fact) {
        String nested = "/" + fact.id().replace('.', '/');
        return new Fault(fact.id().startsWith(Kind.MODEL.code() + ".") ? nested : "/facts/" + BodyPlaces.escaped(fact.id()), "judgement", "\"" + fact.id()
                + "\" is a person's judgement and no program can send it; it is made as a determination that a second person confirms.");
    }

    private static ErrorResponseException refused(List<Fault> faults) {
        return Fault.refused(HttpStatus.BAD_REQUEST, "The record cannot be read as it is; nothing was saved.", faults);
    }

    /** What the reader complains about, unless something is said of that place already. */
    private static List<Fault> faults(Reading reading, byte[] bytes, List<String> said) {
        if (reading.problems().isEmpty()) {
            return List.of();
        }
        BodyPlaces places = places(bytes);
        return reading.problems().stream().map(problem -> new Fault(places.of(problem), code(problem), problem.message()))
                .filter(fault -> !said.contains(fault.pointer())).toList();
    }

    private static BodyPlaces places(byte[] bytes) {
        try {
            return new BodyPlaces(LocatedReader.read(new String(bytes, StandardCharsets.UTF_8), NAME));
        } catch (InvalidFile e) {
            return new BodyPlaces(new Located.Scalar(NAME, 1, 1, null, "")); // the one problem is then about the whole body
        }
    }

    private static String code(Problem problem) {
        return problem.message().contains("\" is not known here") ? "unknown-member" : problem.message().endsWith("\" is missing") ? "missing" : "invalid";
    }

    private List<Fault> misplaced(Kind kind, @Nullable String slug, JsonNode json) {
        List<Fault> faults = new ArrayList<>();
        json.propertyNames().stream().filter(SERVER_OWNED::contains).forEach(name -> faults.add(
                new Fault("/" + name, "server-owned", "\"" + name + "\" is said by the server and cannot be sent; leave it out.")));
        String own = json.path("slug").asString("");
        if (slug != null && !own.isEmpty() && !own.equals(slug)) {
            faults.add(new Fault("/slug", "slug-differs", "The slug is \"" + own + "\" and the address says \"" + slug + "\"; a slug never changes."));
        }
        if (kind == Kind.MODEL) {
            ofModel(json, faults);
        } else {
            ofPart(kind, json, faults);
        }
        return faults;
    }

    private static void ofModel(JsonNode json, List<Fault> faults) {
        if (json.has("facts") || json.has("licence")) {
            String key = json.has("facts") ? "facts" : "licence";
            faults.add(new Fault("/" + key, "wrong-shape", "A model is sent in the shape of the catalogue, with its facts nested under \"model\"."));
            return;
        }
        elsewhere("/provider", json.path("provider"), Kind.PROVIDER, faults);
        for (Kind part : List.of(Kind.LICENCE, Kind.SERVICE)) {
            String list = part.code() + "s";
            for (int i = 0; i < json.path(list).size(); i++) {
                elsewhere("/" + list + "/" + i, json.path(list).path(i), part, faults);
            }
        }
    }

    /** A reference has a slug; a licence also what it covers. Everything else is a fact of the other record. */
    private static void elsewhere(String pointer, JsonNode part, Kind kind, List<Fault> faults) {
        for (String name : part.propertyNames()) {
            boolean ofModel = name.equals("slug") || kind == Kind.LICENCE && name.equals("artefacts");
            if (!ofModel && !part.get(name).isNull()) {
                faults.add(new Fault(pointer + "/" + BodyPlaces.escaped(name), "fact-of-another-record", "A model refers to its " + kind.code()
                        + " by slug; send this to /api/v1/" + kind.code() + "s/" + part.path("slug").asString("{slug}") + " instead."));
            }
        }
    }

    private void ofPart(Kind kind, JsonNode json, List<Fault> faults) {
        boolean licence = kind == Kind.LICENCE && json.has("licence");
        if (!licence && !json.path("facts").isObject()) {
            faults.add(new Fault(json.has("facts") ? "/facts" : "", "wrong-shape",
                    "A record of this kind has exactly \"slug\", \"name\" and \"facts\", its facts by their ids."));
            return;
        }
        for (String id : json.path("facts").propertyNames()) {
            Kind of = vocabulary.find(id).map(FactDeclaration::kind).orElse(kind);
            if (of != kind) {
                faults.add(new Fault("/facts/" + BodyPlaces.escaped(id), "fact-of-another-record", "\"" + id + "\" is a fact of a " + of.code()
                        + "; send it to /api/v1/" + (of == Kind.ORGANISATION ? "organisation" : of.code() + "s/{slug}") + " instead."));
            }
        }
    }
}
