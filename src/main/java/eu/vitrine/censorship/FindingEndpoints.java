package eu.vitrine.censorship;

import eu.vitrine.api.JsonBody;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Findings for programs. */
@RestController
@RequestMapping(path = "/api/v1/findings", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("isAuthenticated()")
class FindingEndpoints {

    private final Findings findings;

    FindingEndpoints(Findings findings) {
        this.findings = findings;
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
        BehaviourFinding added = findings.one(findings.add(model, checked(body)));
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/v1/findings/{id}").build(added.id())).eTag(added.etag()).body(added);
    }

    /** Changes what a finding says; it becomes a draft again. */
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('OFFICER')")
    ResponseEntity<BehaviourFinding> revise(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String reason, @RequestBody byte[] body) {
        findings.revise(id, expected(id, tag), checked(body), reason);
        return answer(id);
    }

    /** @param by for supersede: the finding that says it better */
    record Act(@Nullable String reason, @Nullable UUID by) {}

    /** Reviews, disputes, withdraws or supersedes a finding. */
    @PostMapping(path = "/{id}/{act}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BehaviourFinding> act(@PathVariable UUID id, @PathVariable String act, @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
            @RequestBody byte[] body) {
        int version = expected(id, tag);
        Act said = JsonBody.as(body, Act.class);
        String reason = said.reason() == null ? "" : said.reason().strip();
        if (!act.equals("review") && reason.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "A reason is needed; it stays with the finding.");
        }
        switch (act) {
            case "review" -> findings.review(id, version);
            case "dispute" -> findings.dispute(id, version, reason);
            case "withdraw" -> findings.withdraw(id, version, reason);
            case "supersede" -> {
                if (said.by() == null) {
                    throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "\"by\" must name the finding that says it better.");
                }
                findings.supersede(id, version, said.by(), reason);
            }
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(id);
    }

    private ResponseEntity<BehaviourFinding> answer(UUID id) {
        BehaviourFinding found = findings.one(id);
        return ResponseEntity.ok().eTag(found.etag()).body(found);
    }

    /** The version that the change rests on: 428 where the caller does not say, 412 where it is not the head. */
    private int expected(UUID id, @Nullable String tag) {
        if (tag == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED, "Say on which version the change rests: send its entity tag as If-Match.");
        }
        BehaviourFinding head = findings.one(id);
        if (!head.etag().equals(tag)) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, "The finding is at version " + head.version() + "; read it again. Nothing was changed.");
        }
        return head.version();
    }

    private Statement checked(byte[] body) {
        Statement said = JsonBody.as(body, Statement.class);
        var errors = new FormErrors();
        var texts = FindingForm.of(said.about(said.applicability(), null));
        return FindingForm.read(texts, errors).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
                "These members are not as they must be: " + String.join(", ", errors.all().stream().map(FormErrors.FormError::field).distinct().toList())));
    }
}
