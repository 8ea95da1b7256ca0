package eu.vitrine.exchange;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schema of facts: what a bare value looks like, and the object with state, source and date. */
final class FactSchema {

    private static final String DAY = "^(19|2[01])[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    private final Map<String, Object> shared = new LinkedHashMap<>();

    FactSchema() {
        shared.put("address", ordered("type", List.of("string", "null"), "pattern", "^" + Codes.ADDRESS + "$"));
        shared.put("day", ordered(
                "description", "A day, a month or a year.",
                "anyOf", List.of(ordered("type", "string", "pattern", DAY),
                        ordered("type", "integer", "minimum", ValueReader.FIRST_YEAR, "maximum", ValueReader.LAST_YEAR), type("null"))));
        shared.put("complete", ordered("enum", Arrays.asList(true, false, "unknown", null)));
        shared.put("searched", nullableObject(ordered(
                "where", ordered("type", List.of("array", "string", "null"), "items", type("string")),
                "on", ref("day"), "by", nullable("string"))));
        List<@Nullable String> tiers = new ArrayList<>(Arrays.stream(SourceTier.values()).map(SourceTier::code).toList());
        tiers.add(null);
        shared.put("tier", ordered("enum", tiers));
        shared.put("evidence", ordered("description", "SHA-256 of archived bytes.", "type", List.of("array", "null"),
                "items", ordered("type", "string", "pattern", "^[0-9a-f]{64}$")));
        List<@Nullable String> states = new ArrayList<>();
        Arrays.stream(State.values()).forEach(state -> states.add(state.code()));
        List<@Nullable String> others = List.copyOf(states.subList(1, states.size()));
        states.add(null);
        shared.put("claim", ordered(
                "description", "What every fact and every further source may have besides its value.",
                "type", "object",
                "properties", ordered(
                        "state", ordered("enum", states), "source_url", ref("address"), "as_of", ref("day"),
                        "note", nullable("string"), "searched", ref("searched"), "tier", ref("tier"), "checked_on", ref("day"),
                        "evidence", ref("evidence")),
                "if", ordered("required", List.of("state"), "properties", ordered("state", ordered("enum", others))),
                "then", ordered("properties", ordered(
                        "value", type("null"), "rows", type("null"), "min", type("null"), "max", type("null")))));
    }

    /** Definitions that others refer to, by name. */
    Map<String, Object> shared() {
        return shared;
    }

    /** The schema of one fact. Facts of the same type share all but their words. */
    Map<String, Object> of(FactDeclaration fact) {
        String type = switch (fact.type()) {
            case CHOICE, TABLE -> fact.id();
            case LIST -> fact.element() == FactType.CHOICE ? fact.id() : "list-of-" + fact.element().code();
            default -> fact.type().code() + (fact.unit() == null ? "" : "-in-" + fact.unit().replace(' ', '-'));
        };
        shared.computeIfAbsent("value-" + type, name -> bare(fact));
        shared.computeIfAbsent("fact-" + type, name -> fact(fact, ref("value-" + type)));
        return ordered("title", fact.label(), "description", fact.question() + " " + fact.means(), "$ref", "#/$defs/fact-" + type);
    }

    private static Map<String, Object> fact(FactDeclaration fact, Map<String, Object> value) {
        Map<String, Object> also = ordered("type", List.of("array", "null"), "items",
                ordered("anyOf", List.of(value, type("null"), claim(fact, value, null))));
        return ordered("anyOf", List.of(value, type("null"), claim(fact, value, also)));
    }

