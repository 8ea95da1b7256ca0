package eu.vitrine.dossier;

import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The classifications one after the other, each with the conditions that it draws together. */
final class Chain {

    private final Texts texts;
    private final AnswerWords answers;
    private final Vocabulary vocabulary;
    private final Derivations derivations;

    Chain(Texts texts, Vocabulary vocabulary, Derivations derivations) {
        this.derivations = derivations;
        this.texts = texts;
        this.answers = new AnswerWords(texts);
        this.vocabulary = vocabulary;
    }

    List<Fields> of(DossierContent content) {
        List<Fields> list = new ArrayList<>();
        for (Map.Entry<String, Classification> entry : content.evaluation().classifications().entrySet()) {
            Classification classification = entry.getValue();
            if (entry.getKey().equals(Names.EMBEDDED) && Embedded.of(content) == null) {
                continue;
            }
            list.add(step(entry.getKey(), classification)
                    .with("anchor", anchor(entry.getKey(), classification))
                    .with("conditions", classification.conditions().stream().map(one -> step(one.policy().name(), one)).toList()));
        }
        return list;
    }

    /** The cover refers to two of them by name. */
    private static String anchor(String name, Classification one) {
        return switch (name) {
            case Names.RELIEF -> "relief";
            case Names.RISK -> "risk";
            default -> "class-" + one.policy().id();
        };
    }

    private Fields step(@org.jspecify.annotations.Nullable String name, Classification one) {
        Policy policy = one.policy();
        return new Fields()
                .with("title", policy.title())
                .with("reference", policy.reference())
                .with("cite", policy.cite())
                .with("plain", policy.plain())
                .with("basis", texts.of(policy.basis(), "basis"))
                .with("note", policy.note())
                .with("value", answers.value(name, one.value()))
                .with("open", one.isOpen())
                .with("why", Reasons.full(one.why()))
                .with("follows", Reasons.nameWhatIsMissing(one.why()) ? null : derivations.from(policy.id()))
                .with("assumptions", one.assumptions().isEmpty() ? null : String.join(", ", one.assumptions()))
                .with("settledBy", one.settledBy().isEmpty() || Reasons.nameWhatIsMissing(one.why()) ? null : labels(vocabulary, one.settledBy()))
                .with("disputes", derivations.disputes(policy.id(), one.disputed()))
                .with("determined", derivations.determined(policy.id()))
                .with("review", one.review());
    }

    /** Labels of these facts, each once, as one text. */
    static String labels(Vocabulary vocabulary, List<String> ids) {
        return String.join("; ", ids.stream().map(id -> vocabulary.get(id).label()).distinct().toList());
    }
}
