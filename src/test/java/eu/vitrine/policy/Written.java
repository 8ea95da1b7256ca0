package eu.vitrine.policy;

import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions as an author would write them, near enough to be found in the file. */
final class Written {

    private final Vocabulary vocabulary;

    Written(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String of(Expr expr) {
        return switch (expr) {
            case Expr.Constant(String text) -> "'" + text + "'";
            case Expr.Constant(Long day) -> LocalDate.ofEpochDay(day).toString();
            case Expr.Constant constant -> String.valueOf(constant.value());
            case Expr.FactRef(Expr.Of of, int index) -> (of == Expr.Of.SUBJECT ? "" : "lifecycle.") + vocabulary.facts().get(index).id();
            case Expr.DecisionRef(String id) -> id.startsWith("derived.") ? id : "is['" + id + "']";
            case Expr.LawRef(String name) -> name.startsWith(LawDatum.HOUSE) ? name : "law." + name;
            case Expr.AsOf now -> "asOf";
            case Expr.Slug slug -> "slug";
            case Expr.Element(String name) -> name;
            case Expr.Cell(String name, String column) -> name + "." + column;
            case Expr.ListOf list -> "[" + all(list.items(), ", ") + "]";
            case Expr.Quantifier some -> of(some.over()) + (some.all() ? ".all(" : ".exists(") + some.name() + ", " + of(some.body()) + ")";
            case Expr.Op(Expr.Operation operation, List<Expr> args) -> of(operation, args);
        };
    }

    private String of(Expr.Operation operation, List<Expr> args) {
        return switch (operation) {
            case AND -> "(" + all(args, " && ") + ")";
            case OR -> "(" + all(args, " || ") + ")";
            case NOT -> "!" + of(args.get(0));
            case EQUAL -> all(args, " == ");
            case LESS -> all(args, " < ");
            case LESS_OR_EQUAL -> all(args, " <= ");
            case IN -> all(args, " in ");
            case ADD -> all(args, " + ");
            case SUBTRACT -> all(args, " - ");
            case MULTIPLY -> all(args, " * ");
            default -> operation.name().toLowerCase(Locale.ROOT) + "(" + all(args, ", ") + ")";
        };
    }

    private String all(List<Expr> some, String between) {
        return some.stream().map(this::of).collect(Collectors.joining(between));
    }
}
