package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of providers and licences for programs, in the shape in which services are read. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PartEndpoints {

    private final ModelRegistry registry;
    private final Records records;
    private final JsonMapper json;

    PartEndpoints(ModelRegistry registry, Records records, JsonMapper json) {
        this.registry = registry;
        this.records = records;
        this.json = json;
    }

    /** @param record the provider or licence in the interchange format */
    record Part(String slug, String name, RevisionLine revision, JsonNode record) {}

    record RevisionLine(int number, String sha256, Instant at, String by, String origin) {

        static RevisionLine of(Revision revision) {
            return new RevisionLine(revision.pin().number(), revision.pin().sha256(), revision.at(), revision.by().name(), revision.origin().name());
        }
    }

    @GetMapping("/providers/{slug}")
    ResponseEntity<Part> provider(@PathVariable String slug) {
        return part(Kind.PROVIDER, slug);
    }

    @GetMapping("/licences/{slug}")
    ResponseEntity<Part> licence(@PathVariable String slug) {
        return part(Kind.LICENCE, slug);
    }

    private ResponseEntity<Part> part(Kind kind, String slug) {
        Edition head = records.head(kind, slug);
        return ResponseEntity.ok().eTag(head.pin().etag())
                .body(new Part(slug, head.file().name(), RevisionLine.of(head.revision()), json.readTree(head.file().canonical())));
    }

    @GetMapping("/providers/{slug}/revisions")
    List<RevisionLine> revisionsOfProvider(@PathVariable String slug) {
        return registry.revisions(Kind.PROVIDER, slug).stream().map(RevisionLine::of).toList();
    }

    @GetMapping("/licences/{slug}/revisions")
    List<RevisionLine> revisionsOfLicence(@PathVariable String slug) {
        return registry.revisions(Kind.LICENCE, slug).stream().map(RevisionLine::of).toList();
    }
}
