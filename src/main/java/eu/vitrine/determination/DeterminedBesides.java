package eu.vitrine.determination;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.AnswerOfRule;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Determined;
import eu.vitrine.facts.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows determinations beside the answers of rules on the pages of assessments. */
@Component
class DeterminedBesides implements Determined {

    private final Determinations determinations;
    private final DeterminationWords words;
    private final Offers offers;
    private final Assessments assessments;
    private final CurrentActor current;

    DeterminedBesides(Determinations determinations, DeterminationWords words, Offers offers, Assessments assessments, CurrentActor current) {
        this.determinations = determinations;
        this.words = words;
        this.offers = offers;
        this.assessments = assessments;
        this.current = current;
    }

    /**
     * What the page of an answer shows.
     *
     * @param standings all about the answer, newest first
     * @param offers what the person can propose; empty for whoever may not, and on an earlier assessment
     */
    public record Beside(List<Standing> standings, List<Offer> offers, Assessment assessment, String policy) {}

    @Override
    public String template() {
        return "determination/parts";
    }

    @Override
    public Optional<Beside> of(Assessment assessment, String policy) {
        Kind kind = assessment.line().kind();
        List<Standing> standings = determinations.of(kind, assessment.slug(), policy);
        boolean mayPropose = current.has(Role.OFFICER) && assessments.all(kind, assessment.slug()).getFirst().number() == assessment.number();
        List<Offer> open = mayPropose ? AnswerOfRule.of(assessment, policy).map(answer -> offers.of(assessment, answer)).orElse(List.of()) : List.of();
        return standings.isEmpty() && open.isEmpty() ? Optional.empty() : Optional.of(new Beside(standings, open, assessment, policy));
    }

    @Override
    public Map<String, Mark> marks(Kind kind, String slug) {
        var marks = new LinkedHashMap<String, Mark>();
        for (Standing one : determinations.of(kind, slug)) {
            Determination determination = one.determination();
            Standing.Word word = one.word();
            if (word == Standing.Word.HOLDS || word == Standing.Word.LAPSED || word == Standing.Word.OPEN) {
                boolean other = word == Standing.Word.HOLDS && determination.conclusion().question() == Question.OVERRIDE
                        && determination.conclusion().code().equals(Offer.DOES_NOT_HOLD);
                String key = other ? "determination.mark.otherwise" : "determination.mark." + word.name().toLowerCase(java.util.Locale.ROOT);
                Mark mark = new Mark(key, List.of(words.answer(determination.conclusion()), determination.conclusion().words()), determination.path());
                marks.merge(determination.policy(), mark, (before, now) -> word == Standing.Word.HOLDS && !before.messageKey().endsWith("holds")
                        && !before.messageKey().endsWith("otherwise") ? now : before);
            }
        }
        return marks;
    }
}
