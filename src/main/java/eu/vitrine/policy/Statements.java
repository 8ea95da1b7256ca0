package eu.vitrine.policy;

import eu.vitrine.policy.Sentence.Phrase;
import eu.vitrine.policy.Statement.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as trees of sentences. A negation is carried down to the single conditions, where it reads as a plain "is not";
 * Kleene's logic allows it.
 */
final class Statements {

    private final ExprWords words;
    private final Comparisons comparisons;
    private final @Nullable Entries entries;
    private final @Nullable Run run;

    Statements(PolicySet set, ExprWords words, @Nullable Run run) {
        this.words = words;
        this.comparisons = new Comparisons(set, words);
        this.entries = run == null ? null : new Entries(set, run);
        this.run = run;
    }

    /** The condition in words. */
    Statement of(Expr expr) {
        return build(expr, false, true, run != null);
    }

    private Statement build(Expr expr, boolean negated, boolean turns, boolean evaluated) {
        if (expr instanceof Expr.Op op) {
            switch (op.operation()) {
                case AND, OR -> {
                    return joined(op, negated, turns, evaluated);
                }
                case NOT -> {
                    return build(op.args().getFirst(), !negated, turns, evaluated);
                }
                case CERTAIN -> {
                    return known(op.args().getFirst(), negated, turns, evaluated);
                }
                default -> { }
            }
        }
        return single(expr, negated, Modal.IS, truth(expr, negated, evaluated), turns, evaluated);
    }

    private @Nullable Truth truth(Expr expr, boolean negated, boolean evaluated) {
        return !evaluated || run == null ? null : Truth.of(run.eval(negated ? new Expr.Op(Expr.Operation.NOT, List.of(expr)) : expr));
    }

    private Statement joined(Expr.Op op, boolean negated, boolean turns, boolean evaluated) {
        List<Expr> flat = flat(op, op.operation());
        Truth truth = truth(op, negated, evaluated);
        if (flat.size() == 1) {
            return recorded(flat.getFirst(), negated, turns, evaluated);
        }
        boolean all = (op.operation() == Expr.Operation.AND) != negated;
        return new Statement(truth, turns, Sentence.of(all ? "All of these hold:" : "At least one of these holds:"), joins(all),
                parts(flat, negated, turns, truth, evaluated));
    }

    private static Statement.Joins joins(boolean all) {
        return all ? Statement.Joins.ALL : Statement.Joins.ANY;
    }

    private List<Statement> parts(List<Expr> of, boolean negated, boolean turns, @Nullable Truth whole, boolean evaluated) {
        return of.stream().map(one -> recorded(one, negated, turns && truth(one, negated, evaluated) == whole, evaluated)).toList();
    }

    /** A comparison of a fact that has to be recorded: what is said is that it is known to be so. */
    private Statement recorded(Expr expr, boolean negated, boolean turns, boolean evaluated) {
        Expr compared = Comparisons.ofRecorded(expr);
        return compared == null ? build(expr, negated, turns, evaluated)
                : single(Comparisons.positive(compared), Comparisons.isNegated(compared), negated ? Modal.IS_NOT_KNOWN : Modal.IS_KNOWN,
                        truth(expr, negated, evaluated), turns, evaluated);
    }

    /** What is joined, however deep; that a fact is recorded and how it compares is one condition. */
    private static List<Expr> flat(Expr.Op op, Expr.Operation operation) {
        List<Expr> flat = new ArrayList<>();
        for (Expr arg : op.args()) {
            if (arg instanceof Expr.Op inner && inner.operation() == operation) {
                flat.addAll(flat(inner, operation));
            } else {
                flat.add(arg);
            }
        }
        return operation == Expr.Operation.AND ? Comparisons.withRecorded(flat) : flat;
    }

    /** What is known to be true: an unknown counts as not. */
    private Statement known(Expr inner, boolean negated, boolean turns, boolean evaluated) {
        Truth truth = truth(new Expr.Op(Expr.Operation.CERTAIN, List.of(inner)), negated, evaluated);
        boolean flipped = Comparisons.isNegated(inner);
        Expr under = Comparisons.positive(inner);
        if (under instanceof Expr.Op op && (op.operation() == Expr.Operation.AND || op.operation() == Expr.Operation.OR)) {
            boolean all = (op.operation() == Expr.Operation.AND) != flipped;
            String opening = negated ? "It is not known that " : "It is known that ";
            return new Statement(truth, turns, Sentence.of(opening + (all ? "all of these hold:" : "at least one of these holds:")), joins(all),
                    parts(flat(op, op.operation()), flipped, turns, truth(under, flipped, evaluated), evaluated));
        }
        return single(under, flipped, negated ? Modal.IS_NOT_KNOWN : Modal.IS_KNOWN, truth, turns, evaluated);
    }

    private Statement single(Expr expr, boolean negated, Modal modal, @Nullable Truth truth, boolean turns, boolean evaluated) {
        words.remember(turns);
        return expr instanceof Expr.Quantifier quantifier ? overEntries(quantifier, negated, modal, truth, turns, evaluated)
                : new Statement(truth, turns, comparisons.of(expr, negated, modal).capital(), Statement.Joins.NONE, List.of());
    }

    private Statement overEntries(Expr.Quantifier quantifier, boolean negated, Modal modal, @Nullable Truth truth, boolean turns, boolean evaluated) {
        String opening = switch (modal) {
            case IS -> "";
            case IS_KNOWN -> "it is known that ";
            case IS_NOT_KNOWN -> "it is not known that ";
        };
        String which = quantifier.all() ? negated ? "not for every entry of " : "for every entry of "
                : negated ? "for no entry of " : "for at least one entry of ";
        Phrase phrase = new Phrase().words(opening + which).and(words.of(quantifier.over()));
        String named = evaluated && entries != null ? entries.of(quantifier) : "";
        words.enter(quantifier);
        if (isSingle(quantifier.body())) {
            phrase.words(", ").and(comparisons.of(Comparisons.positive(quantifier.body()), Comparisons.isNegated(quantifier.body()), Modal.IS));
            return new Statement(truth, turns, (named.isEmpty() ? phrase : phrase.words(" (" + named + ")")).capital(), Statement.Joins.NONE, List.of());
        }
        return new Statement(truth, turns, phrase.words(named.isEmpty() ? ":" : " (" + named + "):").capital(), Statement.Joins.NONE,
                List.of(build(quantifier.body(), false, false, false)));
    }

    private static boolean isSingle(Expr body) {
        Expr under = Comparisons.positive(body);
        return !(under instanceof Expr.Quantifier)
                && !(under instanceof Expr.Op op && (op.operation() == Expr.Operation.AND || op.operation() == Expr.Operation.OR));
    }
}
