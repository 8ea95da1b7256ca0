package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The procurement answer for programs. */
@RestController
@PreAuthorize("isAuthenticated()")
class VerdictEndpoints {

    private final Verdicts verdicts;
    private final VerdictWords words;
    private final ModelAsked models;

    VerdictEndpoints(Verdicts verdicts, VerdictWords words, ModelAsked models) {
        this.verdicts = verdicts;
        this.words = words;
        this.models = models;
    }

    /** Verdicts, one for each use asked about. */
    record Answers(List<Answer> verdicts) {}

    /**
     * One verdict, in the words of the page.
     *
     * @param verdict code of the answer
     * @param request number of the request whose decision it follows from; null where nothing was decided
     * @param changed what has changed since and must be decided on anew
     * @param changedBeside what else has changed since
     */
    record Answer(String use, String name, String verdict, String sentence, @Nullable LocalDate validUntil, List<ConditionLine> conditions, @Nullable String decidedBy,
            @Nullable Instant decidedAt, @Nullable String reason, @Nullable Integer request, List<String> changed, List<String> changedBeside, @Nullable Integer openRequest) {}

    /** @param origin where it comes from */
    record ConditionLine(String origin, String text) {}

    /**
     * @param use slug of a use
     * @param model slug, package URL or hub repository of a model, with or without a version: all its uses, or with a use whether that is one of them
     */
    @GetMapping(path = "/api/v1/verdicts", produces = MediaType.APPLICATION_JSON_VALUE)
    Answers verdicts(@RequestParam(required = false) @Nullable String use, @RequestParam(required = false) @Nullable String model) {
        if (use == null && model == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Say which: \"use\", \"model\", or both, by slug.");
        }
        if (model == null) {
            return new Answers(List.of(answer(verdicts.of(use))));
        }
        List<Verdict> all = verdicts.ofUsesOf(Kind.MODEL, models.slug(model));
        if (use != null && all.stream().noneMatch(verdict -> verdict.use().slug().equals(use))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "\"" + use + "\" is no use of the model \"" + model + "\".");
        }
        return new Answers(all.stream().filter(verdict -> use == null || verdict.use().slug().equals(use)).map(this::answer).toList());
    }

    private Answer answer(Verdict verdict) {
        Decision decision = verdict.decision();
        return new Answer(verdict.use().slug(), verdict.use().name(), verdict.word().name(), words.sentence(verdict), verdict.validUntil(),
                verdict.conditions().stream().map(condition -> new ConditionLine(condition.origin().name(), condition.text())).toList(),
                decision == null ? null : decision.by().name(), decision == null ? null : decision.at(), decision == null ? null : decision.reason(),
                verdict.standing() == null ? null : verdict.standing().number(), words.changes(verdict.material()), words.changes(verdict.other()), verdict.open());
    }
}
