package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges one duty or route: the four answers, with the assumptions that are made and with each left out. */
final class DutyJudgement {

    private final PolicySet set;
    private final Duty duty;
    private final Run run;
    private final Reasons reasons;
    private @Nullable Judged judged;

    /** A judgement under the assumptions that the run makes just now. */
    DutyJudgement(PolicySet set, Duty duty, Run run, Reasons reasons) {
        this.set = set;
        this.duty = duty;
        this.run = run;
        this.reasons = reasons;
    }

    Policy policy() {
        return duty.policy();
    }

    /** The answers and what they rest on, under the assumptions that are enabled just now. */
    private record Judged(Answers answers, Trace trace, Run.Decided applicability, Run.@Nullable Decided evidence,
            @Nullable Why softened) {

        List<Run.Decided> decided() {
            return evidence == null ? List.of(applicability) : List.of(applicability, evidence);
        }

        boolean isDisputed() {
            return !trace.disputed().isEmpty();
        }
    }

    /** A due date and whether it has come. */
    private record Due(Answers.Due due, @Nullable LocalDate date, Trace trace) {}

    /** The finding; what stands inside it is made by others. */
    Finding finding(List<Finding> points, List<Classification> conditions) {
        int enabled = run.enabled();
        Judged judged = judged();
        Trace trace = judged.trace();
        boolean review = trace.review() || judged.answers().mayApply() && (duty.policy().review() || !isOurs() && isProviderForReview());
        IdSet open = openCauses(judged);
        Value owed = duty.owedToUs() == null ? Value.FALSE : run.eval(duty.owedToUs());
        Finding finding = new Finding(duty.policy(), family(), addressee(), judged.answers(),
                isRoute() && judged.answers().applicability() == Answers.Applicability.APPLIES ? null : judged.answers().outcome(),
                why(judged), support(judged), reasons.factIds(trace.reads()),
                reasons.factIds(open.without(set.keptByLaw())), reasons.factIds(open.within(set.keptByLaw())),
                reasons.factIds(trace.disputed()), reasons.assumptionIds(trace.assumptions()), without(trace.assumptions(), enabled),
                owed.isUnknown() ? null : (Boolean) owed.known(), review, duty.authority(), points, conditions,
                judged.answers().mayApply() ? Checklists.of(duty.checklist(), set, run, reasons) : List.of(),
                duty.policy().consequence() == null || !judged.answers().mayApply() ? null
                        : reasons.why(duty.policy().id() + ".consequence", duty.policy().consequence()));
        run.enable(enabled);
        return finding;
    }

    /** Facts that any of the answers rests on and about which sources disagree. */
    IdSet disputed() {
        return judged().trace().disputed();
    }

    /** The four answers alone. */
    Answers answers() {
        return judge().answers();
    }

    private boolean isProviderForReview() {
        return run.decide(set.decision("provider")).value().trace().review();
    }

    private Family family() {
        return switch (duty.policy().role()) {
            case ROUTE -> Family.ROUTE;
            case OUR_DUTY -> Family.OUR_DUTY;
            default -> Family.DUTY;
        };
    }

    private boolean isOurs() {
        return duty.policy().role() == Policy.Role.OUR_DUTY;
    }

    /** The same for the score alone: nothing is worded, and nothing is answered without its assumptions. */
    Score.Judged judgedForScore() {
        Judged judged = judged();
        Shares shares = shares(judged);
        return new Score.Judged(judged.answers(), judged.trace().assumptions() != 0, shares.shown(), shares.notFailed(), duty.weight());
    }

    private boolean isRoute() {
        return duty.policy().role() == Policy.Role.ROUTE;
    }

    private Addressee addressee() {
        if (isOurs()) {
            return Addressee.ADOPTER;
        }
        String provider = run.decide(set.decision("provider")).text();
        return switch (provider) {
            case "UPSTREAM" -> Addressee.UPSTREAM;
            case "ADOPTER" -> Addressee.ADOPTER;
            default -> Addressee.CANNOT_DETERMINE;
        };
    }

