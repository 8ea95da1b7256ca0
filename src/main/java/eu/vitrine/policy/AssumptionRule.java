package eu.vitrine.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Ids of the decisions that it reads. */
    Set<String> references() {
        Set<String> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(needs), defeaters.stream().map(Defeater::when)).forEach(expr -> expr.walk(one -> {
            if (one instanceof Expr.DecisionRef ref) {
                found.add(ref.id());
            }
        }));
        return found;
    }
}
