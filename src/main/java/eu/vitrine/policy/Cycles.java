package eu.vitrine.policy;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses decisions that rest on themselves, through whatever they refer to or assume. */
final class Cycles {

    private final Map<String, Set<String>> references = new HashMap<>();
    private final Map<String, Located> places = new HashMap<>();
    private final List<Problem> problems;
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private Cycles(List<Problem> problems) {
        this.problems = problems;
    }

    static void check(Map<Decision, Located> decisions, List<AssumptionRule> assumptions, List<Problem> problems) {
        Cycles cycles = new Cycles(problems);
        decisions.forEach((decision, place) -> {
            Set<String> references = new LinkedHashSet<>(decision.references());
            for (Decision.Assumed one : decision.assumed()) {
                for (AssumptionRule rule : assumptions) {
                    if ((one.with() & rule.assumption().bit()) != 0) {
                        references.addAll(rule.references());
                    }
                }
            }
            cycles.references.put(decision.id(), references);
            cycles.places.put(decision.id(), place);
        });
        decisions.keySet().forEach(decision -> cycles.visit(decision.id()));
    }

    private void visit(String id) {
        if (path.contains(id)) {
            Located place = places.get(id);
            String round = String.join(" → ", path.reversed()) + " → " + id;
            problems.add(place == null ? new Problem("policies", 0, 0, "a cycle: " + round)
                    : place.problem("\"" + id + "\" rests on itself: " + round));
            return;
        }
        if (!done.add(id)) {
            return;
        }
        path.push(id);
        references.getOrDefault(id, Set.of()).forEach(this::visit);
        path.pop();
    }
}
