package eu.vitrine.dossier;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would settle the open points: what stands in the way of a right first, then what most duties turn on, then what our own
 * rules ask. Duties of the maker, our duties, rights and rules of our own are counted apart.
 */
final class OpenList {

    /** So many get a row with their question; the rest are named by their labels. */
    private static final int ASKED = 12;

    private final Texts texts;
    private final Vocabulary vocabulary;

    /** What a fact bears on. */
    private static final class BearsOn {
        private final List<Finding> makers = new ArrayList<>();
        private final List<Finding> ours = new ArrayList<>();
        private int rights;
        private int rules;
    }

    private static final Comparator<BearsOn> ORDER = Comparator.<BearsOn>comparingInt(one -> one.rights)
            .thenComparingInt(one -> one.makers.size()).thenComparingInt(one -> one.ours.size()).thenComparingInt(one -> one.rules).reversed();

    OpenList(Texts texts, Vocabulary vocabulary) {
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    Fields of(PolicySet set, Evaluation evaluation) {
        Map<String, BearsOn> byFact = duties(OpenPoints.of(set, evaluation));
        for (UseRight right : evaluation.useRights()) {
            if (right.answer() == UseRight.Answer.OPEN) {
                right.settledBy().forEach(fact -> of(byFact, fact).rights++);
            }
        }
        for (HouseRule rule : evaluation.houseRules().values()) {
            if (rule.answer() == HouseRule.Answer.OPEN || rule.answer() == HouseRule.Answer.FAIL) {
                rule.settledBy().forEach(fact -> of(byFact, fact).rules++);
            }
        }
        List<Fields> rows = rows(byFact);
        return new Fields()
                .with("rows", rows.subList(0, Math.min(ASKED, rows.size())))
                .with("more", rows.size() <= ASKED ? null
                        : String.join("; ", rows.subList(ASKED, rows.size()).stream().map(row -> String.valueOf(row.get("label"))).toList()))
                .with("withheld", rows(duties(OpenPoints.keptByLaw(set, evaluation))));
    }

    private static Map<String, BearsOn> duties(List<OpenPoints.Point> points) {
        Map<String, BearsOn> byFact = new LinkedHashMap<>();
        points.forEach(point -> point.bearsOn().forEach(finding ->
                (finding.family() == Family.OUR_DUTY ? of(byFact, point.fact()).ours : of(byFact, point.fact()).makers).add(finding)));
        return byFact;
    }

    private static BearsOn of(Map<String, BearsOn> byFact, String fact) {
        return byFact.computeIfAbsent(fact, id -> new BearsOn());
    }

    private List<Fields> rows(Map<String, BearsOn> byFact) {
        return byFact.entrySet().stream()
                .sorted(Map.Entry.<String, BearsOn>comparingByValue(ORDER).thenComparingInt(entry -> vocabulary.get(entry.getKey()).index()))
                .map(entry -> row(vocabulary.get(entry.getKey()), entry.getValue())).toList();
    }

    private Fields row(FactDeclaration fact, BearsOn bearsOn) {
        List<Fields> counts = new ArrayList<>();
        count(counts, "settles.right", bearsOn.rights, List.of());
        count(counts, "settles.maker", bearsOn.makers.size(), bearsOn.makers);
        count(counts, "settles.ours", bearsOn.ours.size(), bearsOn.ours);
        count(counts, "settles.rule", bearsOn.rules, List.of());
        return new Fields()
                .with("label", fact.label())
                .with("question", fact.question())
                .with("counts", counts)
                .with("references", References.joined(bearsOn.makers.stream().map(one -> one.policy().reference()).toList()))
                .with("knownBy", fact.knownBy().words());
    }

    private void count(List<Fields> counts, String key, int n, List<Finding> findings) {
        if (n > 0) {
            counts.add(new Fields().with("count", texts.count(key, n))
                    .with("references", References.joined(findings.stream().map(one -> one.policy().reference()).toList())));
        }
    }
}
