package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that differ from one in a single place, as a slip of its author would: a comparison turned, a condition forgotten
 * or negated, a figure or day next to the right one.
 */
final class ExprMutants {

    /**
     * Something changed.
     *
     * @param what the change in words
     * @param near the expression that it stands in or that stands beside it, as it was; null where there is none
     */
    record Change<T>(T changed, String what, @Nullable Expr near) {
        <R> Change<R> within(Function<T, R> whole) {
            return new Change<>(whole.apply(changed), what, near);
        }
    }

    private static final Set<Expr.Operation> ABOUT_A_FACT = EnumSet.of(Expr.Operation.HAS, Expr.Operation.STATE, Expr.Operation.KNOWN,
            Expr.Operation.CONFLICT, Expr.Operation.AGE, Expr.Operation.CURRENCY, Expr.Operation.SECOND, Expr.Operation.SOURCED);
    /** Up to here a whole number counts something, so that its neighbours are one away. */
    private static final double LARGEST_COUNT = 1e6;

    private final Vocabulary vocabulary;
    private final Written written;

    ExprMutants(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.written = new Written(vocabulary);
    }

    /** Every one, each different from the expression and from the others. */
    List<Change<Expr>> of(@Nullable Expr expr) {
        if (expr == null) {
            return List.of();
        }
        Set<Expr> seen = new LinkedHashSet<>(Set.of(expr));
        return mutants(expr, Map.of()).stream().filter(one -> seen.add(one.changed()))
                .map(one -> new Change<>(one.changed(), one.what(), expr)).toList();
    }

    private List<Change<Expr>> mutants(Expr expr, Map<String, FactDeclaration> tables) {
        List<Change<Expr>> all = new ArrayList<>();
        switch (expr) {
            case Expr.Op op when op.operation() == Expr.Operation.AND || op.operation() == Expr.Operation.OR -> {
                List<Expr> operands = flat(op, op.operation());
                connected(op.operation(), operands, all);
                within(operands, some -> chain(op.operation(), some), tables, all);
            }
            case Expr.Op op -> {
                turned(op, all);
                if (!ABOUT_A_FACT.contains(op.operation())) {
                    within(op.args(), args -> new Expr.Op(op.operation(), args), tables, all);
                }
            }
            case Expr.Quantifier some -> {
                Map<String, FactDeclaration> inner = new HashMap<>(tables);
                if (some.over() instanceof Expr.FactRef(Expr.Of of, int index)) {
                    inner.put(some.name(), vocabulary.facts().get(index));
                }
                mutants(some.over(), tables).forEach(one ->
                        all.add(one.within(over -> new Expr.Quantifier(some.all(), over, some.name(), some.body()))));
                mutants(some.body(), inner).forEach(one ->
                        all.add(one.within(body -> new Expr.Quantifier(some.all(), some.over(), some.name(), body))));
            }
            case Expr.ListOf list -> { }
            case Expr.Constant(Double number) -> near(number).forEach(other -> replace(expr, new Expr.Constant(other), all));
            case Expr.Constant(Long day) -> List.of(day - 1, day + 1).forEach(other -> replace(expr, new Expr.Constant(other), all));
            case Expr.FactRef(Expr.Of of, int index) when vocabulary.facts().get(index).type() == FactType.BOOLEAN ->
                replace(expr, not(expr), all);
            case Expr.Cell(String name, String column) when isTruth(tables.get(name), column) -> replace(expr, not(expr), all);
            default -> { }
        }
        return all.stream().map(one -> one.within(ExprMutants::simplified)).toList();
    }

    private void turned(Expr.Op op, List<Change<Expr>> all) {
        switch (op.operation()) {
            case EQUAL -> replace(op, not(op), all);
            case LESS -> replace(op, new Expr.Op(Expr.Operation.LESS_OR_EQUAL, op.args()), all);
            case LESS_OR_EQUAL -> replace(op, new Expr.Op(Expr.Operation.LESS, op.args()), all);
            default -> { }
        }
    }

    /** The operands of a chain as it is written, without the brackets that the reader puts in it. */
    private static List<Expr> flat(Expr expr, Expr.Operation operation) {
        return expr instanceof Expr.Op(Expr.Operation same, List<Expr> args) && same == operation
                ? args.stream().flatMap(arg -> flat(arg, operation).stream()).toList() : List.of(expr);
    }

    private static Expr chain(Expr.Operation operation, List<Expr> operands) {
        return operands.size() == 1 ? operands.get(0) : new Expr.Op(operation, operands);
    }

    /** One operand forgotten, or one connective taken for the other where && binds tighter than ||. */
    private void connected(Expr.Operation operation, List<Expr> operands, List<Change<Expr>> all) {
        boolean and = operation == Expr.Operation.AND;
        for (int i = 0; i < operands.size(); i++) {
            all.add(new Change<>(chain(operation, DecisionMutants.without(operands, i)),
                    "without " + (and ? "&& " : "|| ") + written.of(operands.get(i)), null));
        }
        for (int i = 1; i < operands.size(); i++) {
            List<Expr> first = operands.subList(0, i);
            List<Expr> last = operands.subList(i, operands.size());
            List<Expr> parts = and ? List.of(chain(operation, first), chain(operation, last)) : tight(operands, i);
            all.add(new Change<>(chain(and ? Expr.Operation.OR : operation, parts),
                    (and ? "|| for && before " : "&& for || before ") + written.of(operands.get(i)), null));
        }
    }

    /** The operands of an || chain with && between the one at a place and the one before it. */
    private static List<Expr> tight(List<Expr> operands, int place) {
        List<Expr> parts = new ArrayList<>(operands.subList(0, place - 1));
        parts.add(new Expr.Op(Expr.Operation.AND, List.of(operands.get(place - 1), operands.get(place))));
        parts.addAll(operands.subList(place + 1, operands.size()));
        return List.copyOf(parts);
    }

    private void within(List<Expr> args, Function<List<Expr>, Expr> whole, Map<String, FactDeclaration> tables,
            List<Change<Expr>> all) {
        for (int i = 0; i < args.size(); i++) {
            int place = i;
            UnaryOperator<Expr> with = one -> {
                List<Expr> others = new ArrayList<>(args);
                others.set(place, one);
                return whole.apply(List.copyOf(others));
            };
            mutants(args.get(i), tables).forEach(one -> all.add(one.within(with)));
        }
    }

    private void replace(Expr old, Expr changed, List<Change<Expr>> all) {
        all.add(new Change<>(changed, written.of(old) + " → " + written.of(simplified(changed)), null));
    }

    /** The numbers next to one: one away for a count, else the nearest that a computer knows. */
    static List<Double> near(double number) {
        boolean count = number == Math.rint(number) && Math.abs(number) <= LARGEST_COUNT;
        return count ? List.of(number - 1, number + 1) : List.of(Math.nextDown(number), Math.nextUp(number));
    }

    private static boolean isTruth(@Nullable FactDeclaration table, String column) {
        return table != null && table.column(column) != null && table.column(column).type() == FactType.BOOLEAN;
    }

    private static Expr not(Expr expr) {
        return new Expr.Op(Expr.Operation.NOT, List.of(expr));
    }

    private static Expr simplified(Expr expr) {
        return expr instanceof Expr.Op(Expr.Operation one, List<Expr> args) && one == Expr.Operation.NOT
                && args.get(0) instanceof Expr.Op(Expr.Operation two, List<Expr> inner) && two == Expr.Operation.NOT ? inner.get(0) : expr;
    }
}
