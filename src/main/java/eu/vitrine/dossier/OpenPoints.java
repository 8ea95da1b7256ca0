package eu.vitrine.dossier;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What would settle the open points, the facts that settle most findings first. */
final class OpenPoints {

    /** So many get a row with their question; the rest are named by their labels. */
    private static final int ASKED = 12;

    private final Texts texts;
    private final Vocabulary vocabulary;

    OpenPoints(Texts texts, Vocabulary vocabulary) {
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    Fields of(Evaluation evaluation) {
        List<Fields> rows = rows(evaluation, Finding::settledBy);
        return new Fields()
                .with("rows", rows.subList(0, Math.min(ASKED, rows.size())))
                .with("more", rows.size() <= ASKED ? null
                        : String.join("; ", rows.subList(ASKED, rows.size()).stream().map(row -> String.valueOf(row.get("label"))).toList()))
                .with("withheld", rows(evaluation, Finding::withheldByLaw));
    }

    private List<Fields> rows(Evaluation evaluation, Function<Finding, List<String>> facts) {
        Map<String, List<Finding>> settles = new LinkedHashMap<>();
        for (Finding finding : evaluation.findings()) {
            facts.apply(finding).forEach(id -> settles.computeIfAbsent(id, key -> new ArrayList<>()).add(finding));
        }
        return settles.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Finding>>>comparingInt(entry -> -entry.getValue().size())
                        .thenComparingInt(entry -> vocabulary.get(entry.getKey()).index()))
                .map(entry -> row(vocabulary.get(entry.getKey()), entry.getValue()))
                .toList();
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
