package eu.vitrine.intake;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Kind;
import eu.vitrine.formats.Formats;
import eu.vitrine.formats.Origin;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.StaleRevision;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Imports for programs: a file goes in and is looked at, then the program decides. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasRole('OFFICER')")
class ImportEndpoints {

    /** As much as the pages take. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_LISTED = 200;
    private static final Map<String, String> EXTENSIONS = Map.of("application/json", "json", "application/yaml", "yaml", "text/csv", "csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "text/markdown", "md", "application/xml", "xml");

    private final Uploads uploads;
    private final Imports imports;
    private final ImportResults results;
    private final Formats formats;
    private final FoundRecords found;

    ImportEndpoints(Uploads uploads, Imports imports, ImportResults results, Formats formats, FoundRecords found) {
        this.uploads = uploads;
        this.imports = imports;
        this.results = results;
        this.formats = formats;
        this.found = found;
    }

    /**
     * Keeps a file and runs dry.
     *
     * @param about slug of the model that the file is about, where the format does not say it or two records fit
     * @param name name of the file, by which its format is recognised; else made of the content type
     */
    @PostMapping(consumes = {"application/json", "application/yaml", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/markdown", "application/xml", "application/octet-stream"}, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportAnswer> take(HttpServletRequest request, @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String format, @RequestParam(required = false) @Nullable String originUrl,
            @RequestParam(required = false) @Nullable String originDate, @RequestParam(required = false) @Nullable String about) throws IOException {
        if (format != null && formats.of(format).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "There is no format \"" + format + "\"; the formats are "
                    + String.join(", ", formats.all().stream().map(one -> one.id()).toList()) + ".");
        }
        if (about != null && !found.isThere(Kind.MODEL, about)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "\"about\" is the slug of a model in the registry.");
        }
        byte[] bytes = bounded(request);
        MediaType type = type(request);
        String extension = EXTENSIONS.getOrDefault(type.getType() + "/" + type.getSubtype(), "bin");
        UUID id = uploads.takeAtOnce(List.of(new Source(name == null || name.isBlank() ? "the file." + extension : name, bytes)), format, origin(originUrl, originDate), about);
        return ResponseEntity.accepted().location(URI.create("/api/v1/imports/" + id)).body(answer(id));
    }

    /** The type that the caller states; without one the file could be anything. */
    private static MediaType type(HttpServletRequest request) {
        String stated = request.getContentType();
        if (stated == null || stated.isBlank()) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Say of which type the file is, as Content-Type.");
        }
        return MediaType.parseMediaType(stated);
    }

    private static Origin origin(@Nullable String url, @Nullable String date) {
        Day day = date == null ? null : Day.parse(date).orElse(null);
        if (date != null && day == null || url != null && !url.matches("https?://[^/\\s]\\S{0,1900}")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
                    "originDate is YYYY, YYYY-MM or YYYY-MM-DD, and originUrl begins with https:// or http://.");
        }
        return new Origin(url, day);
    }

    /** Reads no more than is allowed, whatever the length is said to be. */
    private static byte[] bounded(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getContentLengthLong() > MOST_BYTES ? new byte[0] : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (request.getContentLengthLong() > MOST_BYTES || bytes.length > MOST_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "A file may have at most 8 MB.");
        }
        if (bytes.length == 0) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "The request holds no file.");
        }
        return bytes;
    }

    /** @param next id of the last import here, to be given as {@code before} for those that follow; null at the end */
    record Listed(List<ImportAnswer.Line> imports, @Nullable UUID next) {}

    @PreAuthorize(Imports.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Listed list(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID before) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is from 1 to " + MOST_LISTED + ", not " + limit + ".");
        }
        List<ImportJob> jobs = before == null ? imports.newest(0, limit + 1) : imports.before(before, limit + 1);
        List<ImportJob> shown = jobs.subList(0, Math.min(limit, jobs.size()));
        return new Listed(shown.stream().map(ImportAnswer.Line::of).toList(), jobs.size() > limit ? shown.getLast().id() : null);
    }

    @PreAuthorize(Imports.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportAnswer get(@PathVariable UUID id) {
        return answer(id);
    }

    /** @param rows {@code all} for all or nothing, {@code valid} to leave out what was rejected */
    @PostMapping(path = "/{id}/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportAnswer confirm(@PathVariable UUID id, @RequestParam(defaultValue = "all") String rows) {
        if (!rows.equals("all") && !rows.equals("valid")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "\"rows\" is \"all\" or \"valid\".");
        }
        try {
            imports.confirm(id, rows.equals("valid"));
        } catch (StaleRevision e) {
            uploads.again(id, null, true);
            throw e;
        }
        return answer(id);
    }

    @PostMapping(path = "/{id}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportAnswer undo(@PathVariable UUID id) {
        imports.undo(id);
        return answer(id);
    }

    private ImportAnswer answer(UUID id) {
        return ImportAnswer.of(imports.get(id), results);
    }
}
