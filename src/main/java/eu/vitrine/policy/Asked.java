package eu.vitrine.policy;

import java.util.List;
import java.util.Optional;

/**
 * The tables that answer a policy, whatever its role.
 *
 * @param duty of duties, points of annexes and routes; null for anything else
 * @param tables of anything else: the answer first; none for a citation, which has nothing to decide
 * @param assumes whether assumptions may be made for it
 * @param on whether it is asked at all
 */
record Asked(@org.jspecify.annotations.Nullable Duty duty, List<Decision> tables, boolean assumes, boolean on) {

    static Asked of(PolicySet set, Policy policy) {
        return switch (policy.role()) {
            case DUTY, OUR_DUTY, POINT, ROUTE -> new Asked(set.duties().stream().filter(duty -> duty.policy().id().equals(policy.id()))
                    .findFirst().orElseThrow(), List.of(), true, true);
            case USE_RIGHT -> new Asked(null, List.of(set.rules().useRights().stream().filter(rule -> rule.policy().id().equals(policy.id()))
                    .findFirst().orElseThrow().decide()), false, true);
            case HOUSE_RULE -> {
                Rules.HouseRuleRule rule = set.rules().houseRules().stream().filter(one -> one.policy().id().equals(policy.id()))
                        .findFirst().orElseThrow();
                yield new Asked(null, List.of(rule.decide(), rule.weigh()), false, rule.on());
            }
            case CITATION -> new Asked(null, List.of(), false, true);
            case CONDITION, CLASSIFICATION, DERIVATION -> new Asked(null, List.of(set.decision(decision(policy))), true, true);
        };
    }

    /** The name under which conditions refer to the answer of a policy; its id where none can. */
    static String decision(Policy policy) {
        return switch (policy.role()) {
            case CLASSIFICATION -> java.util.Objects.requireNonNull(policy.name());
            case DERIVATION -> "derived." + policy.id();
            default -> policy.id();
        };
    }

    /** The table that answers it, where a single one does. */
    Optional<Decision> answer() {
        return tables.stream().findFirst();
    }
}
