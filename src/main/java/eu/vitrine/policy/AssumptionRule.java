package eu.vitrine.policy;

import java.util.List;

/**
 * When an assumption may be made.
 *
 * @param needs what must be true
 * @param defeaters each switches it off when true
 * @param contested facts about which sources must not disagree
 */
record AssumptionRule(Assumption assumption, Expr needs, List<Defeater> defeaters, List<Expr.FactRef> contested) {

    /** Names the switching off by a disagreement between sources. */
    static final String CONTESTED = "contested";

    /** A fact that speaks against the assumption. */
    record Defeater(String id, Expr when, String why) {}
}
