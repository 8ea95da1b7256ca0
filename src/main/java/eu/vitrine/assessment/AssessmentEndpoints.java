package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.registry.ModelRecord;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads for programs; {@code openapi/base.json} describes them and a test holds the two together. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class AssessmentEndpoints {

    private final Assessments assessments;
    private final ModelRegistry registry;
    private final JsonMapper json;

    AssessmentEndpoints(Assessments assessments, ModelRegistry registry, JsonMapper json) {
        this.assessments = assessments;
        this.registry = registry;
        this.json = json;
    }

    /** @param record the model in the exchange format, with provider, licences and services */
    record OneModel(String slug, String name, @Nullable String version, RevisionLine revision, @Nullable Integer latestAssessment,
            JsonNode record) {}

    @GetMapping("/models/{slug}")
    OneModel model(@PathVariable String slug) {
        ModelRecord model = registry.model(slug);
        List<AssessmentLine> all = assessments.all(slug);
        return new OneModel(slug, model.name(), model.version(), line(model.head()), all.isEmpty() ? null : all.getFirst().number(),
                json.readTree(registry.record(slug).canonical()));
    }

    record RevisionLine(int number, String sha256, Instant at, String by, String origin) {}

    @GetMapping("/models/{slug}/revisions")
    List<RevisionLine> revisions(@PathVariable String slug) {
        return registry.revisions(Kind.MODEL, slug).stream().map(AssessmentEndpoints::line).toList();
    }

    static RevisionLine line(Revision revision) {
        return new RevisionLine(revision.pin().number(), revision.pin().sha256(), revision.at(), revision.by().name(), revision.origin().name());
    }

    record StoredLine(int number, LocalDate asOf, Instant at, String by, String sha256, @Nullable LocalDate nextDate) {}

    @GetMapping("/models/{slug}/assessments")
    List<StoredLine> stored(@PathVariable String slug) {
        registry.model(slug); // a model that does not exist is told apart from one never assessed
        return assessments.all(slug).stream().map(AssessmentEndpoints::line).toList();
    }

    static StoredLine line(AssessmentLine line) {
        return new StoredLine(line.number(), line.asOf(), line.at(), line.by().name(), line.sha256(), line.nextDate());
    }

    /** The very bytes that were stored, which are those the command line prints. */
    @GetMapping("/models/{slug}/assessments/{number}")
    ResponseEntity<byte[]> one(@PathVariable String slug, @PathVariable int number) {
        byte[] stored = assessments.json(slug, number);
        return ResponseEntity.ok().eTag("\"" + Sha256.of(stored) + "\"").body(stored);
    }
}
