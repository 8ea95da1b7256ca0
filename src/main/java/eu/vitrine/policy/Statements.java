package eu.vitrine.policy;

import eu.vitrine.facts.State;
import eu.vitrine.policy.Sentence.Phrase;
import eu.vitrine.policy.Statement.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as trees of sentences. A negation is carried down to the single conditions, where it reads as a plain "is not";
 * Kleene's logic allows it.
 */
final class Statements {

    private static final Map<Expr.Operation, String> TURNED = Map.of(Expr.Operation.LESS, "is less than|is before",
            Expr.Operation.LESS_OR_EQUAL, "is at most|is on or before");
    private static final Map<String, String> OPPOSITE = Map.of("is less than", "is at least", "is before", "is on or after",
            "is at most", "is more than", "is on or before", "is after");
    private static final Map<String, String> MIRRORED = Map.of("is less than", "is more than", "is before", "is after",
            "is at most", "is at least", "is on or before", "is on or after");

    private final PolicySet set;
    private final ExprWords words;
    private final @Nullable Run run;

    Statements(PolicySet set, ExprWords words, @Nullable Run run) {
        this.set = set;
        this.words = words;
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
        Truth truth = truth(expr, negated, evaluated);
        if (expr instanceof Expr.Quantifier quantifier) {
            return new Statement(truth, turns, overEntries(quantifier, negated, evaluated), body(quantifier));
        }
        return new Statement(truth, turns, single(expr, negated).capital(), List.of());
    }

    private @Nullable Truth truth(Expr expr, boolean negated, boolean evaluated) {
        return !evaluated || run == null ? null : Truth.of(run.eval(negated ? new Expr.Op(Expr.Operation.NOT, List.of(expr)) : expr));
    }

    private Statement joined(Expr.Op op, boolean negated, boolean turns, boolean evaluated) {
        boolean all = (op.operation() == Expr.Operation.AND) != negated;
        Truth truth = truth(op, negated, evaluated);
        return new Statement(truth, turns, Sentence.of(all ? "All of these hold:" : "At least one of these holds:"),
                parts(flat(op, op.operation()), negated, turns, truth, evaluated));
    }

    private List<Statement> parts(List<Expr> of, boolean negated, boolean turns, @Nullable Truth whole, boolean evaluated) {
        return of.stream().map(one -> build(one, negated, turns && truth(one, negated, evaluated) == whole, evaluated)).toList();
    }

    private static List<Expr> flat(Expr.Op op, Expr.Operation operation) {
        List<Expr> flat = new ArrayList<>();
        for (Expr arg : op.args()) {
            if (arg instanceof Expr.Op inner && inner.operation() == operation) {
                flat.addAll(flat(inner, operation));
            } else {
                flat.add(arg);
            }
        }
        return flat;
    }

    /** What is known to be true: an unknown counts as not. */
    private Statement known(Expr inner, boolean negated, boolean turns, boolean evaluated) {
        Truth truth = truth(new Expr.Op(Expr.Operation.CERTAIN, List.of(inner)), negated, evaluated);
        String opening = negated ? "It is not known that " : "It is known that ";
        boolean flipped = false;
        Expr under = inner;
        while (under instanceof Expr.Op op && (op.operation() == Expr.Operation.NOT || op.operation() == Expr.Operation.CERTAIN)) {
            flipped ^= op.operation() == Expr.Operation.NOT;
            under = op.args().getFirst();
        }
        if (under instanceof Expr.Op op && (op.operation() == Expr.Operation.AND || op.operation() == Expr.Operation.OR)) {
            boolean all = (op.operation() == Expr.Operation.AND) != flipped;
            return new Statement(truth, turns, Sentence.of(opening + (all ? "all of these hold:" : "at least one of these holds:")),
                    parts(flat(op, op.operation()), flipped, turns, truth(under, flipped, evaluated), evaluated));
        }
        if (under instanceof Expr.Quantifier quantifier) {
            return new Statement(truth, turns, new Phrase().words(opening).and(overEntriesPhrase(quantifier, flipped, evaluated)).sentence(), body(quantifier));
        }
        return new Statement(truth, turns, new Phrase().words(opening).and(single(under, flipped)).sentence(), List.of());
    }

    private Sentence overEntries(Expr.Quantifier quantifier, boolean negated, boolean evaluated) {
        return overEntriesPhrase(quantifier, negated, evaluated).capital();
    }

    private Phrase overEntriesPhrase(Expr.Quantifier quantifier, boolean negated, boolean evaluated) {
        String opening = quantifier.all() ? negated ? "not for every entry of " : "for every entry of "
                : negated ? "for no entry of " : "for at least one entry of ";
        Phrase phrase = new Phrase().words(opening).and(words.of(quantifier.over())).words(" this holds");
        String entries = evaluated && run != null ? new Entries(set, run).of(quantifier) : "";
        return phrase.words(entries.isEmpty() ? ":" : " (" + entries + "):");
    }

    /** What is said of each entry; its truth differs from entry to entry. */
    private List<Statement> body(Expr.Quantifier quantifier) {
        words.enter(quantifier);
        return List.of(build(quantifier.body(), false, false, false));
    }

