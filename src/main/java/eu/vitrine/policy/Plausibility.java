package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a vocabulary over the facts of one record: whether a question makes sense, and whether answers contradict
 * each other. They are answered with three values like the conditions of policies. Safe for use by several threads.
 */
public final class Plausibility {

    private final Vocabulary vocabulary;
    private final CelReader reader;
    private final Map<String, Expr> read = new ConcurrentHashMap<>();

    /** The conditions of this vocabulary; each is compiled when it is first asked for. */
    public Plausibility(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reader = new CelReader(vocabulary, Map.of(), Map.of(), Map.of());
    }

    /**
     * Whether asking for a fact makes sense.
     *
     * @return true where there is no condition; empty where it is unknown
     */
    public Optional<Boolean> asks(FactDeclaration fact, Facts facts, LocalDate asOf) {
        return evaluate(fact, fact.askWhen(), facts, asOf);
    }

    /**
     * Whether a fact fits the others, as the vocabulary says.
     *
     * @return true where there is no condition; empty where it is unknown
     */
    public Optional<Boolean> fits(FactDeclaration fact, Facts facts, LocalDate asOf) {
        return evaluate(fact, fact.check(), facts, asOf);
    }

    private Optional<Boolean> evaluate(FactDeclaration fact, @Nullable String condition, Facts facts, LocalDate asOf) {
        if (condition == null) {
            return Optional.of(true);
        }
        FactView view = new FactView(vocabulary, facts, null);
        Value value = new Conditions(view, view, "", asOf, NOTHING_AROUND).eval(read.computeIfAbsent(condition, text -> compiled(fact, text)));
        return value.isUnknown() ? Optional.empty() : Optional.of(value.isTrue());
    }

    private synchronized Expr compiled(FactDeclaration fact, String condition) {
        try {
            return reader.read(new Located.Scalar(fact.id(), 0, 0, condition, condition), Expressions.Type.BOOLEAN, "");
        } catch (InvalidCondition e) {
            throw new IllegalArgumentException("the vocabulary has a condition that is none: " + e.problems(), e);
        }
    }

    /** Conditions of the vocabulary speak of facts alone; the policy set that it belongs to refuses others. */
    private static final Conditions.Surroundings NOTHING_AROUND = new Conditions.Surroundings() {
        @Override
        public Value decision(String id) {
            throw new IllegalArgumentException("a condition of the vocabulary names the decision " + id);
        }

        @Override
        public Value law(String name) {
            throw new IllegalArgumentException("a condition of the vocabulary names the figure " + name);
        }

        @Override
        public IdSet standsFor(int assumptions) {
            return IdSet.EMPTY;
        }
    };
}
