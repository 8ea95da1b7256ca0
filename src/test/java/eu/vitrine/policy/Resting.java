package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the answers of each policy rest on, through whatever it refers to: decisions, figures, assumptions and facts, by name. */
final class Resting {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([^}]+)}");

    private final SetParts parts;
    private final Map<String, Set<String>> ofDecision = new HashMap<>();
    private final Map<String, Set<String>> ofPolicy = new HashMap<>();

    Resting(SetParts parts) {
        this.parts = parts;
        parts.from().policies().forEach(policy -> ofPolicy.put(policy.id(), gather(policy)));
    }

    static String policy(String id) {
        return "policy " + id;
    }

    static String assumption(String id) {
        return "assumption " + id;
    }

    static String datum(String name) {
        return "figure " + name;
    }

    private static String fact(FactDeclaration fact) {
        return "fact " + fact.id();
    }

    /** The policies whose answers rest on something, in reading order. */
    List<Policy> restingOn(String touched) {
        return parts.from().policies().stream().filter(policy -> ofPolicy.get(policy.id()).contains(touched)).toList();
    }

    /** The facts that a policy reads. */
    List<FactDeclaration> facts(Policy policy) {
        return parts.from().vocabulary().facts().stream().filter(one -> ofPolicy.get(policy.id()).contains(fact(one))).toList();
    }

    private Set<String> gather(Policy policy) {
        Set<String> all = new LinkedHashSet<>(Set.of(policy(policy.id())));
        String decision = SetParts.decisionOf(policy);
        if (decision != null) {
            all.addAll(ofDecision(decision));
        }
        parts.duties().stream().filter(duty -> duty.policy().id().equals(policy.id())).forEach(duty -> duty(duty, all));
        parts.rules().useRights().stream().filter(rule -> rule.policy().id().equals(policy.id())).forEach(rule -> {
            table(rule.decide(), all);
            rule.carries().forEach(one -> expr(one.when(), all));
        });
        parts.rules().houseRules().stream().filter(rule -> rule.policy().id().equals(policy.id())).forEach(rule -> {
            table(rule.decide(), all);
            table(rule.weigh(), all);
        });
        return all;
    }

    private void duty(Duty duty, Set<String> all) {
        if (duty.policy().partOf() != null) {
            all.add(policy(duty.policy().partOf()));
        }
        all.addAll(ofDecision("provider"));
        table(duty.applicability(), all);
        if (duty.evidence() != null) {
            table(duty.evidence(), all);
        }
        java.util.stream.Stream.of(duty.due(), duty.begins(), duty.power(), duty.owedToUs()).filter(java.util.Objects::nonNull)
                .forEach(one -> expr(one, all));
        duty.support().forEach(one -> expr(one.when(), all));
        if (duty.points() != null) {
            all.add(datum(duty.points().of()));
            List.of(duty.points().shown(), duty.points().failed()).forEach(one -> expr(one, all));
            if (duty.points().evidence() != null) {
                table(duty.points().evidence(), all);
            }
        }
        if (duty.checklist() != null) {
            Duty.Checklist list = duty.checklist();
            all.add(datum(list.of()));
            List.of(list.given(), list.partly(), list.missing(), list.doesNotApply(), list.needed()).forEach(one -> expr(one, all));
        }
        if (duty.policy().consequence() != null) {
            Matcher matcher = ARGUMENT.matcher(duty.policy().consequence());
            while (matcher.find()) {
                named(matcher.group(1), all);
            }
        }
    }

    /** What a text names in braces. */
    private void named(String name, Set<String> all) {
        if (name.startsWith("derived.")) {
            all.addAll(ofDecision(name));
        } else {
            all.add(datum(name.startsWith("law.") ? name.substring("law.".length()) : name));
            all.add("fact " + name);
        }
    }

    private void table(Decision decision, Set<String> all) {
        decision.walk(noting(all));
        for (AssumptionRule rule : parts.assumptions()) {
            if (decision.assumed().stream().anyMatch(one -> (one.with() & rule.assumption().bit()) != 0)) {
                all.add(assumption(rule.assumption().id()));
                expr(rule.needs(), all);
                rule.defeaters().forEach(one -> expr(one.when(), all));
                rule.contested().forEach(one -> expr(one, all));
            }
        }
    }

    private void expr(Expr expr, Set<String> all) {
        expr.walk(noting(all));
    }

    private Consumer<Expr> noting(Set<String> all) {
        return one -> {
            switch (one) {
                case Expr.DecisionRef ref -> all.addAll(ofDecision(ref.id()));
                case Expr.LawRef ref -> all.add(datum(ref.name()));
                case Expr.FactRef ref -> all.add(fact(parts.from().vocabulary().facts().get(ref.index())));
                default -> { }
            }
        };
    }

    private Set<String> ofDecision(String id) {
        Set<String> known = ofDecision.get(id);
        if (known == null) {
            known = new LinkedHashSet<>(Set.of(id));
            table(parts.decisions().get(id), known);
            ofDecision.put(id, known);
        }
        return known;
    }

    /** Every figure that a policy rests on. */
    List<LawDatum> figures(Policy policy) {
        List<LawDatum> figures = new ArrayList<>();
        parts.law().values().stream().filter(one -> ofPolicy.get(policy.id()).contains(datum(one.name()))).forEach(figures::add);
        return figures;
    }

    /** Every expression written in the decisions that a policy rests on, and in itself. */
    void walk(Policy policy, Consumer<Expr> visitor) {
        Set<String> names = ofPolicy.get(policy.id());
        parts.decisions().values().stream().filter(one -> names.contains(one.id())).forEach(one -> one.walk(visitor));
        parts.duties().stream().filter(duty -> duty.policy().id().equals(policy.id())).forEach(duty -> {
            duty.applicability().walk(visitor);
            if (duty.evidence() != null) {
                duty.evidence().walk(visitor);
            }
            if (duty.checklist() != null) {
                List.of(duty.checklist().given(), duty.checklist().partly(), duty.checklist().missing(), duty.checklist().doesNotApply(),
                        duty.checklist().needed()).forEach(one -> one.walk(visitor));
            }
            duty.support().forEach(one -> one.when().walk(visitor));
        });
        parts.rules().useRights().stream().filter(rule -> rule.policy().id().equals(policy.id())).forEach(rule -> {
            rule.decide().walk(visitor);
            rule.carries().forEach(one -> one.when().walk(visitor));
        });
        parts.rules().houseRules().stream().filter(rule -> rule.policy().id().equals(policy.id())).forEach(rule -> {
            rule.decide().walk(visitor);
            rule.weigh().walk(visitor);
        });
    }
}
