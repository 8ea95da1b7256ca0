package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What would settle the most, in that order; pages, dossier and command line all read it here. */
public final class OpenPoints {

    /**
     * A fact to find.
     *
     * @param fact its id
     * @param bearsOn the findings that it would help to settle, in their order
     */
    public record Point(String fact, List<Finding> bearsOn) {
        public Point {
            bearsOn = List.copyOf(bearsOn);
        }

        /** How many findings it bears on, all of them counted ones. */
        public int findings() {
            return bearsOn.size();
        }
    }

    private OpenPoints() {}

    /**
     * The facts that would settle open findings or take the place of an assumption, the one that bears on most findings
     * first. What the law lets the provider keep from us is left out, and so are routes, duties that weigh nothing in the
     * score (nobody outside can show them) and what is met.
     */
    public static List<Point> of(PolicySet set, Evaluation evaluation) {
        return points(set, evaluation, Finding::settledBy);
    }

    /** The same for the facts that the law lets the provider keep from us. */
    public static List<Point> keptByLaw(PolicySet set, Evaluation evaluation) {
        return points(set, evaluation, Finding::withheldByLaw);
    }

    private static List<Point> points(PolicySet set, Evaluation evaluation, Function<Finding, List<String>> facts) {
        Map<String, List<Finding>> bearsOn = new LinkedHashMap<>();
        for (Finding finding : evaluation.findings()) {
            if (set.counts(finding.policy()) && finding.outcome() != Outcome.MET) {
                facts.apply(finding).forEach(fact -> bearsOn.computeIfAbsent(fact, one -> new ArrayList<>()).add(finding));
            }
        }
        List<Point> points = new ArrayList<>();
        bearsOn.forEach((fact, findings) -> points.add(new Point(fact, findings)));
        points.sort(Comparator.comparingInt(Point::findings).reversed()
                .thenComparingInt(point -> set.vocabulary().get(point.fact()).index()));
        return List.copyOf(points);
    }
}
