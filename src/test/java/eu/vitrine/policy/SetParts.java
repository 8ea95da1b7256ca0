package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy set taken apart, so that one part can be changed and the set be put together again. */
record SetParts(PolicySet from, Map<String, LawDatum> law, Map<String, Decision> decisions, List<Duty> duties, Rules rules,
        List<AssumptionRule> assumptions) {

    static SetParts of(PolicySet set) {
        Map<String, LawDatum> law = new LinkedHashMap<>();
        Stream.concat(set.lawData().stream(), set.houseData().stream()).forEach(datum -> law.put(datum.name(), datum));
        Map<String, Decision> decisions = new LinkedHashMap<>();
        for (Policy policy : set.policies()) {
            String id = decisionOf(policy);
            if (id != null) {
                decisions.put(id, set.decision(id));
            }
        }
        return new SetParts(set, law, decisions, set.duties(), set.rules(), set.assumptionRules());
    }

    /** Name of the decision that conditions know a policy by, or null. */
    static @org.jspecify.annotations.Nullable String decisionOf(Policy policy) {
        return switch (policy.role()) {
            case CONDITION -> policy.id();
            case CLASSIFICATION -> policy.name();
            case DERIVATION -> "derived." + policy.id();
            default -> null;
        };
    }

    SetParts with(LawDatum datum) {
        Map<String, LawDatum> changed = new LinkedHashMap<>(law);
        changed.put(datum.name(), datum);
        return new SetParts(from, changed, decisions, duties, rules, assumptions);
    }

    SetParts with(Decision decision) {
        Map<String, Decision> changed = new LinkedHashMap<>(decisions);
        changed.put(decision.id(), decision);
        return new SetParts(from, law, changed, duties, rules, assumptions);
    }

    SetParts with(AssumptionRule rule) {
        return new SetParts(from, law, decisions, duties, rules, assumptions.stream()
                .map(one -> one.assumption().equals(rule.assumption()) ? rule : one).toList());
    }

    SetParts with(Rules.UseRightRule rule) {
        return with(new Rules(rules.useRights().stream().map(one -> one.policy().equals(rule.policy()) ? rule : one).toList(), rules.houseRules()));
    }

    SetParts with(Rules.HouseRuleRule rule) {
        return with(new Rules(rules.useRights(), rules.houseRules().stream().map(one -> one.policy().equals(rule.policy()) ? rule : one).toList()));
    }

    private SetParts with(Rules changed) {
        return new SetParts(from, law, decisions, duties, changed, assumptions);
    }

    /** With a duty changed, and with it the points that are judged under it. */
    SetParts with(Duty duty) {
        Duty old = duty(duty.policy().id());
        List<Duty> changed = new ArrayList<>();
        for (Duty one : duties) {
            boolean point = duty.policy().id().equals(one.policy().partOf());
            changed.add(one == old ? duty : point ? under(one, old, duty) : one);
        }
        return new SetParts(from, law, decisions, changed, rules, assumptions);
    }

    private Duty duty(String id) {
        return duties.stream().filter(one -> one.policy().id().equals(id)).findFirst().orElseThrow();
    }

    /** A point under a changed duty. Its own rows stand before those of the duty. */
    private static Duty under(Duty point, Duty old, Duty duty) {
        List<Decision.Row> applicability = new ArrayList<>(ownRows(point, old));
        applicability.addAll(duty.applicability().rows());
        Duty.Points points = java.util.Objects.requireNonNull(duty.points());
        List<Decision.Row> evidence = java.util.Objects.requireNonNull(points.evidence()).rows().stream()
                .map(row -> row.forElement(Duty.Points.ELEMENT, point.policy().id())).toList();
        return new Duty(point.policy(), new Decision(point.applicability().id(), applicability, List.of(), duty.applicability().settledBy()),
                duty.due(), duty.begins(), new Decision(point.policy().id() + ".evidence", evidence, List.of(), points.evidence().settledBy()),
                points.otherwise(), null, null, List.of(), duty.authority(), duty.power(), duty.owedToUs(), 0);
    }

    /** The rows about whether a point applies that stand before those of its duty. */
    static List<Decision.Row> ownRows(Duty point, Duty duty) {
        return point.applicability().rows().subList(0, point.applicability().rows().size() - duty.applicability().rows().size());
    }

    /** The set with every policy. */
    PolicySet whole() {
        return build(from.policies());
    }

    /** The set with what the answers of one policy need, and no other answers. */
    PolicySet only(Policy policy) {
        Set<String> ids = new LinkedHashSet<>(Set.of(policy.id()));
        from.policies().stream().filter(one -> one.conditions().contains(policy.id())).forEach(one -> ids.add(one.id()));
        if (policy.partOf() != null) {
            ids.add(policy.partOf());
        }
        Set<String> conditions = from.policies().stream().filter(one -> ids.contains(one.id())).flatMap(one -> one.conditions().stream())
                .collect(Collectors.toSet());
        return build(from.policies().stream().filter(one -> ids.contains(one.id()) || conditions.contains(one.id())).toList());
    }

    private PolicySet build(List<Policy> policies) {
        Rules few = new Rules(rules.useRights().stream().filter(one -> policies.contains(one.policy())).toList(),
                rules.houseRules().stream().filter(one -> policies.contains(one.policy())).toList());
        Map<String, Decision> all = new LinkedHashMap<>(decisions);
        rules.useRights().forEach(one -> all.put(one.decide().id(), one.decide()));
        rules.houseRules().forEach(one -> {
            all.put(one.decide().id(), one.decide());
            all.put(one.weigh().id(), one.weigh());
        });
        Set<String> off = assumptions.stream().map(AssumptionRule::assumption).filter(one -> (from.made() & one.bit()) == 0)
                .map(Assumption::id).collect(Collectors.toSet());
        return new PolicySet(from.identity(), from.vocabulary(), law, policies, all,
                duties.stream().filter(one -> policies.contains(one.policy())).toList(), few, assumptions, off);
    }
}
