package eu.vitrine.evidence;

import eu.vitrine.api.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Evidence for programs. */
@RestController
@RequestMapping(path = "/api/v1/evidence", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Evidence.READERS)
class EvidenceEndpoints {

    private static final int MOST = 200;

    private final Evidence evidence;

    EvidenceEndpoints(Evidence evidence) {
        this.evidence = evidence;
    }

    record Line(UUID id, String origin, String title, @Nullable String sourceUrl, @Nullable String arrivedUrl, boolean archived, @Nullable String sha256,
            @Nullable Long size, @Nullable String mediaType, @Nullable String fileName, boolean damaged, String capturedAt, String by) {

        static Line of(EvidenceItem item) {
            EvidenceItem.Content content = item.content();
            return new Line(item.id(), item.origin().name(), item.title(), item.sourceUrl(), item.arrivedUrl(), content != null,
                    content == null ? null : content.sha256(), content == null ? null : content.size(), content == null ? null : content.mediaType(),
                    content == null ? null : content.fileName(), content != null && content.damaged(), item.capturedAt().toString(), item.by());
        }
    }

    /** @param cursor asks for the next page; null on the last */
    record Page(List<Line> evidence, long total, @Nullable String cursor) {}

    /** @param changed whether it says something else than the archived version before it */
    record Version(UUID id, String capturedAt, @Nullable String sha256, boolean changed) {

        static Version of(EvidenceVersion version) {
            EvidenceItem item = version.item();
            return new Version(item.id(), item.capturedAt().toString(), item.content() == null ? null : item.content().sha256(), version.changed());
        }
    }

    record One(Line item, boolean changedSince, List<Version> versions, List<EvidenceUse.Place> usedBy) {}

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long cursor) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is from 1 to " + MOST + ", not " + limit + ".");
        }
        Evidence.Found found = evidence.newestFirst(q, cursor == null ? Long.MAX_VALUE : cursor, limit + 1);
        boolean more = found.items().size() > limit;
        List<EvidenceItem> items = more ? found.items().subList(0, limit) : found.items();
        return new Page(items.stream().map(Line::of).toList(), found.total(), more ? Long.toString(items.getLast().seq()) : null);
    }

    @GetMapping("/{id}")
    One one(@PathVariable UUID id) {
        EvidenceItem item = evidence.one(id);
        boolean changed = item.content() != null && evidence.changedSince(item.content().sha256()).isPresent();
        return new One(Line.of(item), changed, evidence.versions(item).stream().map(Version::of).toList(),
                item.content() == null ? List.of() : evidence.places(item.content().sha256()));
    }

    /**
     * Takes the body as the file, while it arrives.
     *
     * @param name name of the file; its extension says what it is
     */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize(Evidence.WRITERS)
    ResponseEntity<Line> upload(@RequestParam String name, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String source,
            HttpServletRequest request) throws IOException {
        return created(evidence.upload(title, source, name, request.getInputStream()));
    }

    record Address(@Nullable String url, @Nullable String title) {}

    @PostMapping(path = "/captures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Evidence.WRITERS)
    ResponseEntity<Line> capture(@RequestBody byte[] body) {
        Address address = JsonBody.as(body, Address.class);
        return created(evidence.capture(text(address.title()), text(address.url())));
    }

    @PostMapping(path = "/addresses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Evidence.WRITERS)
    ResponseEntity<Line> note(@RequestBody byte[] body) {
        Address address = JsonBody.as(body, Address.class);
        return created(evidence.noteAddress(text(address.title()), text(address.url())));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static ResponseEntity<Line> created(EvidenceItem item) {
        return ResponseEntity.created(URI.create("/api/v1/evidence/" + item.id())).body(Line.of(item));
    }
}
