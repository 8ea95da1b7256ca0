package eu.vitrine.dossier;

import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What licence and terms let us do, clause by clause: what stands in the way first. Private law, and counted with nothing else. */
final class UseRights {

    private final Texts texts;
    private final Vocabulary vocabulary;
    private final Derivations derivations;

    UseRights(Texts texts, Vocabulary vocabulary, Derivations derivations) {
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.derivations = derivations;
    }

    Fields of(Evaluation evaluation) {
        List<String> untouched = evaluation.useRights().stream().filter(right -> right.answer() == null)
                .map(right -> right.policy().title()).toList();
        return new Fields()
                .with("asked", !evaluation.useRights().isEmpty())
                .with("whole", mark(evaluation.useRight()))
                .with("sentence", sentence(evaluation))
                .with("rows", evaluation.useRights().stream().filter(right -> right.answer() != null)
                        .sorted(Comparator.comparingInt(UseRights::urgency)).map(this::row).toList())
                .with("untouched", untouched.isEmpty() ? null : String.join("; ", untouched));
    }

    /** The whole in a sentence, with the rights that stand in the way and the number of conditions carried. */
    String sentence(Evaluation evaluation) {
        UseRight.Answer whole = evaluation.useRight();
        if (whole == null) {
            return texts.of("rights.none");
        }
        List<String> deciding = evaluation.useRights().stream().filter(right -> right.answer() == whole)
                .map(right -> right.policy().title()).toList();
        int carried = evaluation.useRights().stream().mapToInt(right -> right.carries().size()).sum();
        return texts.of(whole, "rights") + (whole == UseRight.Answer.GRANTED ? "" : " " + texts.of(whole, "rights.because", "rights", String.join("; ", deciding)))
                + (carried == 0 ? "" : " " + texts.count("rights.carried", carried));
    }

    private static int urgency(UseRight right) {
        return right.answer() == UseRight.Answer.NOT_GRANTED ? 0 : right.answer() == UseRight.Answer.OPEN ? 1 : 2;
    }

    private static @Nullable Fields mark(UseRight.@Nullable Answer answer) {
        return answer == null ? null : OutcomeWords.of(answer.words(), answer.shape());
    }

    private Fields row(UseRight right) {
        Policy policy = right.policy();
        boolean open = right.answer() != UseRight.Answer.GRANTED;
        return new Fields()
                .with("id", policy.id())
                .with("title", policy.title())
                .with("plain", policy.plain())
                .with("outcome", mark(right.answer()))
                .with("why", Reasons.full(right.why()))
                .with("follows", Reasons.nameWhatIsMissing(right.why()) ? null : derivations.from(policy.id()))
                .with("carries", right.carries().stream().map(Why::text).toList())
                .with("settledBy", !open || right.settledBy().isEmpty() || Reasons.nameWhatIsMissing(right.why()) ? null
                        : Chain.labels(vocabulary, right.settledBy()))
                .with("changes", open ? derivations.changes(policy.id()).get("open") : List.of())
                .with("remedy", open ? policy.remedy() : null)
                .with("disputes", derivations.disputes(policy.id(), right.disputed()))
                .with("determined", derivations.determined(policy.id()))
                .with("review", right.review());
    }
}
