package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The four answers in words. */
final class AnswerWords {

    private final Texts texts;

    AnswerWords(Texts texts) {
        this.texts = texts;
    }

    Fields of(Answers answers) {
        String applicability = texts.of(answers.applicability(), "applicability");
        return new Fields()
                .with("applicability", answers.ground() == null ? applicability
                        : texts.of("applicability.ground", "answer", applicability, "ground", answers.ground()))
                .with("due", answers.due() == null ? texts.of("answer.none")
                        : dated(answers.due(), "due", answers.dueDate()))
                .with("evidence", evidence(answers))
                .with("enforceable", answers.enforceable() == null ? texts.of("answer.none")
                        : dated(answers.enforceable(), "enforceable", answers.enforceableFrom()));
    }

    private String evidence(Answers answers) {
        if (answers.evidence() == null) {
            return texts.of("answer.none");
        }
        String word = texts.of(answers.evidence(), "evidence");
        return answers.evidenceReason() == null || answers.evidence() == Answers.Evidence.MET ? word
                : texts.of("evidence.reason", "answer", word, "reason", answers.evidenceReason().words());
    }

    private String dated(Enum<?> answer, String group, @Nullable LocalDate day) {
        return day == null ? texts.of(answer, group)
                : texts.of(group + "." + answer.name() + ".on", "day", FactWords.date(day));
    }

    /** The value of a classification or condition, in its own words where it has some. */
    String value(@Nullable String name, String value) {
        String own = "value." + name + "." + value;
        return texts.has(own) ? texts.of(own) : texts.code("value", value);
    }
}
