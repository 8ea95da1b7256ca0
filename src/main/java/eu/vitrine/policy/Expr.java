package eu.vitrine.policy;

import java.util.List;

/** A checked condition in the form it is evaluated in. Made from CEL by {@link CelReader}; see {@link Evaluator}. */
sealed interface Expr {

    /** Which facts a reference reads. */
    enum Of {
        /** The facts of the subject. */
        SUBJECT,
        /** The facts of the record that the lifecycle began with. */
        LIFECYCLE
    }

    /** Boolean, String, Double (numbers), Long (dates as days since 1970-01-01). */
    record Constant(Object value) implements Expr {}

    /** A fact by its index in the vocabulary. */
    record FactRef(Of of, int index) implements Expr {}

    /** The outcome of a condition, classification or derivation. */
    record DecisionRef(String id) implements Expr {}

    /** A dated figure, date or list of the law. */
    record LawRef(String name) implements Expr {}

    /** The day the law is read for. */
    record AsOf() implements Expr {}

    /** The short name of the model. */
    record Slug() implements Expr {}

    /** The element bound by the quantifier with this name. */
    record Element(String name) implements Expr {}

    /** A cell of the row bound by the quantifier with this name. */
    record Cell(String name, String column) implements Expr {}

    /** A list written out. */
    record ListOf(List<Expr> items) implements Expr {}

    /** A statement about some or all elements. */
    record Quantifier(boolean all, Expr over, String name, Expr body) implements Expr {}

    /** An operation on one to three arguments. */
    record Op(Operation operation, List<Expr> args) implements Expr {}

    /** What the language can do beyond reading. */
    enum Operation {
        AND,
        OR,
        NOT,
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        IN,
        CHOOSE,
        SIZE,
        /** {@code has(fact)}: there is one; false when the source says that there is none. */
        HAS,
        /** {@code state(fact)}: always known. */
        STATE,
        /** {@code known(fact)}: whether the state is {@code value}; always known. */
        KNOWN,
        /** {@code conflict(fact)}: whether sources disagree; always known. */
        CONFLICT,
        /** {@code age(fact)}: days since the search or since the date of the source. */
        AGE,
        /** {@code currency(fact)}: the currency of an amount of money. */
        CURRENCY,
        /** {@code second(fact)}: the interval of another, independent source. */
        SECOND,
        /** {@code statesInterval(number)}: whether the source gives an interval itself. */
        STATES_INTERVAL,
        /** {@code point(number)}: the figure without its interval. */
        POINT,
        /** {@code widen(number, down, up)}: the interval from down times to up times the figure. */
        WIDEN,
        /** {@code atLeast(number)}: the number as a lower bound. */
        AT_LEAST,
        /** {@code certain(condition)}: true when it is known to be true; never unknown. */
        CERTAIN,
        /** {@code firm(value)}: the value unless it rests on an assumption. */
        FIRM,
        /** {@code agreed(value)}: the value unless it rests on a fact about which sources disagree. */
        AGREED,
        /** {@code later(date, date)}. */
        LATER,
        PLUS_DAYS,
        PLUS_MONTHS,
        STARTS_WITH,
        CONTAINS,
        /** {@code text.matches(pattern)}: whether the pattern is found in the text. */
        MATCHES,
        /** {@code sourced(fact, hosts)}: whether the source of the chosen claim stands on one of these hosts or below one. */
        SOURCED
    }

    /** The same with an element replaced by a text. */
    default Expr with(String element, String text) {
        return switch (this) {
            case Element one when one.name().equals(element) -> new Constant(text);
            case Op op -> new Op(op.operation(), op.args().stream().map(arg -> arg.with(element, text)).toList());
            case Quantifier one -> new Quantifier(one.all(), one.over().with(element, text), one.name(), one.body().with(element, text));
            case ListOf list -> new ListOf(list.items().stream().map(item -> item.with(element, text)).toList());
            default -> this;
        };
    }

    /** Visits this expression and everything below it. */
    default void walk(java.util.function.Consumer<Expr> visitor) {
        visitor.accept(this);
        switch (this) {
            case Op op -> op.args().forEach(arg -> arg.walk(visitor));
            case Quantifier quantifier -> {
                quantifier.over().walk(visitor);
                quantifier.body().walk(visitor);
            }
            case ListOf list -> list.items().forEach(item -> item.walk(visitor));
            case Constant c -> { }
            case FactRef f -> { }
            case DecisionRef d -> { }
            case LawRef l -> { }
            case AsOf a -> { }
            case Slug s -> { }
            case Element e -> { }
            case Cell c -> { }
        }
    }
}
