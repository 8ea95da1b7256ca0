package eu.vitrine.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which assumptions can bear on a decision, through whatever it refers to. Wants decisions without cycles, which the loader refuses. */
final class Bearing {

    private final Map<String, Decision> decisions;
    private final List<AssumptionRule> rules;
    private final Map<String, Integer> found = new HashMap<>();

    private Bearing(Map<String, Decision> decisions, List<AssumptionRule> rules) {
        this.decisions = decisions;
        this.rules = rules;
    }

    /**
     * The assumptions that can bear on each decision, as bits, by its id.
     *
     * @throws IllegalArgumentException if a decision refers to one that is not there
     */
    static Map<String, Integer> of(Map<String, Decision> decisions, List<AssumptionRule> rules) {
        Bearing bearing = new Bearing(decisions, rules);
        decisions.keySet().forEach(bearing::on);
        return bearing.found;
    }

    private int on(String id) {
        Integer known = found.get(id);
        if (known != null) {
            return known;
        }
        Decision decision = decisions.get(id);
        if (decision == null) {
            throw new IllegalArgumentException("no decision has the id " + id);
        }
        int bits = 0;
        for (Decision.Assumed one : decision.assumed()) {
            bits |= one.with();
        }
        for (String reference : decision.references()) {
            bits |= on(reference);
        }
        for (AssumptionRule rule : rules) {
            if ((bits & rule.assumption().bit()) != 0) {
                for (String reference : rule.references()) {
                    bits |= on(reference);
                }
            }
        }
        found.put(id, bits);
        return bits;
    }
}
