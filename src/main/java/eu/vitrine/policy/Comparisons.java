package eu.vitrine.policy;

import eu.vitrine.facts.FactType;
import eu.vitrine.facts.State;
import eu.vitrine.policy.Sentence.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Single conditions as sentences: comparisons, and what is recorded of a fact. */
final class Comparisons {

    private static final Map<Expr.Operation, String> FIGURES = Map.of(Expr.Operation.LESS, "less than", Expr.Operation.LESS_OR_EQUAL, "at most");
    private static final Map<Expr.Operation, String> DAYS = Map.of(Expr.Operation.LESS, "before", Expr.Operation.LESS_OR_EQUAL, "on or before");
    private static final Map<String, String> MIRRORED = Map.of("less than", "more than", "at most", "at least",
            "before", "after", "on or before", "on or after");
    private static final Map<String, String> OPPOSITE = Map.of("less than", "at least", "at least", "less than", "at most", "more than",
            "more than", "at most", "before", "on or after", "on or after", "before", "on or before", "after", "after", "on or before");

    private final PolicySet set;
    private final ExprWords words;

    Comparisons(PolicySet set, ExprWords words) {
        this.set = set;
        this.words = words;
    }

    /** Whether an odd number of negations stands before it. */
    static boolean isNegated(Expr expr) {
        return expr instanceof Expr.Op op && (op.operation() == Expr.Operation.NOT ? !isNegated(op.args().getFirst())
                : op.operation() == Expr.Operation.CERTAIN && isNegated(op.args().getFirst()));
    }

    /** What stands below the negations, and below what says that it has to be known. */
    static Expr positive(Expr expr) {
        return expr instanceof Expr.Op op && (op.operation() == Expr.Operation.NOT || op.operation() == Expr.Operation.CERTAIN)
                ? positive(op.args().getFirst()) : expr;
    }

    /** The same conditions, where each comparison of a fact that has to be recorded is one with that. */
    static List<Expr> withRecorded(List<Expr> all) {
        List<Expr> some = new ArrayList<>(all);
        for (Expr one : all) {
            if (one instanceof Expr.Op op && op.operation() == Expr.Operation.KNOWN) {
                Expr fact = op.args().getFirst();
                boolean[] compared = {false};
                some.replaceAll(other -> {
                    boolean about = fact.equals(comparedFact(other));
                    compared[0] |= about;
                    return about ? new Expr.Op(Expr.Operation.AND, List.of(one, other)) : other;
                });
                if (compared[0]) {
                    some.remove(one);
                }
            }
        }
        return some;
    }

    private static @Nullable Expr comparedFact(Expr expr) {
        return positive(expr) instanceof Expr.Op op && (op.operation() == Expr.Operation.EQUAL || op.operation() == Expr.Operation.IN)
                && op.args().get(0) instanceof Expr.FactRef ref ? ref : null;
    }

    /** The comparison in a condition made by {@link #withRecorded}; null in any other. */
    static @Nullable Expr ofRecorded(Expr expr) {
        return expr instanceof Expr.Op op && op.operation() == Expr.Operation.AND && op.args().size() == 2
                && op.args().get(0) instanceof Expr.Op known && known.operation() == Expr.Operation.KNOWN
                && known.args().getFirst().equals(comparedFact(op.args().get(1))) ? op.args().get(1) : null;
    }

    /** The condition in words. */
    Phrase of(Expr expr, boolean negated, Modal modal) {
        if (!(expr instanceof Expr.Op op)) {
            return words.of(expr).words(modal.verb(negated) + "“yes”");
        }
        List<Expr> args = op.args();
        return switch (op.operation()) {
            case EQUAL -> equal(args.get(0), args.get(1), negated, modal);
            case LESS, LESS_OR_EQUAL -> compared(op, negated, modal);
            case IN -> in(args.get(0), args.get(1), negated, modal);
            case HAS -> words.of(args.getFirst()).words(modal.verb(false) + (negated ? "stated to be none" : "stated, and not as none"));
            case KNOWN -> about(args.getFirst(), denied(negated, modal) ? " is not recorded" : " is recorded");
            case CONFLICT -> new Phrase().words(denied(negated, modal) ? "sources do not disagree on " : "sources disagree on ").and(words.of(args.getFirst()));
            case STATES_INTERVAL -> new Phrase().words("the source of ").and(words.of(args.getFirst()))
                    .words(denied(negated, modal) ? " gives no interval itself" : " gives an interval itself");
            case STARTS_WITH -> words.of(args.get(0)).words(denied(negated, modal) ? " does not begin with " : " begins with ").and(words.of(args.get(1)));
            case CHOOSE -> new Phrase().words("if ").and(of(args.get(0), false, Modal.IS)).words(", then ").and(of(args.get(1), negated, modal))
                    .words("; otherwise ").and(of(args.get(2), negated, modal));
            case NOT -> of(args.getFirst(), !negated, modal);
            case CERTAIN -> of(args.getFirst(), negated, modal == Modal.IS ? Modal.IS_KNOWN : modal);
            default -> words.of(expr).words(modal.verb(negated) + "“yes”");
        };
    }

