package eu.vitrine.determination;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question that can be determined about one answer of a rule.
 *
 * @param asked the fact that a rule asks for; null where the determination only stands beside the answer
 */
public record Offer(Question question, @Nullable Asked asked) {

    static final String HOLDS = "HOLDS";
    static final String DOES_NOT_HOLD = "DOES_NOT_HOLD";
    private static final String YES = "true";
    private static final String NO = "false";

    /** A judgement that a rule reads, with the record that holds it. */
    public record Asked(FactDeclaration fact, Kind kind, String slug) {

        /** Whether a person can give it as one answer. */
        static boolean isOne(FactDeclaration declared) {
            return declared.judgement() && !declared.retired() && (declared.type() == FactType.BOOLEAN || declared.type() == FactType.CHOICE);
        }
    }

    /**
     * An answer to choose.
     *
     * @param key message key of its words; null where the vocabulary has them
     * @param label the words of the vocabulary; null where there is a message
     */
    public record Choice(String code, @Nullable String key, @Nullable String label) {}

    /** What names it in addresses and forms. */
    public String code() {
        return asked == null ? question.name() : asked.fact().id() + "@" + asked.slug();
    }

    /** The answers that can be given. */
    public List<Choice> choices() {
        if (asked == null) {
            return List.of(message(HOLDS), message(DOES_NOT_HOLD));
        }
        if (asked.fact().type() == FactType.BOOLEAN) {
            return List.of(message(YES), message(NO));
        }
        var choices = new LinkedHashMap<>(asked.fact().choices());
        return choices.entrySet().stream().map((Map.Entry<String, String> one) -> new Choice(one.getKey(), null, one.getValue())).toList();
    }

    /** The choice of this code, if it can be given. */
    Optional<Choice> choice(String code) {
        return choices().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static Choice message(String code) {
        return new Choice(code, "determination.answer." + code, null);
    }

    /** The value of the fact for an answer. */
    static FactValue value(FactDeclaration fact, String code) {
        return fact.type() == FactType.BOOLEAN ? new FactValue.Truth(code.equals(YES)) : new FactValue.Text(code);
    }
}
