package eu.vitrine.policy;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evaluates one subject on one day: classifications first, then duties, then the score and what is to come. */
final class Engine {

    private final PolicySet set;
    private final Subject subject;
    private final LocalDate asOf;
    private final int assumptions;

    Engine(PolicySet set, Subject subject, LocalDate asOf, int assumptions) {
        this.set = set;
        this.subject = subject;
        this.asOf = asOf;
        this.assumptions = assumptions;
    }

    Evaluation evaluate() {
        Run run = new Run(set, subject, asOf).enable(assumptions);
        Reasons reasons = new Reasons(set, subject, run);
        List<DutyJudgement> judgements = judgements(run, reasons);
        List<Finding> findings = findings(judgements, run, reasons);
        Map<String, Classification> classifications = classifications(run, reasons);
        @Nullable Score score = statesModel() ? score(judgements) : null;
        List<OutlookDate> outlook = outlook(findings, run);
        SingleAnswers single = new SingleAnswers(set, subject, run.enable(0));
        return new Evaluation(subject.slug(), subject.name(), subject.version(), asOf, set.identity(), classifications, findings,
                single.useRights(), single.houseRules(), score, outlook, Disclosures.of(set.vocabulary(), subject));
    }

    private boolean statesModel() {
        return subject.stated().contains(Kind.MODEL);
    }

    private Map<String, Classification> classifications(Run run, Reasons reasons) {
        Map<String, Classification> all = new LinkedHashMap<>();
        for (Policy policy : set.policies()) {
            if (policy.role() == Policy.Role.CLASSIFICATION && policy.name() != null && policy.concerns(subject)) {
                all.put(policy.name(), classification(policy, policy.name(), run, reasons, conditions(policy, run, reasons)));
            }
        }
        return all;
    }

    private List<Classification> conditions(Policy policy, Run run, Reasons reasons) {
        return policy.conditions().stream()
                .map(id -> classification(set.policy(id).orElseThrow(), id, run, reasons, List.of()))
                .toList();
    }

    private Classification classification(Policy policy, String decision, Run run, Reasons reasons, List<Classification> conditions) {
        Run.Decided decided = run.decide(set.decision(decision));
        Trace trace = decided.value().trace();
        return new Classification(policy, decided.text(), reasons.whole(policy.id(), decided), reasons.factIds(trace.causes().and(set.standsFor(trace.assumptions()))),
                reasons.factIds(trace.disputed()), reasons.assumptionIds(trace.assumptions()), reasons.factIds(trace.reads()), trace.review() || policy.review(), conditions);
    }

    /** One for each duty of a kind that the subject states, and for every duty that the score counts. */
    private List<DutyJudgement> judgements(Run run, Reasons reasons) {
        return set.duties().stream().filter(duty -> duty.policy().concerns(subject) || statesModel() && duty.policy().role() == Policy.Role.DUTY)
                .map(duty -> new DutyJudgement(set, duty, run, reasons)).toList();
    }

    private List<Finding> findings(List<DutyJudgement> judgements, Run run, Reasons reasons) {
        Map<String, List<Finding>> points = new HashMap<>();
        List<DutyJudgement> whole = new ArrayList<>();
        for (DutyJudgement judgement : judgements) {
            Policy policy = judgement.policy();
            if (policy.concerns(subject)) {
                if (policy.partOf() == null) {
                    whole.add(judgement);
                } else {
                    points.computeIfAbsent(policy.partOf(), parent -> new ArrayList<>()).add(judgement.finding(List.of(), List.of()));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (DutyJudgement judgement : whole) {
            findings.add(judgement.finding(List.copyOf(points.getOrDefault(judgement.policy().id(), List.of())),
                    conditions(judgement.policy(), run, reasons)));
        }
        return List.copyOf(findings);
    }

    private static Score score(List<DutyJudgement> judgements) {
        return Score.of(judgements.stream().filter(judgement -> judgement.policy().role() == Policy.Role.DUTY)
                .map(DutyJudgement::judgedForScore).toList());
    }

    private List<OutlookDate> outlook(List<Finding> findings, Run run) {
        TreeMap<LocalDate, List<String>> due = new TreeMap<>();
        TreeMap<LocalDate, List<String>> enforceable = new TreeMap<>();
        for (Finding finding : findings) {
            gather(due, finding.answers().dueDate(), finding);
            gather(enforceable, finding.answers().enforceableFrom(), finding);
        }
        TreeSet<LocalDate> dates = new TreeSet<>(due.keySet());
        dates.addAll(enforceable.keySet());
        List<OutlookDate> outlook = new ArrayList<>();
        for (LocalDate date : dates) {
            outlook.add(new OutlookDate(date, due.getOrDefault(date, List.of()), enforceable.getOrDefault(date, List.of()),
                    statesModel() ? scoreOn(run.on(date)) : null));
        }
        return List.copyOf(outlook);
    }

    private Score scoreOn(Run then) {
        Reasons reasons = new Reasons(set, subject, then);
        return score(set.duties().stream().filter(duty -> duty.policy().role() == Policy.Role.DUTY)
                .map(duty -> new DutyJudgement(set, duty, then, reasons)).toList());
    }

    private void gather(Map<LocalDate, List<String>> byDate, @Nullable LocalDate date, Finding finding) {
        if (date != null && date.isAfter(asOf) && finding.answers().mayApply()) {
            byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(finding.policy().id());
        }
    }
}
