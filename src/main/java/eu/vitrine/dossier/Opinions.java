package eu.vitrine.dossier;

import eu.vitrine.facts.Opinion;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The readings of the record's author beside the answers of the rules. */
final class Opinions {

    private final Texts texts;
    private final AnswerWords answers;

    Opinions(Texts texts) {
        this.texts = texts;
        this.answers = new AnswerWords(texts);
    }

    List<Fields> of(List<Opinion> opinions, Evaluation evaluation) {
        List<Fields> rows = new ArrayList<>();
        for (Opinion opinion : opinions) {
            Optional<Classification> rule = answering(opinion.question(), evaluation);
            String reads = texts.code("opinion.answer", opinion.assessment());
            rows.add(new Fields()
                    .with("question", texts.code("opinion.question", opinion.question()))
                    .with("reads", reads)
                    .with("reason", opinion.reason())
                    .with("by", opinion.by())
                    .with("rules", rule.map(one -> answers.value(one.policy().name(), one.value())).orElse(texts.of("opinion.norule")))
                    .with("because", rule.map(one -> new Reasons(texts).first(one.why())).orElse(null))
                    .with("differs", rule.map(one -> differs(opinion, one)).orElse(false)));
        }
        return rows;
    }

    /** The classification or condition that answers an author's question, as the texts name it. */
    private Optional<Classification> answering(String question, Evaluation evaluation) {
        String key = "opinion.rule." + question;
        String policy = texts.has(key) ? texts.of(key) : "";
        return evaluation.classifications().values().stream()
                .flatMap(one -> java.util.stream.Stream.concat(java.util.stream.Stream.of(one), one.conditions().stream()))
                .filter(one -> one.policy().id().equals(policy)).findFirst();
    }

    private static boolean differs(Opinion opinion, Classification rule) {
        String read = opinion.assessment().toUpperCase(Locale.ROOT);
        boolean open = !read.equals("YES") && !read.equals("NO");
        return rule.isOpen() ? !open : !rule.value().equals(read);
    }
}
