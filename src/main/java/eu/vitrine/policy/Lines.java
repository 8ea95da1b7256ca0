package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines that facts are compared with: the figure or day at which a comparison turns, worked back to the fact itself through
 * margins, sums, products and terms, and the texts that it is compared with.
 */
final class Lines {

    private final PolicySet set;
    private final Run run;
    private final Map<Integer, Set<Double>> numbers = new HashMap<>();
    private final Map<Integer, Set<LocalDate>> days = new HashMap<>();
    private final Map<Integer, Set<String>> texts = new HashMap<>();
    private final Map<String, Set<String>> cells = new HashMap<>();
    private final Map<String, Expr> over = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Lines(PolicySet set, Run run, Reach reach) {
        this.set = set;
        this.run = run;
        reach.expressions().forEach(this::read);
    }

    /** Figures at which a comparison turns, in ascending order. */
    Set<Double> numbers(int fact) {
        return numbers.getOrDefault(fact, Set.of());
    }

    /** Days at which a comparison turns, in order. */
    Set<LocalDate> days(int fact) {
        return days.getOrDefault(fact, Set.of());
    }

    /** Texts that the fact, or an entry of its list, is compared with. */
    Set<String> texts(int fact) {
        return texts.getOrDefault(fact, Set.of());
    }

    /** Texts that a column of a table is compared with; "true" and "false" for a truth. */
    Set<String> cells(int table, String column) {
        return cells.getOrDefault(table + "." + column, Set.of());
    }

    /** What a text from a list of the law means, where the list says so; else the text. */
    String label(String text) {
        return labels.getOrDefault(text, text);
    }

    private void read(Expr expr) {
        if (expr instanceof Expr.Quantifier quantifier) {
            read(quantifier.over());
            over.put(quantifier.name(), quantifier.over());
            read(quantifier.body());
        }
        if (expr instanceof Expr.Op op) {
            op.args().forEach(this::read);
            line(op);
        }
    }

    private void line(Expr.Op op) {
        switch (op.operation()) {
            case LESS, LESS_OR_EQUAL -> {
                turn(op.args().get(0), op.args().get(1));
                turn(op.args().get(1), op.args().get(0));
            }
            case EQUAL, IN -> {
                turn(op.args().get(0), op.args().get(1));
                compare(op.args().get(0), op.args().get(1));
                compare(op.args().get(1), op.args().get(0));
            }
            default -> { }
        }
    }

    private void turn(Expr side, Expr against) {
        if (!standsAlone(side) || !standsAlone(against)) {
            return;
        }
        Object line = run.eval(against).known();
        if (line instanceof Value.Range range && Double.isFinite(range.point())) {
            back(side, range.point());
        } else if (line instanceof Value.Days at) {
            back(side, LocalDate.ofEpochDay(at.latest()));
        }
    }

    private static boolean standsAlone(Expr expr) {
        boolean[] alone = {true};
        expr.walk(one -> alone[0] &= !(one instanceof Expr.Element) && !(one instanceof Expr.Cell));
        return alone[0];
    }

    private void back(Expr side, double line) {
        switch (side) {
            case Expr.FactRef ref when ref.of() == Expr.Of.SUBJECT -> numbers.computeIfAbsent(ref.index(), one -> new TreeSet<>()).add(line);
            case Expr.DecisionRef ref -> set.decision(ref.id()).rows().forEach(row -> back(row.then(), line));
            case Expr.Op op -> {
                switch (op.operation()) {
                    case WIDEN -> {
                        back(op.args().get(0), line);
                        factors(op, 1).forEach(factor -> back(op.args().get(0), line / factor));
                        factors(op, 2).forEach(factor -> back(op.args().get(0), line / factor));
                    }
                    case AT_LEAST, POINT, FIRM, AGREED -> back(op.args().get(0), line);
                    case ADD -> {
                        known(op, 1).forEach(other -> back(op.args().get(0), line - other));
                        known(op, 0).forEach(other -> back(op.args().get(1), line - other));
                    }
                    case SUBTRACT -> {
                        known(op, 1).forEach(other -> back(op.args().get(0), line + other));
                        known(op, 0).forEach(other -> back(op.args().get(1), other - line));
                    }
                    case MULTIPLY -> {
                        factors(op, 1).forEach(other -> back(op.args().get(0), line / other));
                        factors(op, 0).forEach(other -> back(op.args().get(1), line / other));
                    }
                    default -> { }
                }
            }
            default -> { }
        }
    }

    private Set<Double> known(Expr.Op op, int arg) {
        return run.eval(op.args().get(arg)).known() instanceof Value.Range range && Double.isFinite(range.point()) ? Set.of(range.point()) : Set.of();
    }

    private Set<Double> factors(Expr.Op op, int arg) {
        return known(op, arg).contains(0.0) ? Set.of() : known(op, arg);
    }

    private void back(Expr side, LocalDate line) {
        switch (side) {
            case Expr.FactRef ref when ref.of() == Expr.Of.SUBJECT -> days.computeIfAbsent(ref.index(), one -> new TreeSet<>()).add(line);
            case Expr.DecisionRef ref -> set.decision(ref.id()).rows().forEach(row -> back(row.then(), line));
            case Expr.Op op -> {
                switch (op.operation()) {
                    case LATER -> op.args().forEach(arg -> back(arg, line));
                    case FIRM, AGREED -> back(op.args().get(0), line);
                    case PLUS_DAYS -> known(op, 1).forEach(term -> back(op.args().get(0), line.minusDays(term.longValue())));
                    case PLUS_MONTHS -> known(op, 1).forEach(term -> back(op.args().get(0), line.minusMonths(term.longValue())));
                    default -> { }
                }
            }
            default -> { }
        }
    }

    private void compare(Expr side, Expr with) {
        Set<String> said = new LinkedHashSet<>();
        switch (with) {
            case Expr.Constant constant -> said.add(constant.value().toString());
            case Expr.ListOf list -> list.items().forEach(item -> said.add(((Expr.Constant) item).value().toString()));
            case Expr.LawRef ref -> said.addAll(entries(ref));
            case Expr.Element element when over.get(element.name()) instanceof Expr.LawRef ref -> said.addAll(entries(ref));
            default -> { }
        }
        switch (side) {
            case Expr.FactRef ref -> texts.computeIfAbsent(ref.index(), one -> new LinkedHashSet<>()).addAll(said);
            case Expr.Element element when over.get(element.name()) instanceof Expr.FactRef ref ->
                texts.computeIfAbsent(ref.index(), one -> new LinkedHashSet<>()).addAll(said);
            case Expr.Cell cell when over.get(cell.name()) instanceof Expr.FactRef ref ->
                cells.computeIfAbsent(ref.index() + "." + cell.column(), one -> new LinkedHashSet<>()).addAll(said);
            default -> { }
        }
    }

    private List<String> entries(Expr.LawRef ref) {
        LawDatum datum = set.law(ref.name());
        List<String> entries = datum.on(run.asOf()) instanceof List<?> items ? items.stream().map(Object::toString).toList() : List.of();
        entries.forEach(entry -> labels.computeIfAbsent(entry, one -> Wording.entry(set, datum, one)));
        return entries;
    }
}
