package eu.vitrine.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policy sets, previews and the outlook for programs; {@code openapi/base.json} describes them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicySetEndpoints {

    private final PolicySets sets;
    private final Trials trials;
    private final Assessments assessments;
    private final Outlooks outlooks;
    private final AsOf days;

    PolicySetEndpoints(PolicySets sets, Trials trials, Assessments assessments, Outlooks outlooks, AsOf days) {
        this.sets = sets;
        this.trials = trials;
        this.assessments = assessments;
        this.outlooks = outlooks;
        this.days = days;
    }

    /** Who did something, and when. */
    record ActLine(String by, Instant at) {

        static @Nullable ActLine of(Proposal.@Nullable Act act) {
            return act == null ? null : new ActLine(act.by().name(), act.at());
        }
    }

    /** @param inForce whether this is the set that is applied now */
    record SetLine(int number, String version, String lawVersion, String rulesDigest, String textDigest, String origin, String state, boolean inForce,
            @Nullable String note, @Nullable ActLine proposed, @Nullable ActLine requested, @Nullable ActLine activated, @Nullable ActLine rejected,
            @Nullable String reason, @Nullable TrialLine trial) {}

    /** @param recordsSavedSince records saved since it began, of which it may no longer be true; null where it did not finish */
    record TrialLine(int number, String state, LocalDate asOf, int done, int total, int base, Instant startedAt, @Nullable Instant endedAt,
            @Nullable Integer recordsChanged, @Nullable Integer answersChanged, @Nullable Integer recordsSavedSince) {}

    @GetMapping("/policy-sets")
    List<SetLine> sets() {
        return sets.all().stream().map(this::line).toList();
    }

    @GetMapping("/policy-sets/{number}")
    SetLine set(@PathVariable int number) {
        return line(sets.get(number));
    }

    private SetLine line(Proposal one) {
        return new SetLine(one.number(), one.set().version(), one.set().lawVersion(), one.set().rulesDigest(), one.set().textDigest(),
                one.origin().name(), one.state().name(), sets.inForce().filter(number -> number == one.number()).isPresent(), one.note(),
                ActLine.of(one.proposed()), ActLine.of(one.requested()), ActLine.of(one.activated()), ActLine.of(one.rejected()), one.reason(),
                trials.newestOf(one.number()).map(this::line).orElse(null));
    }

    private TrialLine line(Trial trial) {
        boolean finished = trial.isFinished();
        return new TrialLine(trial.number(), trial.state().name(), trial.asOf(), trial.done(), trial.total(), trial.base(), trial.startedAt(),
                trial.endedAt(), finished ? trials.countSubjects(trial) : null,
                finished ? trials.count(trial) : null, finished ? trials.movedSince(trial) : null);
    }

    /** What the set in force says of a model as its records are now, for any day of the law; not kept. */
    @GetMapping("/models/{slug}/preview")
    byte[] preview(@PathVariable String slug, @RequestParam(name = AsOf.FIELD, required = false) @Nullable String asOf) {
        return StoredEvaluation.json(assessments.preview(slug, days.read(asOf)).evaluation());
    }

    /** @param assessed how many records have an assessment */
    record OutlookAnswer(LocalDate today, int assessed, List<OutlookDay> days) {}

    /** @param records how many records any of them is about */
    record OutlookDay(LocalDate date, int records, List<DutyCount> becomesDue, List<DutyCount> becomesEnforceable) {}

    /** @param firm about how many of them it is known to apply */
    record DutyCount(String policy, int records, int firm) {}

    @GetMapping("/outlook")
    @PreAuthorize("isAuthenticated()")
    OutlookAnswer outlook() {
        Outlook now = outlooks.now();
        return new OutlookAnswer(now.today(), now.assessed(), now.days().stream()
                .map(day -> new OutlookDay(day.date(), day.records(), counts(day.due()), counts(day.enforceable()))).toList());
    }

    private static List<DutyCount> counts(List<Outlook.Duty> duties) {
        return duties.stream().map(duty -> new DutyCount(duty.policy(), duty.records(), duty.firm())).toList();
    }
}
