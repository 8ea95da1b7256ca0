package eu.vitrine.determination;

import eu.vitrine.facts.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Determinations, for programs to read. Judging is left to persons. */
@RestController
@RequestMapping(path = "/api/v1/determinations", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("isAuthenticated()")
class DeterminationEndpoints {

    private final Determinations determinations;
    private final DeterminationWords words;

    DeterminationEndpoints(Determinations determinations, DeterminationWords words) {
        this.determinations = determinations;
        this.words = words;
    }

    /**
     * A determination as it stands now, in the words of the page.
     *
     * @param standing code of how it stands
     * @param ruleAnswer what the rule answered, in words
     * @param fact what it became; null where it only stands beside the answer
     * @param answer code of the answer
     * @param lapsed what made it lapse
     */
    record Line(int number, String kind, String slug, String policy, String title, String standing, String ruleAnswer, int assessment, String evaluationSha256,
            String question, String asked, @Nullable FactLine fact, String answer, String answerWords, String conclusion, String reason, List<String> sources,
            LocalDate validUntil, SaidLine proposed, @Nullable SaidLine decided, @Nullable SaidLine withdrawn, List<String> lapsed) {}

    /** A fact of a record. */
    record FactLine(String id, String kind, String slug) {}

    /** @param reason null for the proposal, whose reason stands beside it */
    record SaidLine(String by, Instant at, @Nullable String reason) {

        static @Nullable SaidLine of(Determination.@Nullable Said said) {
            return said == null ? null : new SaidLine(said.by().name(), said.at(), said.reason());
        }
    }

    /**
     * @param kind code of the kind of a record; with its slug
     * @param slug the record; without both, all
     */
    @GetMapping
    List<Line> all(@RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String slug) {
        if ((kind == null) != (slug == null)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Say \"kind\" and \"slug\" of a record, or neither.");
        }
        List<Standing> found = kind == null || slug == null ? determinations.all()
                : determinations.of(Kind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such kind of record.")), slug);
        return found.stream().map(this::line).toList();
    }

    @GetMapping("/{number}")
    Line one(@PathVariable int number) {
        return line(determinations.standing(determinations.one(number)));
    }

    private Line line(Standing standing) {
        Determination one = standing.determination();
        Conclusion said = one.conclusion();
        Conclusion.Judged fact = said.fact();
        return new Line(one.number(), one.kind().code(), one.slug(), one.policy(), one.title(), standing.word().name(), one.answer(), one.assessment(), one.sha256(),
                said.question().name(), words.question(said), fact == null ? null : new FactLine(fact.fact(), fact.kind().code(), fact.slug()), said.code(),
                words.answer(said), said.words(), said.reason(), said.sources(), said.validUntil(), new SaidLine(one.by().name(), one.at(), null),
                SaidLine.of(one.decision()), SaidLine.of(one.withdrawn()), words.lapsed(standing));
    }
}