    private Phrase single(Expr expr, boolean negated) {
        if (!(expr instanceof Expr.Op op)) {
            return words.of(expr).words(negated ? " is “no”" : " is “yes”");
        }
        List<Expr> args = op.args();
        return switch (op.operation()) {
            case EQUAL -> equal(args.get(0), args.get(1), negated);
            case LESS, LESS_OR_EQUAL -> compared(op, negated);
            case IN -> in(args.get(0), args.get(1), negated);
            case HAS -> words.of(args.getFirst()).words(negated ? " is stated to be none" : " is stated, and not as none");
            case KNOWN -> about(args.getFirst(), negated ? " is not recorded" : " is recorded");
            case CONFLICT -> new Phrase().words(negated ? "sources do not disagree on " : "sources disagree on ").and(words.of(args.getFirst()));
            case STATES_INTERVAL -> new Phrase().words("the source of ").and(words.of(args.getFirst()))
                    .words(negated ? " gives no interval itself" : " gives an interval itself");
            case STARTS_WITH -> words.of(args.get(0)).words(negated ? " does not begin with " : " begins with ").and(words.of(args.get(1)));
            case CHOOSE -> new Phrase().words("if ").and(single(args.get(0), false)).words(", then ").and(single(args.get(1), negated))
                    .words("; otherwise ").and(single(args.get(2), negated));
            default -> words.of(expr).words(negated ? " is “no”" : " is “yes”");
        };
    }

    private Phrase about(Expr fact, String what) {
        Expr.FactRef ref = (Expr.FactRef) fact;
        return words.label(ref).words(what).and(words.recorded(ref));
    }

    private Phrase equal(Expr one, Expr other, boolean negated) {
        if (one instanceof Expr.Constant && !(other instanceof Expr.Constant)) {
            return equal(other, one, negated);
        }
        if (one instanceof Expr.Op op && op.operation() == Expr.Operation.STATE && other instanceof Expr.Constant(String code)) {
            return about(op.args().getFirst(), state(State.of(code).orElseThrow(), negated));
        }
        Phrase subject = words.of(one).words(negated ? " is not " : " is ");
        return other instanceof Expr.Constant constant ? subject.and(words.constant(constant.value(), one)) : subject.and(words.of(other));
    }

    private static String state(State state, boolean negated) {
        String not = negated ? " not" : "";
        return switch (state) {
            case VALUE -> " is" + not + " recorded";
            case NONE -> " is" + not + " stated to be none";
            case ABSENT -> negated ? " is not among what was searched for in vain" : " was searched for in vain";
            case WITHHELD -> " is" + not + " kept back by the provider";
            case NOT_APPLICABLE -> negated ? " is not marked as not applicable" : " is marked as not applicable";
            case UNKNOWN -> negated ? " has been looked up" : " has not been looked up";
        };
    }

    private Phrase in(Expr one, Expr list, boolean negated) {
        if (list instanceof Expr.ListOf constants) {
            return words.of(one).words(negated ? " is none of " : " is one of ").and(words.list(constants, one));
        }
        Phrase element = one instanceof Expr.Constant constant ? words.constant(constant.value(), list) : words.of(one);
        return element.words(list instanceof Expr.LawRef ? negated ? " is none of " : " is one of " : negated ? " is not in " : " is in ")
                .and(words.of(list));
    }

    /** With the fact first and the figure last, whichever way it was written. */
    private Phrase compared(Expr.Op op, boolean negated) {
        Expr one = op.args().get(0);
        Expr other = op.args().get(1);
        String[] forms = Objects.requireNonNull(TURNED.get(op.operation())).split("\\|");
        String verb = isDate(one) || isDate(other) ? forms[1] : forms[0];
        if (isFigure(one) && !isFigure(other)) {
            verb = Objects.requireNonNull(MIRRORED.get(verb));
            Expr swapped = one;
            one = other;
            other = swapped;
        }
        if (negated) {
            verb = OPPOSITE.getOrDefault(verb, opposite(verb));
        }
        return words.of(one).words(" " + verb + " ").and(words.of(other));
    }

    private static String opposite(String verb) {
        return OPPOSITE.entrySet().stream().filter(entry -> entry.getValue().equals(verb)).findFirst().orElseThrow().getKey();
    }

    private static boolean isFigure(Expr expr) {
        return expr instanceof Expr.Constant || expr instanceof Expr.LawRef || expr instanceof Expr.AsOf
                || expr instanceof Expr.Op op && op.operation() == Expr.Operation.MULTIPLY && op.args().stream().allMatch(Statements::isFigure);
    }

    private boolean isDate(Expr expr) {
        return switch (expr) {
            case Expr.AsOf now -> true;
            case Expr.LawRef ref -> set.law(ref.name()).type() == LawDatum.Type.DATE;
            case Expr.FactRef ref -> set.vocabulary().facts().get(ref.index()).type() == eu.vitrine.facts.FactType.DATE;
            case Expr.Op op -> switch (op.operation()) {
                case LATER, PLUS_DAYS, PLUS_MONTHS -> true;
                case FIRM -> isDate(op.args().getFirst());
                default -> false;
            };
            default -> false;
        };
    }
}
