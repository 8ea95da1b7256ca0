package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.web.DatesInWords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands records out as files: {@code models.csv} with the filters of the list, {@code records.yaml} for all of every kind, and
 * {@code models/olmo-3-32b.yaml} for one. Programs may leave the suffix out and say by Accept what they want.
 */
@RestController
@PreAuthorize("isAuthenticated()")
class ExportDownloads {

    /** Every kind under the name of its list. */
    static final Map<String, Kind> LISTS = Map.of("models", Kind.MODEL, "providers", Kind.PROVIDER, "licences", Kind.LICENCE, "services", Kind.SERVICE,
            "uses", Kind.USE, "organisation", Kind.ORGANISATION);
    private static final String EVERYTHING = "records";
    private static final String ALL = "all";

    private final Exports exports;
    private final DatesInWords dates;

    ExportDownloads(Exports exports, DatesInWords dates) {
        this.exports = exports;
        this.dates = dates;
    }

    @GetMapping({"/exports/{name}", "/api/v1/exports/{name}"})
    void list(@PathVariable String name, @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Asked asked = asked(name, request);
        boolean all = asked.name().equals(EVERYTHING);
        if (!all && !LISTS.containsKey(asked.name()) || all && asked.shape().isTable() || asked.shape().isOfOthers()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Exports.Named> taken = all ? exports.everything() : exports.listed(LISTS.get(asked.name()), query);
        write(asked, taken, request.getQueryString() == null ? "" : request.getQueryString(), false, response);
    }

    @GetMapping({"/exports/{list}/{name}", "/api/v1/exports/{list}/{name}"})
    void one(@PathVariable String list, @PathVariable String name, @RequestParam(defaultValue = "public") String facts, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = asked(name, request);
        Kind kind = LISTS.get(list);
        if (kind == null || asked.shape().isOfOthers() && kind != Kind.MODEL) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!facts.equals("public") && !facts.equals(ALL)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "\"facts\" is \"public\" or \"all\".");
        }
        exports.record(kind, asked.name());
        boolean withOwn = facts.equals(ALL);
        write(asked, List.of(new Exports.Named(kind, asked.name())), withOwn ? "facts=all" : "", withOwn, response);
    }

    private void write(Asked asked, List<Exports.Named> taken, String query, boolean withOwn, HttpServletResponse response) throws IOException {
        String file = "vitrine-" + asked.name() + "-" + dates.today() + "." + asked.shape().suffix();
        exports.note(file, taken, query.length() > 1000 ? query.substring(0, 1000) : query);
        response.setContentType(asked.shape().type().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString());
        exports.write(asked.shape(), taken, withOwn, response.getOutputStream());
    }

    private record Asked(String name, ExportShape shape) {}

    private static Asked asked(String name, HttpServletRequest request) {
        var bySuffix = ExportShape.ofName(name);
        if (bySuffix.isPresent()) {
            return new Asked(name.substring(0, name.length() - bySuffix.get().suffix().length() - 1), bySuffix.get());
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        ExportShape shape = accept == null ? ExportShape.JSON : MediaType.parseMediaTypes(accept).stream()
                .flatMap(type -> Arrays.stream(ExportShape.values()).filter(each -> type.isWildcardType() ? each == ExportShape.JSON
                        : type.isCompatibleWith(each.type())))
                .findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE));
        return new Asked(name, shape);
    }
}
