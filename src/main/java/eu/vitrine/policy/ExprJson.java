package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checked expressions as JSON arrays, so that a build can prepare them and a start need not compile. */
final class ExprJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExprJson() {}

    static ArrayNode write(Expr expr) {
        ArrayNode node = NODES.arrayNode();
        switch (expr) {
            case Expr.Constant(String text) -> node.add("text").add(text);
            case Expr.Constant(Double number) -> node.add("number").add(number.toString());
            case Expr.Constant(Boolean truth) -> node.add("truth").add(truth.booleanValue());
            case Expr.Constant constant -> throw new IllegalStateException("no such constant: " + constant.value());
            case Expr.FactRef ref -> node.add("fact").add(ref.of().name()).add(ref.index());
            case Expr.DecisionRef ref -> node.add("decision").add(ref.id());
            case Expr.LawRef ref -> node.add("law").add(ref.name());
            case Expr.AsOf now -> node.add("asOf");
            case Expr.Slug slug -> node.add("slug");
            case Expr.Element element -> node.add("element").add(element.name());
            case Expr.Cell cell -> node.add("cell").add(cell.name()).add(cell.column());
            case Expr.ListOf list -> list.items().forEach(item -> {
                if (node.isEmpty()) {
                    node.add("list");
                }
                node.add(write(item));
            });
            case Expr.Quantifier quantifier -> node.add(quantifier.all() ? "all" : "exists").add(quantifier.name())
                    .add(write(quantifier.over())).add(write(quantifier.body()));
            case Expr.Op op -> {
                node.add(op.operation().name().toLowerCase(Locale.ROOT));
                op.args().forEach(arg -> node.add(write(arg)));
            }
        }
        return node.isEmpty() ? node.add("list") : node;
    }

    static Expr read(JsonNode node) {
        String kind = node.get(0).stringValue();
        return switch (kind) {
            case "text" -> new Expr.Constant(node.get(1).stringValue());
            case "number" -> new Expr.Constant(Double.valueOf(node.get(1).stringValue()));
            case "truth" -> new Expr.Constant(node.get(1).booleanValue());
            case "fact" -> new Expr.FactRef(Expr.Of.valueOf(node.get(1).stringValue()), node.get(2).intValue());
            case "decision" -> new Expr.DecisionRef(node.get(1).stringValue());
            case "law" -> new Expr.LawRef(node.get(1).stringValue());
            case "asOf" -> new Expr.AsOf();
            case "slug" -> new Expr.Slug();
            case "element" -> new Expr.Element(node.get(1).stringValue());
            case "cell" -> new Expr.Cell(node.get(1).stringValue(), node.get(2).stringValue());
            case "list" -> new Expr.ListOf(rest(node));
            case "all", "exists" -> new Expr.Quantifier(
                    kind.equals("all"), read(node.get(2)), node.get(1).stringValue(), read(node.get(3)));
            default -> new Expr.Op(Expr.Operation.valueOf(kind.toUpperCase(Locale.ROOT)), rest(node));
        };
    }

    private static List<Expr> rest(JsonNode node) {
        List<Expr> rest = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
            rest.add(read(node.get(i)));
        }
        return List.copyOf(rest);
    }
}
