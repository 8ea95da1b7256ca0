package eu.vitrine.assessment;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.PartAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A licence text with what its clauses make of the open-source test.
 *
 * @param says what it grants and takes away, in words
 * @param answers the conditions that a licence text can meet or fail
 */
public record LicenceView(LicenceBook.Text text, PartAnswer says, List<Answer> answers) {

    private static final String OPEN_SOURCE = "freeAndOpenSource";
    private static final String ID = "licence.id";
    private static final String RIGHT = "licence.grants.use";

    /** What the conditions come to, as far as a text decides. */
    public enum Standing {
        PASSES,
        OPEN,
        FAILS
    }

    /**
     * One condition.
     *
     * @param answer what the policy set says
     * @param turnsOn labels of the facts that would settle it; empty unless open
     */
    public record Answer(Classification answer, List<String> turnsOn) {

        public boolean isFailed() {
            return answer.value().equals("NO");
        }

        /** Shape of the mark beside the answer. */
        public String shape() {
            return answer.isOpen() ? "question" : isFailed() ? "not-met" : "met";
        }

        public String tone() {
            return answer.isOpen() ? "open" : isFailed() ? "notmet" : "met";
        }
    }

    /** Asks the set about the text alone; only the conditions that a licence text decides are kept. */
    static LicenceView of(PolicySet set, LicenceBook.Text text, PartAnswer says, LocalDate asOf) {
        Subject subject = new Subject(text.slug(), text.name(), null, Set.of(Kind.LICENCE), text.clauses(), List.of(),
                List.of(), null);
        Classification whole = set.evaluate(subject, asOf).classifications().get(OPEN_SOURCE);
        List<Classification> conditions = whole == null ? List.of() : whole.conditions();
        return new LicenceView(text, says, conditions.stream()
                .filter(one -> one.facts().stream().anyMatch(fact -> set.vocabulary().get(fact).kind() == Kind.LICENCE))
                .map(one -> new Answer(one, turnsOn(set, one))).toList());
    }

    private static List<String> turnsOn(PolicySet set, Classification answer) {
        return answer.isOpen() ? answer.settledBy().stream().map(id -> set.vocabulary().get(id).label()).toList() : List.of();
    }

    public Standing standing() {
        if (answers.stream().anyMatch(Answer::isFailed)) {
            return Standing.FAILS;
        }
        return answers.isEmpty() || answers.stream().anyMatch(one -> one.answer().isOpen()) ? Standing.OPEN : Standing.PASSES;
    }

    /** Identifier of the licence, or null. */
    public @Nullable String identifier() {
        return text.clauses().get(ID).claim().value() instanceof eu.vitrine.facts.FactValue.Text id ? id.value() : null;
    }

    /** Date of the text in words, as the right to use is dated; null where it is not. */
    public @Nullable String dated() {
        Facts clauses = text.clauses();
        Fact right = clauses.get(RIGHT);
        return right.claim().asOf() == null ? null : FactWords.day(right.claim().asOf());
    }
}
