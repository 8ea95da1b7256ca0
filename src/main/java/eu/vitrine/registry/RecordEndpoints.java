package eu.vitrine.registry;

import eu.vitrine.api.JsonBody;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/**
 * Single records for programs, of all six kinds: the record itself in the interchange format, and nothing beside it. What is
 * read so can be sent back so; {@code openapi/registry.json} describes it.
 */
@RestController
@RequestMapping(path = {"/api/v1/models/{slug}", "/api/v1/providers/{slug}", "/api/v1/licences/{slug}", "/api/v1/services/{slug}",
    "/api/v1/uses/{slug}", "/api/v1/organisation"}, produces = MediaType.APPLICATION_JSON_VALUE)
class RecordEndpoints {

    private static final String VIEW = "?view=record";

    private static final int LONGEST_REASON = 1000;

    private final Records records;
    private final ModelRegistry registry;
    private final RecordBody body;
    private final Preconditions preconditions;

    RecordEndpoints(Records records, ModelRegistry registry, RecordBody body, Preconditions preconditions) {
        this.records = records;
        this.registry = registry;
        this.body = body;
        this.preconditions = preconditions;
    }

    /** The canonical bytes of the head. */
    @GetMapping(params = "view=record")
    ResponseEntity<byte[]> record(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug) {
        Kind kind = kind(request);
        String own = slug != null ? slug : ourselves().orElseThrow(RecordEndpoints::noOrganisation);
        return said(records.head(kind, own), ResponseEntity.ok());
    }

    /** Creates the record or replaces what its head says. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('OFFICER')")
    ResponseEntity<byte[]> put(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestParam(required = false) @Nullable String reason) throws IOException {
        Kind kind = kind(request);
        JsonNode json = JsonBody.of(request);
        String own = slug != null ? slug : ourselves().orElseGet(() -> json.path("slug").asString(""));
        int expected = preconditions.matchingOrNew(kind, own, ifMatch, ifNoneMatch);
        return saved(request, new Saving(kind, body.record(kind, own.isEmpty() ? null : own, json), expected), reason);
    }

    /** Changes what the patch names and leaves everything else. */
    @PatchMapping(consumes = "application/merge-patch+json")
    @PreAuthorize("hasRole('OFFICER')")
    ResponseEntity<byte[]> patch(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason) throws IOException {
        Kind kind = kind(request);
        String own = slug != null ? slug : ourselves().orElseThrow(RecordEndpoints::noOrganisation);
        JsonNode patch = JsonBody.of(request);
        int expected = preconditions.matching(kind, own, ifMatch);
        JsonNode head = JsonBody.of(records.revision(kind, own, expected).file().canonical());
        return saved(request, new Saving(kind, body.record(kind, own, MergePatch.merged(head, patch)), expected), reason);
    }

    private ResponseEntity<byte[]> saved(HttpServletRequest request, Saving saving, @Nullable String reason) {
        RecordFile file = saving.file();
        if (reason != null && reason.strip().length() > LONGEST_REASON) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Give the reason in at most " + LONGEST_REASON + " characters.");
        }
        Facts present = saving.expected() == 0 ? Facts.none() : records.revision(saving.kind(), file.slug(), saving.expected()).facts();
        body.refuseJudgements(file.factsOf(saving.kind()), present);
        try {
            records.save(saving, Revision.Origin.API, reason == null || reason.isBlank() ? null : reason.strip());
        } catch (StaleRevision e) {
            throw preconditions.stale(e);
        }
        URI self = URI.create(request.getRequestURI());
        ResponseEntity.BodyBuilder answer = saving.expected() == 0 ? ResponseEntity.created(self) : ResponseEntity.ok();
        return said(records.head(saving.kind(), file.slug()), answer.header(HttpHeaders.CONTENT_LOCATION, self + VIEW));
    }

    private ResponseEntity<byte[]> said(Edition edition, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(edition.pin().etag()).contentType(MediaType.APPLICATION_JSON).body(registry.canonical(edition.pin()).orElseThrow());
    }

    private Optional<String> ourselves() {
        return records.organisation().map(edition -> edition.pin().slug());
    }

    private static ResponseStatusException noOrganisation() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is recorded of the organisation.");
    }

    private static Kind kind(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Arrays.stream(Kind.values()).filter(kind -> path.startsWith("/api/v1/" + kind.code())).findFirst().orElseThrow();
    }
}
