package eu.vitrine.policy;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

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
        List<Finding> findings = findings(run, reasons);
        SingleAnswers single = new SingleAnswers(set, subject, new Run(set, subject, asOf).enable(0));
        return new Evaluation(subject.slug(), subject.name(), subject.version(), asOf, set.identity(),
                classifications(run, reasons), findings, single.useRights(), single.houseRules(),
                statesModel() ? score(run, reasons) : null, outlook(findings), Disclosures.of(set.vocabulary(), subject));
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
        return new Classification(policy, decided.text(), reasons.of(policy.id(), decided), reasons.factIds(trace.causes().and(set.standsFor(trace.assumptions()))),
                reasons.assumptionIds(trace.assumptions()), reasons.factIds(trace.reads()), trace.review() || policy.review(), conditions);
    }

    private List<Finding> findings(Run run, Reasons reasons) {
        Map<String, List<Finding>> points = new LinkedHashMap<>();
        List<Duty> duties = set.duties().stream().filter(duty -> duty.policy().concerns(subject)).toList();
        for (Duty duty : duties) {
            if (duty.policy().partOf() != null) {
                points.computeIfAbsent(duty.policy().partOf(), parent -> new ArrayList<>())
                        .add(new DutyJudgement(set, duty, run, reasons).finding(List.of(), List.of()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Duty duty : duties) {
            Policy policy = duty.policy();
            if (policy.partOf() == null) {
                findings.add(new DutyJudgement(set, duty, run, reasons).finding(
                        List.copyOf(points.getOrDefault(policy.id(), List.of())), conditions(policy, run, reasons)));
            }
        }
        return List.copyOf(findings);
    }

    private Score score(Run run, Reasons reasons) {
        return Score.of(set.duties().stream().filter(duty -> duty.policy().role() == Policy.Role.DUTY)
                .map(duty -> new DutyJudgement(set, duty, run, reasons).judgedForScore()).toList());
    }

    private List<OutlookDate> outlook(List<Finding> findings) {
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
            Run then = new Run(set, subject, date).enable(assumptions);
            outlook.add(new OutlookDate(date, due.getOrDefault(date, List.of()), enforceable.getOrDefault(date, List.of()),
                    statesModel() ? score(then, new Reasons(set, subject, then)) : null));
        }
        return List.copyOf(outlook);
    }

    private void gather(Map<LocalDate, List<String>> byDate, @org.jspecify.annotations.Nullable LocalDate date, Finding finding) {
        if (date != null && date.isAfter(asOf) && finding.answers().mayApply()) {
            byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(finding.policy().id());
        }
    }
}