    private Map<String, Answers> without(int assumptions, int enabled) {
        Map<String, Answers> without = new LinkedHashMap<>();
        if (assumptions == 0) {
            return without;
        }
        for (AssumptionRule rule : set.assumptionRules()) {
            Assumption assumption = rule.assumption();
            if ((assumptions & assumption.bit()) != 0) {
                run.enable(enabled & ~assumption.bit());
                without.put(assumption.id(), judge().answers());
            }
        }
        run.enable(0);
        without.put(Finding.NONE_AT_ALL, judge().answers());
        run.enable(enabled);
        return without;
    }

    private Judged judged() {
        if (judged == null) {
            judged = judge();
        }
        return judged;
    }

    private Judged judge() {
        Run.Decided applicability = run.decide(duty.applicability());
        Trace trace = applicability.value().trace();
        Answers.Applicability applies = Answers.Applicability.valueOf(applicability.text());
        if (applies == Answers.Applicability.EXEMPT && trace.assumptions() != 0) {
            return resting(applicability, trace);
        }
        if (applies == Answers.Applicability.EXEMPT || applies == Answers.Applicability.NOT_APPLICABLE || isRoute()) {
            String ground = applies == Answers.Applicability.EXEMPT ? applicability.rows().get(0).ground() : null;
            return new Judged(new Answers(applies, ground, null, null, null, null, null, null), trace, applicability, null, null);
        }
        return inForce(applies, applicability, trace);
    }

    /** An exemption never rests on an assumption: what the assumption stands for has to be known first. */
    private Judged resting(Run.Decided applicability, Trace trace) {
        IdSet stands = set.standsFor(trace.assumptions());
        Run.Decided open = new Run.Decided(Value.unknown(trace.causedBy(stands)), applicability.rows(), applicability.assumed());
        if (isRoute()) {
            Answers answers = new Answers(Answers.Applicability.CANNOT_DETERMINE, null, null, null, null, null, null, null);
            return new Judged(answers, open.value().trace(), open, null, null);
        }
        return inForce(Answers.Applicability.CANNOT_DETERMINE, open, open.value().trace());
    }

    private Judged inForce(Answers.Applicability applies, Run.Decided applicability, Trace applicabilityTrace) {
        Due due = due();
        Run.Decided evidence = run.decide(java.util.Objects.requireNonNull(duty.evidence()));
        Trace trace = applicabilityTrace.and(due.trace()).and(evidence.value().trace());
        EvidenceOutcome found = evidence.value().known() instanceof EvidenceOutcome outcome
                ? outcome : new EvidenceOutcome(Answers.Evidence.NO_EVIDENCE, duty.otherwise());
        Answers.Evidence result = found.evidence();
        EvidenceReason reason = found.reason();
        Why softened = null;
        if (result == Answers.Evidence.NOT_MET && (due.due() != Answers.Due.DUE
                || applies != Answers.Applicability.APPLIES || trace.assumptions() != 0)) {
            result = Answers.Evidence.NO_EVIDENCE;
            softened = reasons.softened(due.due() == Answers.Due.DUE && applies == Answers.Applicability.APPLIES);
        } else if (result == Answers.Evidence.NOT_MET) {
            reason = null;
        }
        Enforcement enforcement = enforcement(due);
        return new Judged(new Answers(applies, null, due.due(), due.date(), result, reason, enforcement.enforceable(),
                enforcement.from()), trace, applicability, evidence, softened);
    }

    private Due due() {
        Value day = run.eval(java.util.Objects.requireNonNull(duty.due()));
        LocalDate begins = day(run.eval(java.util.Objects.requireNonNull(duty.begins())));
        if (day.known() instanceof Value.Days days) {
            LocalDate earliest = LocalDate.ofEpochDay(days.earliest());
            LocalDate latest = LocalDate.ofEpochDay(days.latest());
            if (!latest.isAfter(run.asOf())) {
                return new Due(Answers.Due.DUE, latest, day.trace());
            }
            if (earliest.isAfter(run.asOf())) {
                return new Due(Answers.Due.NOT_YET_DUE, earliest, day.trace());
            }
            return new Due(Answers.Due.UNKNOWN, null, day.trace().causedBy(days.uncertain()));
        }
        return begins.isAfter(run.asOf())
                ? new Due(Answers.Due.NOT_YET_DUE, begins, day.trace().settled())
                : new Due(Answers.Due.UNKNOWN, null, day.trace());
    }

