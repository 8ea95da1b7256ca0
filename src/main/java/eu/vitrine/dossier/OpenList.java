package eu.vitrine.dossier;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.PolicySet;
import java.util.List;

/** What would settle the open points, the facts that settle most findings first. */
final class OpenList {

    /** So many get a row with their question; the rest are named by their labels. */
    private static final int ASKED = 12;

    private final Texts texts;
    private final Vocabulary vocabulary;

    OpenList(Texts texts, Vocabulary vocabulary) {
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    Fields of(PolicySet set, Evaluation evaluation) {
        List<Fields> rows = rows(OpenPoints.of(set, evaluation));
        return new Fields()
                .with("rows", rows.subList(0, Math.min(ASKED, rows.size())))
                .with("more", rows.size() <= ASKED ? null
                        : String.join("; ", rows.subList(ASKED, rows.size()).stream().map(row -> String.valueOf(row.get("label"))).toList()))
                .with("withheld", rows(OpenPoints.keptByLaw(set, evaluation)));
    }

    private List<Fields> rows(List<OpenPoints.Point> points) {
        return points.stream().map(point -> row(vocabulary.get(point.fact()), point.bearsOn())).toList();
    }

    private Fields row(FactDeclaration fact, List<Finding> findings) {
        return new Fields()
                .with("label", fact.label())
                .with("question", fact.question())
                .with("count", texts.count("settles", findings.size()))
                .with("references", References.joined(findings.stream().map(one -> one.policy().reference()).toList()))
                .with("knownBy", fact.knownBy().words());
    }
}
