package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.OutlookDate;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days to come on which findings change. */
final class Outlook {

    private final Texts texts;
    private final PolicySet policies;

    Outlook(Texts texts, PolicySet policies) {
        this.texts = texts;
        this.policies = policies;
    }

    List<Fields> of(Evaluation evaluation) {
        return evaluation.outlook().stream().map(this::day).toList();
    }

    private Fields day(OutlookDate day) {
        return new Fields()
                .with("day", FactWords.date(day.date()))
                .with("due", references(day.becomesDue()))
                .with("enforceable", references(day.becomesEnforceable()))
                .with("score", score(day.score()));
    }

    private String references(List<String> ids) {
        return ids.isEmpty() ? texts.of("outlook.nothing")
                : References.joined(ids.stream().map(id -> policies.policy(id).map(Policy::reference).orElse(id)).toList());
    }

    /** The interval where it is narrow enough to say something, and always the counts. */
    String score(@Nullable Score score) {
        if (score == null || score.inPlay() == 0) {
            return texts.of("score.none");
        }
        return score.hasHeadline() ? texts.of("score.interval", "low", score.low(), "high", score.high(), "counts", score.counts())
                : texts.of("score.counts", "counts", score.counts());
    }
}
