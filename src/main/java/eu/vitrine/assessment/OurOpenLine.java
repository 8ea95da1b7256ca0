package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact to find out about a use. The three numbers are never added up.
 *
 * @param duties how many duties of ours it bears on
 * @param rights how many use rights
 * @param rules how many of our own rules
 */
public record OurOpenLine(FactDeclaration fact, int duties, int rights, int rules) {

    /** What stands in the way of a right first, then what a duty turns on, then what our own rules ask. */
    private static final Comparator<OurOpenLine> ORDER = Comparator.comparingInt(OurOpenLine::rights)
            .thenComparingInt(OurOpenLine::duties).thenComparingInt(OurOpenLine::rules).reversed();

    static List<OurOpenLine> of(PolicySet set, Evaluation evaluation) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        evaluation.findings().stream().filter(finding -> finding.family() == Family.OUR_DUTY && finding.outcome() != Outcome.MET)
                .forEach(finding -> finding.settledBy().forEach(fact -> counts.computeIfAbsent(fact, id -> new int[3])[0]++));
        evaluation.useRights().stream().filter(right -> right.answer() == UseRight.Answer.OPEN)
                .forEach(right -> right.settledBy().forEach(fact -> counts.computeIfAbsent(fact, id -> new int[3])[1]++));
        evaluation.houseRules().values()
                .forEach(rule -> rule.settledBy().forEach(fact -> counts.computeIfAbsent(fact, id -> new int[3])[2]++));
        List<OurOpenLine> lines = new ArrayList<>();
        counts.forEach((fact, n) -> lines.add(new OurOpenLine(set.vocabulary().get(fact), n[0], n[1], n[2])));
        lines.sort(ORDER.thenComparing(line -> line.fact().index()));
        return List.copyOf(lines);
    }
}
