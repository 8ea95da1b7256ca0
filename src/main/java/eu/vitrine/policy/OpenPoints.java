package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would settle the most, in that order. */
public final class OpenPoints {

    /**
     * A fact to find.
     *
     * @param fact its id
     * @param findings how many findings it bears on
     */
    public record Point(String fact, int findings) {}

    private OpenPoints() {}

    /**
     * The facts that would settle open findings or take the place of an assumption, the one that bears on most findings
     * first. What the law lets the provider keep from us is left out.
     */
    public static List<Point> of(PolicySet set, Evaluation evaluation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Finding finding : evaluation.findings()) {
            if (finding.family() != Family.ROUTE && finding.outcome() != Outcome.MET) {
                Set<String> facts = new LinkedHashSet<>(finding.settledBy());
                for (Assumption assumption : set.assumptions()) {
                    if (finding.assumptions().contains(assumption.id())) {
                        facts.add(assumption.standsFor().getFirst());
                    }
                }
                facts.forEach(fact -> counts.merge(fact, 1, Integer::sum));
            }
        }
        List<Point> points = new ArrayList<>();
        counts.forEach((fact, findings) -> points.add(new Point(fact, findings)));
        points.sort(Comparator.comparingInt(Point::findings).reversed()
                .thenComparingInt(point -> set.vocabulary().get(point.fact()).index()));
        return List.copyOf(points);
    }
}