    private static Map<String, Object> claim(
            FactDeclaration fact, Map<String, Object> value, @Nullable Map<String, Object> also) {
        Map<String, Object> properties = ordered("value", ordered("anyOf", List.of(value, type("null"))));
        FactType type = fact.type();
        if (type == FactType.TABLE) {
            properties.put("rows", properties.get("value"));
        }
        if (type == FactType.TABLE || type == FactType.LIST) {
            properties.put("complete", ref("complete"));
        }
        if (type.isNumber()) {
            String number = type == FactType.INTEGER ? "integer" : "number";
            Map<String, Object> end = nullable(number);
            if (type != FactType.DECIMAL) {
                end.put("minimum", 0);
            }
            properties.put("min", end);
            properties.put("max", end);
            if (type == FactType.MONEY) {
                properties.put("currency", ordered("type", List.of("string", "null"), "pattern", "^[A-Z]{3}$"));
            } else {
                properties.put("unit", ordered("enum", fact.unit() == null ? Arrays.asList((Object) null) : Arrays.asList(fact.unit(), null)));
            }
            properties.put("by", nullable("string"));
            properties.put("method", nullable("string"));
        }
        if (also != null) {
            properties.put("also", also);
            properties.put("chosen_because", nullable("string"));
        }
        return ordered("$ref", "#/$defs/claim", "properties", properties, "unevaluatedProperties", false);
    }

    private static Map<String, Object> bare(FactDeclaration fact) {
        return switch (fact.type()) {
            case LIST -> ordered("type", "array", "items",
                    single(fact.element() == null ? FactType.TEXT : fact.element(), fact.choices(), true));
            case TABLE -> ordered("type", "array", "items", row(fact));
            default -> single(fact.type(), fact.choices(), false);
        };
    }

    private static Map<String, Object> row(FactDeclaration fact) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fact.columns().forEach(column -> properties.put(column.name(), ordered(
                "title", column.label(), "anyOf", List.of(single(column.type(), column.choices(), false), type("null")))));
        properties.putIfAbsent("source_url", ref("address"));
        properties.putIfAbsent("as_of", ref("day"));
        properties.putIfAbsent("evidence", ref("evidence"));
        return object(properties, List.of());
    }

    private static Map<String, Object> single(FactType type, Map<String, String> choices, boolean inList) {
        return switch (type) {
            case BOOLEAN -> type("boolean");
            case INTEGER -> ordered("type", "integer", "minimum", 0);
            case QUANTITY, MONEY -> ordered("type", "number", "minimum", 0);
            case DECIMAL -> type("number");
            case DATE -> ordered("anyOf", List.of(ordered("type", "string", "pattern", DAY),
                    ordered("type", "integer", "minimum", ValueReader.FIRST_YEAR, "maximum", ValueReader.LAST_YEAR)));
            case URL -> ordered("type", "string", "pattern", "^" + Codes.ADDRESS + "$");
            case COUNTRY -> ordered("type", "string", "pattern", inList ? "^([A-Z]{2}|EEA|European Union)$" : "^[A-Z]{2}$");
            case LANGUAGE -> ordered("type", "string", "pattern", "^" + Codes.LANGUAGE + "$");
            case CHOICE -> ordered("oneOf", choices.entrySet().stream()
                    .map(choice -> ordered("const", choice.getKey(), "title", choice.getValue())).toList());
            case TEXT, REFERENCE, LIST, TABLE -> ordered("type", "string", "pattern", "\\S");
        };
    }

    /** An object with these keys and no others. */
    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = ordered("type", "object", "additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }

    private static Map<String, Object> nullableObject(Map<String, Object> properties) {
        Map<String, Object> object = object(properties, List.of());
        object.put("type", List.of("object", "null"));
        return object;
    }

    static Map<String, Object> codes(Enum<?>[] constants) {
        return ordered("enum", Arrays.stream(constants).map(PublishedFinding::code).toList());
    }

    static Map<String, Object> type(String name) {
        return ordered("type", name);
    }

    static Map<String, Object> nullable(String... types) {
        List<String> names = new ArrayList<>(List.of(types));
        names.add("null");
        return ordered("type", names);
    }

    static Map<String, Object> ref(String name) {
        return ordered("$ref", "#/$defs/" + name);
    }

    static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
