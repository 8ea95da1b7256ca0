package eu.vitrine.censorship;

import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.web.FormErrors;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Findings for programs. */
@RestController
@RequestMapping(path = "/api/v1/findings", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("isAuthenticated()")
class FindingEndpoints {

    private final Findings findings;
    private final JsonMapper json;

    FindingEndpoints(Findings findings, JsonMapper json) {
        this.findings = findings;
        this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** @param model slug of the model */
    @GetMapping
    List<BehaviourFinding> of(@RequestParam String model) {
        return Stream.of(PublishedFinding.Family.values()).flatMap(family -> findings.of(model, family).stream()).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<BehaviourFinding> one(@PathVariable UUID id, @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        BehaviourFinding found = findings.one(id);
        return found.etag().equals(known) ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(found.etag()).build()
                : ResponseEntity.ok().eTag(found.etag()).body(found);
    }

    /** Adds a draft about a model; that exactly this build was tested is confirmed by a person on the page and not here. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('OFFICER')")
    ResponseEntity<BehaviourFinding> add(@RequestParam String model, @RequestBody byte[] body) {
        Statement said;
        try {
            said = json.readValue(body, Statement.class);
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is no finding: " + e.getOriginalMessage(), e);
        }
        var errors = new FormErrors();
        var texts = FindingForm.of(said.about(said.applicability(), null));
        Statement checked = FindingForm.read(texts, errors).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
                "These members are not as they must be: " + String.join(", ", errors.all().stream().map(FormErrors.FormError::field).distinct().toList())));
        BehaviourFinding added = findings.one(findings.add(model, checked));
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/v1/findings/{id}").build(added.id())).eTag(added.etag()).body(added);
    }
}
