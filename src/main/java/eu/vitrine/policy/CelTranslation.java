package eu.vitrine.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns one checked CEL tree into {@link Expr}, and checks texts that stand for choices. */
final class CelTranslation {

    private static final Map<String, Expr.Operation> OPERATIONS = Map.ofEntries(
            Map.entry("_&&_", Expr.Operation.AND), Map.entry("_||_", Expr.Operation.OR), Map.entry("!_", Expr.Operation.NOT),
            Map.entry("_==_", Expr.Operation.EQUAL), Map.entry("_<_", Expr.Operation.LESS),
            Map.entry("_<=_", Expr.Operation.LESS_OR_EQUAL), Map.entry("_+_", Expr.Operation.ADD),
            Map.entry("_-_", Expr.Operation.SUBTRACT), Map.entry("_*_", Expr.Operation.MULTIPLY),
            Map.entry("@in", Expr.Operation.IN), Map.entry("_?_:_", Expr.Operation.CHOOSE),
            Map.entry("size", Expr.Operation.SIZE), Map.entry("state", Expr.Operation.STATE),
            Map.entry("known", Expr.Operation.KNOWN), Map.entry("conflict", Expr.Operation.CONFLICT),
            Map.entry("age", Expr.Operation.AGE), Map.entry("currency", Expr.Operation.CURRENCY), Map.entry("second", Expr.Operation.SECOND),
            Map.entry("statesInterval", Expr.Operation.STATES_INTERVAL), Map.entry("point", Expr.Operation.POINT),
            Map.entry("widen", Expr.Operation.WIDEN), Map.entry("atLeast", Expr.Operation.AT_LEAST),
            Map.entry("certain", Expr.Operation.CERTAIN), Map.entry("firm", Expr.Operation.FIRM), Map.entry("agreed", Expr.Operation.AGREED),
            Map.entry("later", Expr.Operation.LATER), Map.entry("plusDays", Expr.Operation.PLUS_DAYS),
            Map.entry("plusMonths", Expr.Operation.PLUS_MONTHS), Map.entry("startsWith", Expr.Operation.STARTS_WITH),
            Map.entry("contains", Expr.Operation.CONTAINS), Map.entry("matches", Expr.Operation.MATCHES),
            Map.entry("sourced", Expr.Operation.SOURCED));
    private static final Set<Expr.Operation> ABOUT_FACTS = Set.of(Expr.Operation.STATE, Expr.Operation.KNOWN,
            Expr.Operation.CONFLICT, Expr.Operation.AGE, Expr.Operation.SECOND, Expr.Operation.CURRENCY, Expr.Operation.SOURCED);
    private static final Set<String> STATES =
            Arrays.stream(State.values()).map(State::code).collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> decisions;
    private final CelAbstractSyntaxTree ast;
    private final Located.Scalar text;
    private final String element;
    private final Map<String, Expr> bound = new HashMap<>();

    CelTranslation(Vocabulary vocabulary, Map<String, Set<String>> decisions, CelAbstractSyntaxTree ast,
            Located.Scalar text, String element) {
        this.vocabulary = vocabulary;
        this.decisions = decisions;
        this.ast = ast;
        this.text = text;
        this.element = element;
    }

