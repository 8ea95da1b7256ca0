package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.HouseRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What our own rules ask, what needs most first. No law is broken by failing one, and none is counted with a duty. */
final class HouseRules {

    private final Texts texts;
    private final Vocabulary vocabulary;
    private final Derivations derivations;

    HouseRules(Texts texts, Vocabulary vocabulary, Derivations derivations) {
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.derivations = derivations;
    }

    Fields of(Evaluation evaluation) {
        return new Fields()
                .with("asked", !evaluation.houseRules().isEmpty())
                .with("sentence", sentence(evaluation))
                .with("rows", evaluation.houseRules().values().stream().filter(HouseRules::inPlay)
                        .sorted(Comparator.comparingInt(HouseRules::urgency)).map(this::row).toList())
                .with("aside", aside(evaluation));
    }

    /** How many come out how, and what that weighs in an approval. */
    String sentence(Evaluation evaluation) {
        List<HouseRule> rules = evaluation.houseRules().values().stream().filter(HouseRules::inPlay).toList();
        if (rules.isEmpty()) {
            return texts.of("house.none");
        }
        List<String> counts = new ArrayList<>();
        for (HouseRule.Answer answer : List.of(HouseRule.Answer.FAIL, HouseRule.Answer.OPEN, HouseRule.Answer.PASS)) {
            int n = (int) rules.stream().filter(rule -> rule.answer() == answer).count();
            if (n > 0) {
                counts.add(texts.count("house." + answer.name(), n));
            }
        }
        String weighs = String.join("; ", Arrays.stream(HouseRule.Weight.values())
                .filter(weight -> rules.stream().anyMatch(rule -> counts(rule) && rule.weight() == weight))
                .map(weight -> texts.of(weight, "house.weighs", "n",
                        rules.stream().filter(rule -> counts(rule) && rule.weight() == weight).count(), "words", weight.words())).toList());
        return texts.of("house.summary", "n", rules.size(), "phrases", FactWords.joined(counts))
                + (weighs.isEmpty() ? "" : " " + texts.of("house.weighing", "weighs", weighs));
    }

    private static boolean inPlay(HouseRule rule) {
        return rule.answer() != HouseRule.Answer.OFF && rule.answer() != HouseRule.Answer.NOT_RELEVANT;
    }

    /** Only a failure or an open answer weighs in an approval. */
    private static boolean counts(HouseRule rule) {
        return (rule.answer() == HouseRule.Answer.FAIL || rule.answer() == HouseRule.Answer.OPEN) && rule.weight() != null;
    }

    private static int urgency(HouseRule rule) {
        int weight = rule.weight() == null ? HouseRule.Weight.values().length : rule.weight().ordinal();
        return rule.answer() == HouseRule.Answer.FAIL ? weight : rule.answer() == HouseRule.Answer.OPEN ? 10 + weight : 20;
    }

    private Fields row(HouseRule rule) {
        boolean settled = rule.answer() == HouseRule.Answer.PASS;
        return new Fields()
                .with("id", rule.policy().id())
                .with("determined", derivations.determined(rule.policy().id()))
                .with("title", rule.policy().title())
                .with("plain", rule.policy().plain())
                .with("changedByUs", rule.changedByUs())
                .with("outcome", OutcomeWords.of(rule.answer().words(), rule.answer().shape()))
                .with("weighs", counts(rule) && rule.weight() != null ? Texts.capital(rule.weight().words()) : null)
                .with("why", Reasons.full(rule.why()))
                .with("follows", rule.answer() != HouseRule.Answer.FAIL || Reasons.nameWhatIsMissing(rule.why()) ? null : derivations.from(rule.policy().id()))
                .with("settledBy", settled || rule.settledBy().isEmpty() || Reasons.nameWhatIsMissing(rule.why()) ? null
                        : Chain.labels(vocabulary, rule.settledBy()))
                .with("remedy", settled ? null : rule.policy().remedy())
                .with("disputes", derivations.disputes(rule.policy().id(), rule.disputed()))
                .with("review", rule.review());
    }

    /** The rules that say nothing here, by what keeps them from it. */
    private @Nullable String aside(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        for (HouseRule.Answer answer : List.of(HouseRule.Answer.NOT_RELEVANT, HouseRule.Answer.OFF)) {
            List<String> titles = evaluation.houseRules().values().stream().filter(rule -> rule.answer() == answer)
                    .map(rule -> rule.policy().title() + (rule.changedByUs() ? " " + texts.of("house.changed") : "")).toList();
            if (!titles.isEmpty()) {
                lines.add(texts.of("house.aside", "answer", answer.words(), "rules", String.join("; ", titles)));
            }
        }
        return lines.isEmpty() ? null : String.join(" ", lines);
    }
}
