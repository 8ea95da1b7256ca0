package eu.vitrine.dossier;

import eu.vitrine.facts.Opinion;
import eu.vitrine.policy.AuthorReading;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import java.util.List;
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
        return AuthorReading.of(opinions, evaluation).stream().map(this::row).toList();
    }

    private Fields row(AuthorReading reading) {
        Opinion opinion = reading.opinion();
        Optional<Classification> rule = Optional.ofNullable(reading.answer());
        return new Fields()
                .with("question", texts.code("opinion.question", opinion.question()))
                .with("reads", texts.code("opinion.answer", opinion.assessment()))
                .with("reason", opinion.reason())
                .with("by", opinion.by())
                .with("rules", rule.map(one -> answers.value(one.policy().name(), one.value())).orElse(texts.of("opinion.norule")))
                .with("because", rule.map(one -> new Reasons(texts).first(one.why())).orElse(null))
                .with("differs", reading.differs());
    }
}
