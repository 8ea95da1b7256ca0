package eu.vitrine.policy;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares the engine with the plain evaluation. */
public final class PlainAgreement {

    private PlainAgreement() {}

    /**
     * The answers on which the two differ, as sentences. One subject in four is drawn fact by fact, the others are the situations
     * of the cases, which lie on the lines of the law, with a few facts drawn anew.
     *
     * @param subjects how many subjects to draw; each is evaluated by every policy, on one day, with one choice of assumptions
     */
    public static List<String> differences(PolicySet set, long seed, int subjects) {
        RandomSubjects drawn = new RandomSubjects(set, seed);
        List<CaseFile.Case> cases = cases(set);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            CaseFile.Case one = cases.get(drawn.number(cases.size()));
            Subject subject = i % 4 == 0 ? drawn.next() : drawn.near(one.subject());
            LocalDate day = drawn.number(3) == 0 ? drawn.day() : one.asOf();
            int enabled = i % 2 == 0 ? set.made() : drawn.number(set.allAssumptions() + 1);
            compare(set, subject, day, enabled, differences);
        }
        return differences;
    }

    /** Every case that ships. */
    static List<CaseFile.Case> cases(PolicySet set) {
        List<CaseFile.Case> cases = new ArrayList<>();
        PolicyFolder.cases(PolicyFolder.shippedFiles()).forEach((name, text) -> cases.addAll(CaseFile.read(text, name, set)));
        return cases;
    }

    /** How many answers are compared for one subject. */
    public static int answersOf(PolicySet set) {
        return set.duties().size() + set.rules().useRights().size() + set.rules().houseRules().size() + (int) named(set).count();
    }

    private static java.util.stream.Stream<Policy> named(PolicySet set) {
        return set.policies().stream().filter(policy -> policy.role() == Policy.Role.CLASSIFICATION || policy.role() == Policy.Role.CONDITION);
    }

    private static void compare(PolicySet set, Subject subject, LocalDate day, int enabled, List<String> differences) {
        Evaluation evaluation = new Engine(set, subject, day, enabled).evaluate();
        PlainEvaluation plain = new PlainEvaluation(set, subject, day, enabled);
        for (Duty duty : set.duties()) {
            String id = duty.policy().id();
            Finding finding = evaluation.finding(id).orElseThrow();
            same(id, finding.answers(), plain.answers(duty), subject, day, enabled, differences);
            same(id + " disputed", !finding.disputed().isEmpty(), plain.isDisputed(duty), subject, day, enabled, differences);
        }
        named(set).forEach(policy -> {
            String decision = policy.name() == null ? policy.id() : policy.name();
            evaluation.classification(policy.id()).ifPresent(found -> {
                same(policy.id(), found.value(), plain.value(set.decision(decision)), subject, day, enabled, differences);
                same(policy.id() + " disputed", !found.disputed().isEmpty(), plain.isDisputed(set.decision(decision)), subject, day, enabled, differences);
            });
        });
        PlainEvaluation nothingAssumed = new PlainEvaluation(set, subject, day, 0);
        for (Rules.UseRightRule rule : set.rules().useRights()) {
            UseRight.Answer answer = evaluation.useRight(rule.policy().id()).orElseThrow().answer();
            String words = answer == null ? UseRight.NOT_TOUCHED : answer == UseRight.Answer.OPEN ? Decision.UNDETERMINED : answer.name();
            same(rule.policy().id(), words, nothingAssumed.value(rule.decide()), subject, day, enabled, differences);
        }
        for (Rules.HouseRuleRule rule : set.rules().houseRules()) {
            HouseRule.Answer answer = evaluation.houseRules().get(rule.policy().id()).answer();
            String words = answer == HouseRule.Answer.OPEN ? Decision.UNDETERMINED : answer.name();
            same(rule.policy().id(), words, rule.on() ? nothingAssumed.value(rule.decide()) : "OFF", subject, day, enabled, differences);
        }
    }

    private static void same(String id, Object engine, Object plain, Subject subject, LocalDate day, int enabled, List<String> differences) {
        if (!engine.equals(plain)) {
            differences.add(id + " of " + subject.slug() + " on " + day + " with " + enabled + ": engine " + engine + ", plain " + plain);
        }
    }
}
