package eu.vitrine.policy;

import java.util.List;

/**
 * The rules of a set that give one answer each.
 *
 * @param useRights in reading order
 * @param houseRules in reading order
 */
record Rules(List<UseRightRule> useRights, List<HouseRuleRule> houseRules) {

    Rules {
        useRights = List.copyOf(useRights);
        houseRules = List.copyOf(houseRules);
    }

    /**
     * Whether licence and terms grant something.
     *
     * @param decide the answer
     * @param carries conditions that come with a grant
     */
    record UseRightRule(Policy policy, Decision decide, List<Carried> carries) {}

    /** A condition that comes with a grant where {@code when} is true. */
    record Carried(String id, Expr when, String why) {}

    /**
     * What the organisation asks.
     *
     * @param decide the answer
     * @param weigh how much a failure weighs in an approval
     * @param on whether it is asked
     */
    record HouseRuleRule(Policy policy, Decision decide, Decision weigh, boolean on) {}
}