    Expr translate(CelExpr expr) throws InvalidCondition {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT -> identifier(expr);
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST -> list(expr);
            case COMPREHENSION -> comprehension(expr);
            default -> throw refused(expr, "this kind of expression is not part of the language of policies");
        };
    }

    private InvalidCondition refused(CelExpr expr, String reason) {
        Integer offset = ast.getSource().getPositionsMap().get(expr.id());
        int at = offset == null ? 0 : offset;
        String before = text.text().substring(0, Math.min(at, text.text().length()));
        long lines = before.chars().filter(c -> c == '\n').count();
        boolean block = text.text().indexOf('\n') >= 0;
        int column = block ? before.length() - before.lastIndexOf('\n') : text.column() + at;
        return new InvalidCondition(new eu.vitrine.facts.Problem(
                text.file(), (int) (text.line() + lines + (block ? 1 : 0)), column, reason + " in \"" + text.text().strip() + "\""));
    }

    private Expr constant(CelExpr expr) throws InvalidCondition {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> new Expr.Constant(constant.booleanValue());
            case STRING_VALUE -> new Expr.Constant(constant.stringValue());
            case INT64_VALUE -> new Expr.Constant((double) constant.int64Value());
            case DOUBLE_VALUE -> new Expr.Constant(constant.doubleValue());
            default -> throw refused(expr, "constants are texts, numbers and booleans");
        };
    }

    private Expr identifier(CelExpr expr) throws InvalidCondition {
        String name = expr.ident().name();
        if (bound.containsKey(name)) {
            return bound.get(name);
        }
        return switch (name) {
            case "asOf" -> new Expr.AsOf();
            case "slug" -> new Expr.Slug();
            default -> {
                if (name.equals(element)) {
                    yield new Expr.Element(name);
                }
                throw refused(expr, "\"" + name + "\" alone is not a fact");
            }
        };
    }

    private Expr select(CelExpr expr) throws InvalidCondition {
        CelSelect select = expr.select();
        if (select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT && bound.containsKey(select.operand().ident().name())) {
            return new Expr.Cell(select.operand().ident().name(), select.field());
        }
        String path = path(expr).orElseThrow(() -> refused(expr, "only facts, figures of the law and derived values have parts"));
        if (path.startsWith("law.")) {
            return new Expr.LawRef(path.substring(4));
        }
        if (path.startsWith(LawDatum.HOUSE)) {
            return new Expr.LawRef(path);
        }
        if (path.startsWith("derived.")) {
            return new Expr.DecisionRef(path);
        }
        Expr fact = fact(path).orElseThrow(() -> refused(expr, "\"" + path + "\" is a group of facts, not a fact"));
        return select.testOnly() ? new Expr.Op(Expr.Operation.HAS, List.of(fact)) : fact;
    }

    private Optional<Expr> fact(String path) {
        boolean lifecycle = path.startsWith("lifecycle.");
        String id = lifecycle ? "model." + path.substring("lifecycle.".length()) : path;
        return vocabulary.find(id)
                .map(found -> new Expr.FactRef(lifecycle ? Expr.Of.LIFECYCLE : Expr.Of.SUBJECT, found.index()));
    }

    private static Optional<String> path(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(expr.ident().name());
        }
        return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? path(expr.select().operand()).map(parent -> parent + "." + expr.select().field())
                : Optional.empty();
    }

    private Expr call(CelExpr expr) throws InvalidCondition {
        CelCall call = expr.call();
        List<CelExpr> args = call.target().isPresent()
                ? java.util.stream.Stream.concat(call.target().stream(), call.args().stream()).toList()
                : call.args();
        switch (call.function()) {
            case "_[_]" -> {
                return decision(expr, args);
            }
            case "_!=_" -> {
                return new Expr.Op(Expr.Operation.NOT, List.of(operation(expr, Expr.Operation.EQUAL, args)));
            }
            case "_>_" -> {
                return operation(expr, Expr.Operation.LESS, args.reversed());
            }
            case "_>=_" -> {
                return operation(expr, Expr.Operation.LESS_OR_EQUAL, args.reversed());
            }
            case "-_" -> {
                if (args.get(0).getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && constant(args.get(0)) instanceof Expr.Constant(Double number)) {
                    return new Expr.Constant(-number);
                }
            }
            default -> { }
        }
        if (call.function().equals("double")) {
            return translate(args.get(0));
        }
        Expr.Operation operation = OPERATIONS.get(call.function());
        if (operation == null) {
            throw refused(expr, "\"" + call.function().replace("_", "") + "\" is not part of the language of policies");
        }
        return operation(expr, operation, args);
    }

    private Expr decision(CelExpr expr, List<CelExpr> args) throws InvalidCondition {
        if (args.get(0).getKind() == CelExpr.ExprKind.Kind.IDENT && args.get(0).ident().name().equals("is")
                && args.get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && constant(args.get(1)) instanceof Expr.Constant(String id)) {
            if (!decisions.containsKey(id)) {
                throw refused(expr, "there is no condition or classification \"" + id + "\"");
            }
            return new Expr.DecisionRef(id);
        }
        throw refused(expr, "brackets are for conditions only, as in is['CLS-1']");
    }

    private Expr operation(CelExpr expr, Expr.Operation operation, List<CelExpr> args) throws InvalidCondition {
        java.util.ArrayList<Expr> translated = new java.util.ArrayList<>();
        for (CelExpr arg : args) {
            translated.add(translate(arg));
        }
        if (ABOUT_FACTS.contains(operation) && !(translated.get(0) instanceof Expr.FactRef)) {
            throw refused(expr, operation.name().toLowerCase(java.util.Locale.ROOT) + "() takes a fact");
        }
        if (operation == Expr.Operation.MATCHES) {
            checkPattern(expr, translated.get(1));
        }
        if (operation == Expr.Operation.EQUAL || operation == Expr.Operation.IN) {
            checkChoices(expr, translated.get(0), translated.get(1));
            checkChoices(expr, translated.get(1), translated.get(0));
        }
        return new Expr.Op(operation, List.copyOf(translated));
    }

    /** A pattern is written out, so that a slip in it is found when the set is read. */
    private void checkPattern(CelExpr expr, Expr pattern) throws InvalidCondition {
        if (!(pattern instanceof Expr.Constant(String text))) {
            throw refused(expr, "the pattern of matches() must be written out");
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw refused(expr, "\"" + text + "\" is not a pattern (" + e.getDescription() + ")");
        }
    }

    /** A text compared with a choice must be one of its codes: a misspelt one would never be true, and nobody would notice. */
    private void checkChoices(CelExpr expr, Expr choice, Expr literal) throws InvalidCondition {
        Optional<Set<String>> allowed = choices(choice);
        if (allowed.isEmpty()) {
            return;
        }
        List<Expr> literals = literal instanceof Expr.ListOf list ? list.items() : List.of(literal);
        for (Expr one : literals) {
            if (one instanceof Expr.Constant(String code) && !allowed.get().contains(code)) {
                throw refused(expr, "\"" + code + "\" is none of " + allowed.get().stream().sorted().toList());
            }
        }
    }

    private Optional<Set<String>> choices(Expr expr) {
        return switch (expr) {
            case Expr.FactRef ref -> choicesOf(vocabulary.facts().get(ref.index()));
            case Expr.DecisionRef ref -> Optional.ofNullable(decisions.get(ref.id()));
            case Expr.Op op when op.operation() == Expr.Operation.STATE -> Optional.of(STATES);
            case Expr.Op op when op.operation() == Expr.Operation.FIRM || op.operation() == Expr.Operation.AGREED -> choices(op.args().get(0));
            case Expr.Element e -> Optional.ofNullable(elementChoices.get(e.name()));
            case Expr.Cell cell -> Optional.ofNullable(tables.get(cell.name())).map(table -> table.column(cell.column()))
                    .filter(column -> column.type() == FactType.CHOICE).map(column -> column.choices().keySet());
            default -> Optional.empty();
        };
    }

    private static Optional<Set<String>> choicesOf(FactDeclaration fact) {
        return fact.choices().isEmpty() ? Optional.empty() : Optional.of(fact.choices().keySet());
    }

    private final Map<String, Set<String>> elementChoices = new HashMap<>();
    private final Map<String, FactDeclaration> tables = new HashMap<>();

    private Expr list(CelExpr expr) throws InvalidCondition {
        java.util.ArrayList<Expr> items = new java.util.ArrayList<>();
        for (CelExpr item : expr.list().elements()) {
            if (!(translate(item) instanceof Expr.Constant constant)) {
                throw refused(item, "a list written out holds constants only");
            }
            items.add(constant);
        }
        return new Expr.ListOf(List.copyOf(items));
    }

    /** Recognises what the macros {@code exists} and {@code all} expand to; no other loop can be written. */
    private Expr comprehension(CelExpr expr) throws InvalidCondition {
        CelComprehension loop = expr.comprehension();
        boolean all = loop.accuInit().constant().booleanValue();
        Expr over = translate(loop.iterRange());
        String name = loop.iterVar();
        if (bound.containsKey(name)) {
            throw refused(expr, "the name \"" + name + "\" is already in use");
        }
        bound.put(name, new Expr.Element(name));
        if (over instanceof Expr.FactRef ref) {
            FactDeclaration fact = vocabulary.facts().get(ref.index());
            choicesOf(fact).ifPresent(choices -> elementChoices.put(name, choices));
            if (fact.type() == FactType.TABLE) {
                tables.put(name, fact);
            }
        }
        Expr body = translate(loop.loopStep().call().args().get(1));
        bound.remove(name);
        elementChoices.remove(name);
        tables.remove(name);
        return new Expr.Quantifier(all, over, name, body);
    }
}
