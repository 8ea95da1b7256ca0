package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.OutlookDate;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The next day on which duties of the maker that weigh in the score, or duties of ours, fall due, as a sentence. */
    Optional<String> next(Evaluation evaluation, boolean ours) {
        for (OutlookDate day : evaluation.outlook()) {
            int n = (int) day.becomesDue().stream().filter(id -> isOurs(id) == ours
                    && policies.policy(id).filter(policies::counts).isPresent()).count();
            if (n > 0) {
                return Optional.of(texts.of("cover.next", "day", FactWords.date(day.date()),
                        "what", texts.count(ours ? "cover.due.ours" : "cover.due", n)));
            }
        }
        return Optional.empty();
    }

    private Fields day(OutlookDate day) {
        return new Fields()
                .with("day", FactWords.date(day.date()))
                .with("due", references(day.becomesDue()))
                .with("enforceable", references(day.becomesEnforceable()))
                .with("score", score(day.score()));
    }

    /** A line for the duties of the maker and one for ours. */
    private List<String> references(List<String> ids) {
        List<String> lines = new ArrayList<>();
        for (boolean ours : List.of(false, true)) {
            List<String> some = ids.stream().filter(id -> isOurs(id) == ours).toList();
            if (!some.isEmpty()) {
                String joined = References.joined(some.stream().map(id -> policies.policy(id).map(Policy::reference).orElse(id)).toList());
                lines.add(ours ? texts.of("outlook.ours", "references", joined) : joined);
            }
        }
        return lines.isEmpty() ? List.of(texts.of("outlook.nothing")) : lines;
    }

    /** Whether this is the id of a duty of ours. */
    private boolean isOurs(String id) {
        return policies.policy(id).map(policy -> policy.role() == Policy.Role.OUR_DUTY).orElse(false);
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