    private static LocalDate day(Value value) {
        return LocalDate.ofEpochDay(((Value.Days) java.util.Objects.requireNonNull(value.known())).latest());
    }

    private record Enforcement(Answers.Enforceable enforceable, @Nullable LocalDate from) {}

    /** From the later of the due date and the day the authority's power begins. */
    private Enforcement enforcement(Due due) {
        if (duty.power() == null) {
            return new Enforcement(Answers.Enforceable.NO_POWER, null);
        }
        if (due.date() == null) {
            return new Enforcement(Answers.Enforceable.UNKNOWN, null);
        }
        LocalDate power = day(run.eval(duty.power()));
        LocalDate from = due.date().isAfter(power) ? due.date() : power;
        return new Enforcement(from.isAfter(run.asOf()) ? Answers.Enforceable.NOT_BEFORE : Answers.Enforceable.NOW, from);
    }

    private record Shares(double shown, double notFailed) {}

    /** What is known about the share shown: all of it, none, half when partial, or the points one by one. What is stale or disputed shows nothing. */
    private Shares shares(Judged judged) {
        Answers answers = judged.answers();
        if (answers.evidence() == null) {
            return new Shares(0.0, 1.0);
        }
        boolean weak = judged.isDisputed() || judged.evidence() != null && reasons.isStale(judged.evidence().value().trace().reads());
        return switch (answers.evidence()) {
            case MET -> new Shares(weak ? 0.0 : 1.0, 1.0);
            case NOT_MET -> new Shares(0.0, 0.0);
            case NO_EVIDENCE -> new Shares(0.0, 1.0);
            case PARTIAL -> duty.points() == null ? new Shares(weak ? 0.0 : 0.5, 0.5) : byPoint(duty.points(), weak);
        };
    }

    private Shares byPoint(Duty.Points points, boolean weak) {
        List<?> all = (List<?>) set.law(points.of()).on(run.asOf());
        int shown = 0;
        int failed = 0;
        for (Object point : all) {
            shown += run.evalFor((String) point, points.shown()).isTrue() ? 1 : 0;
            failed += run.evalFor((String) point, points.failed()).isTrue() ? 1 : 0;
        }
        double size = all.size();
        return new Shares(weak ? 0.0 : shown / size, 1 - failed / size);
    }

    /** Causes of every answer that is open or rests on an assumption; a settled answer has none. */
    private IdSet openCauses(Judged judged) {
        return causes(judged).and(set.standsFor(judged.trace().assumptions()));
    }

    private IdSet causes(Judged judged) {
        Answers answers = judged.answers();
        if (answers.evidence() == Answers.Evidence.NO_EVIDENCE && judged.evidence() != null
                && !judged.evidence().value().isUnknown() && judged.evidence().rows().size() == 1) {
            return judged.trace().causes().and(judged.evidence().rows().get(0).settledBy());
        }
        return judged.trace().causes();
    }

    private List<Why> why(Judged judged) {
        List<Why> why = new ArrayList<>(reasons.of(duty.policy().id(), judged.applicability()));
        if (judged.evidence() != null) {
            why.addAll(reasons.of(duty.policy().id(), judged.evidence()));
        }
        if (judged.softened() != null) {
            why.add(judged.softened());
        }
        why.addAll(reasons.assumed(judged.trace()));
        why.addAll(reasons.disputed(judged.trace(), judged.decided()));
        return List.copyOf(why);
    }

    private List<Finding.Support> support(Judged judged) {
        if (!judged.answers().mayApply()) {
            return List.of();
        }
        List<Finding.Support> support = new ArrayList<>();
        for (Duty.Support one : duty.support()) {
            if (run.eval(one.when()).isTrue()) {
                support.add(new Finding.Support(one.fact(), reasons.why(duty.policy().id() + "." + one.id(), one.why())));
            }
        }
        return List.copyOf(support);
    }
}
