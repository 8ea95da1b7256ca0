package eu.vitrine.intake;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the example files of {@code docs/examples}, so that nobody has to begin with an empty page. */
@RestController
@PreAuthorize("isAuthenticated()")
class ExampleFiles {

    /** The examples, in the order in which they are best imported. */
    static final List<String> NAMES = List.of("organisation", "service-union-cloud", "service-meeting-assistant",
            "use-support-replies", "use-meeting-notes", "use-product-chat");

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    @GetMapping("/examples/{slug}")
    ResponseEntity<Resource> example(@PathVariable String slug) {
        if (!NAMES.contains(slug)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(slug + ".yaml").build().toString())
                .body(new ClassPathResource("examples/" + slug + ".yaml"));
    }
}
