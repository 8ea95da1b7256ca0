package eu.vitrine.history;

import eu.vitrine.access.RepeatedRequests;
import eu.vitrine.api.Fault;
import eu.vitrine.api.JsonBody;
import eu.vitrine.assessment.Deviation;
import eu.vitrine.assessment.Effect;
import eu.vitrine.assessment.Said;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Preconditions;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.registry.StaleRevision;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Revisions, comparisons and restoring for programs; {@code openapi/history.json} describes them. */
@RestController
@RequestMapping(path = {"/api/v1/models/{slug}", "/api/v1/providers/{slug}", "/api/v1/licences/{slug}", "/api/v1/services/{slug}",
    "/api/v1/uses/{slug}", "/api/v1/organisation"}, produces = MediaType.APPLICATION_JSON_VALUE)
class RevisionEndpoints {

    private final Records records;
    private final ModelRegistry registry;
    private final Comparisons comparisons;
    private final Preconditions preconditions;
    private final RepeatedRequests repeated;
    private final JsonMapper json;

    RevisionEndpoints(Records records, ModelRegistry registry, Comparisons comparisons, Preconditions preconditions, RepeatedRequests repeated,
            JsonMapper json) {
        this.records = records;
        this.registry = registry;
        this.comparisons = comparisons;
        this.preconditions = preconditions;
        this.repeated = repeated;
        this.json = json;
    }

    /** The very bytes that were saved. */
    @GetMapping("/revisions/{number}")
    ResponseEntity<byte[]> revision(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug, @PathVariable int number) {
        Place place = Place.at(request.getRequestURI(), slug, records);
        Edition edition = records.revision(place.kind(), place.slug(), number);
        return ResponseEntity.ok().eTag(edition.pin().etag()).body(registry.canonical(edition.pin()).orElseThrow());
    }

    record Side(int number, String sha256) {

        static Side of(RevisionPin pin) {
            return new Side(pin.number(), pin.sha256());
        }
    }

    /**
     * @param turn WORSE, BETTER or OTHERWISE
     * @param before null where the policy had no answer then
     */
    record Answer(String kind, String slug, String about, String policy, String title, String turn, @Nullable Said before, @Nullable Said after) {

        static Answer of(Effect.OfRecord record, Deviation deviation) {
            return new Answer(record.record().kind().code(), record.record().slug(), deviation.about().name(), deviation.policy(), deviation.title(),
                    deviation.turn().name(), deviation.before(), deviation.after());
        }
    }

    record Counts(int facts, int others, int worse, int better, int otherwise) {}

    /**
     * @param patch operations of RFC 6902 that make the first document the second
     * @param changed ids of the facts and names of the other parts that differ
     * @param affecting those of them that affect an answer
     * @param findings the answers that change
     * @param evaluated how many records that read it were evaluated
     * @param notEvaluated how many more read it
     */
    record Diff(Side from, Side to, Counts counts, List<JsonPatch.Operation> patch, List<String> changed, List<String> affecting,
            List<Answer> findings, int evaluated, int notEvaluated) {}

    @GetMapping("/diff")
    Diff diff(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug, @RequestParam int from, @RequestParam int to) {
        Place place = Place.at(request.getRequestURI(), slug, records);
        RecordComparison comparison = comparisons.of(place.kind(), place.slug(), from, to);
        Sentence sentence = comparison.sentence();
        Effect effect = comparison.effect();
        Stream<Answer> answers = effect.records().stream().flatMap(record -> Stream.concat(record.deviations().stream(), record.points().stream()).map(one -> Answer.of(record, one)));
        return new Diff(Side.of(comparison.before().pin()), Side.of(comparison.after().pin()),
                new Counts(sentence.facts(), sentence.others(), sentence.worse(), sentence.better(), sentence.otherwise()),
                JsonPatch.between(tree(comparison.before()), tree(comparison.after())), ids(comparison.changes(false)), ids(comparison.changes(true)),
                answers.toList(), effect.looked(), effect.more());
    }

    private JsonNode tree(Edition edition) {
        return json.readTree(edition.file().canonical());
    }

    private static List<String> ids(List<FactChange> changes) {
        return changes.stream().map(FactChange::id).toList();
    }

    /** @param restored whether a revision was written; not where the head says the same already */
    record Restored(int number, String sha256, boolean restored) {}

    @PostMapping(path = "/revisions/{number}/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('OFFICER')")
    ResponseEntity<byte[]> restore(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug, @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
        Place place = Place.at(request.getRequestURI(), slug, records);
        JsonNode body = JsonBody.of(request);
        return repeated.once(request, JsonBody.bytes(body), () -> restored(place, number, ifMatch, body));
    }

    private ResponseEntity<byte[]> restored(Place place, int number, @Nullable String ifMatch, JsonNode body) {
        int expected = preconditions.matching(place.kind(), place.slug(), ifMatch);
        JsonBody.allow(body, Set.of("reason"));
        String reason = body.path("reason").stringValue("").strip();
        if (reason.isEmpty() || reason.length() > RestorePages.LONGEST_REASON) {
            throw Fault.refused(HttpStatus.BAD_REQUEST, "Nothing was saved.", List.of(new Fault("/reason", reason.isEmpty() ? "missing" : "invalid",
                    "Say in \"reason\" why it is brought back, in at most " + RestorePages.LONGEST_REASON + " characters.")));
        }
        try {
            Optional<RevisionPin> written = records.restore(place.kind(), place.slug(), number, expected, reason);
            RevisionPin head = written.orElseGet(() -> records.head(place.kind(), place.slug()).pin());
            return ResponseEntity.ok().eTag(head.etag()).contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(new Restored(head.number(), head.sha256(), written.isPresent())));
        } catch (StaleRevision e) {
            throw preconditions.stale(e);
        }
    }
}
