package eu.vitrine.assessment;

import eu.vitrine.assessment.AssessmentEndpoints.RevisionLine;
import eu.vitrine.assessment.AssessmentEndpoints.StoredLine;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.OurRecord;
import eu.vitrine.registry.PartRecord;
import eu.vitrine.registry.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of services, uses and the organisation for programs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class OurEndpoints {

    private final Assessments assessments;
    private final ModelRegistry registry;
    private final JsonMapper json;

    OurEndpoints(Assessments assessments, ModelRegistry registry, JsonMapper json) {
        this.assessments = assessments;
        this.registry = registry;
        this.json = json;
    }

    /** @param record the service in the exchange format */
    record OneService(String slug, String name, RevisionLine revision, JsonNode record) {}

    @GetMapping("/services/{slug}")
    OneService service(@PathVariable String slug) {
        PartRecord service = registry.service(slug);
        return new OneService(slug, service.name(), AssessmentEndpoints.line(service.head()), record(Kind.SERVICE, slug));
    }

    /** @param record the use or organisation in the exchange format, with its own facts */
    record OneOfOurs(String slug, String name, RevisionLine revision, @Nullable Integer latestAssessment, JsonNode record) {}

    @GetMapping("/uses/{slug}")
    OneOfOurs use(@PathVariable String slug) {
        return one(registry.use(slug));
    }

    @GetMapping("/organisation")
    OneOfOurs organisation() {
        return one(ourselves());
    }

    private OneOfOurs one(OurRecord ours) {
        List<AssessmentLine> all = assessments.all(ours.kind(), ours.slug());
        return new OneOfOurs(ours.slug(), ours.name(), AssessmentEndpoints.line(ours.head()), all.isEmpty() ? null : all.getFirst().number(),
                record(ours.kind(), ours.slug()));
    }

    private JsonNode record(Kind kind, String slug) {
        return json.readTree(registry.record(kind, slug).canonical());
    }

    private OurRecord ourselves() {
        return registry.organisation().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is recorded of the organisation."));
    }

    @GetMapping("/services/{slug}/revisions")
    List<RevisionLine> revisionsOfService(@PathVariable String slug) {
        return revisions(registry.revisions(Kind.SERVICE, slug));
    }

    @GetMapping("/uses/{slug}/revisions")
    List<RevisionLine> revisionsOfUse(@PathVariable String slug) {
        return revisions(registry.revisions(Kind.USE, slug));
    }

    @GetMapping("/organisation/revisions")
    List<RevisionLine> revisionsOfOrganisation() {
        return revisions(registry.revisions(Kind.ORGANISATION, ourselves().slug()));
    }

    private static List<RevisionLine> revisions(List<Revision> revisions) {
        return revisions.stream().map(AssessmentEndpoints::line).toList();
    }

    @GetMapping("/uses/{slug}/assessments")
    List<StoredLine> assessmentsOfUse(@PathVariable String slug) {
        return stored(registry.use(slug));
    }

    @GetMapping("/organisation/assessments")
    List<StoredLine> assessmentsOfOrganisation() {
        return stored(ourselves());
    }

    private List<StoredLine> stored(OurRecord ours) {
        return assessments.all(ours.kind(), ours.slug()).stream().map(AssessmentEndpoints::line).toList();
    }

    @GetMapping("/uses/{slug}/assessments/{number}")
    ResponseEntity<byte[]> assessmentOfUse(@PathVariable String slug, @PathVariable int number) {
        return bytes(registry.use(slug), number);
    }

    @GetMapping("/organisation/assessments/{number}")
    ResponseEntity<byte[]> assessmentOfOrganisation(@PathVariable int number) {
        return bytes(ourselves(), number);
    }

    /** The very bytes that were stored, which are those the command line prints. */
    private ResponseEntity<byte[]> bytes(OurRecord ours, int number) {
        byte[] stored = assessments.json(ours.kind(), ours.slug(), number);
        return ResponseEntity.ok().eTag("\"" + Sha256.of(stored) + "\"").body(stored);
    }
}