    /** Of what is always known, not known to be so is not so. */
    private static boolean denied(boolean negated, Modal modal) {
        return negated != (modal == Modal.IS_NOT_KNOWN);
    }

    private Phrase about(Expr fact, String what) {
        Expr.FactRef ref = (Expr.FactRef) fact;
        return words.label(ref).words(what).and(words.recorded(ref));
    }

    private Phrase equal(Expr one, Expr other, boolean negated, Modal modal) {
        if (one instanceof Expr.Constant && !(other instanceof Expr.Constant)) {
            return equal(other, one, negated, modal);
        }
        if (one instanceof Expr.Op op && op.operation() == Expr.Operation.STATE && other instanceof Expr.Constant(String code)) {
            return about(op.args().getFirst(), state(State.of(code).orElseThrow(), denied(negated, modal)));
        }
        Phrase subject = words.of(one).words(modal.verb(negated));
        return other instanceof Expr.Constant constant ? subject.and(words.constant(constant.value(), one)) : subject.and(words.of(other));
    }

    private static String state(State state, boolean negated) {
        String not = negated ? " not" : "";
        return switch (state) {
            case VALUE -> " is" + not + " recorded";
            case NONE -> " is" + not + " stated to be none";
            case ABSENT -> negated ? " was not searched for in vain" : " was searched for in vain";
            case WITHHELD -> " is" + not + " kept back by the provider";
            case NOT_APPLICABLE -> " is" + not + " marked as not applicable";
            case UNKNOWN -> negated ? " has been looked up" : " has not been looked up";
        };
    }

    private Phrase in(Expr one, Expr list, boolean negated, Modal modal) {
        Phrase element = one instanceof Expr.Constant constant ? words.constant(constant.value(), list) : words.of(one);
        return switch (list) {
            case Expr.ListOf constants -> element.words(modal.verb(negated) + "one of ").and(words.list(constants, one));
            case Expr.LawRef figure -> element.words(modal.verb(negated) + "one of ").and(words.of(figure));
            default -> element.words(modal.verb(negated) + "among ").and(words.of(list));
        };
    }

    /** With the fact first and the figure last, whichever way it was written. */
    private Phrase compared(Expr.Op op, boolean negated, Modal modal) {
        Expr one = op.args().get(0);
        Expr other = op.args().get(1);
        String how = Objects.requireNonNull((isDate(one) || isDate(other) ? DAYS : FIGURES).get(op.operation()));
        if (isFigure(one) && !isFigure(other)) {
            how = Objects.requireNonNull(MIRRORED.get(how));
            Expr swapped = one;
            one = other;
            other = swapped;
        }
        return words.of(one).words(modal.verb(false) + (negated ? Objects.requireNonNull(OPPOSITE.get(how)) : how) + " ").and(words.of(other));
    }

    private static boolean isFigure(Expr expr) {
        return expr instanceof Expr.Constant || expr instanceof Expr.LawRef || expr instanceof Expr.AsOf
                || expr instanceof Expr.Op op && op.operation() == Expr.Operation.MULTIPLY && op.args().stream().allMatch(Comparisons::isFigure);
    }

    private boolean isDate(Expr expr) {
        return switch (expr) {
            case Expr.AsOf now -> true;
            case Expr.LawRef ref -> set.law(ref.name()).type() == LawDatum.Type.DATE;
            case Expr.FactRef ref -> set.vocabulary().facts().get(ref.index()).type() == FactType.DATE;
            case Expr.Op op -> switch (op.operation()) {
                case LATER, PLUS_DAYS, PLUS_MONTHS -> true;
                case FIRM, AGREED -> isDate(op.args().getFirst());
                default -> false;
            };
            default -> false;
        };
    }
}
