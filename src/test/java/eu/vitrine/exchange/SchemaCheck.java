package eu.vitrine.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** As much of JSON Schema 2020-12 as our schemas use. A keyword that it does not know is an error. */
public final class SchemaCheck {

    private final JsonNode root;
    private final Map<String, SchemaCheck> beside;

    SchemaCheck(JsonNode root) {
        this(root, Map.of());
    }

    /** A check by a schema that refers to others, by the names of their files. */
    public SchemaCheck(JsonNode root, Map<String, JsonNode> beside) {
        this.root = root;
        this.beside = new HashMap<>();
        beside.forEach((name, schema) -> this.beside.put(name, new SchemaCheck(schema)));
    }

    /** Whether the schema allows this document. */
    public boolean accepts(JsonNode instance) {
        return evaluated(root, instance) != null;
    }

    /** The properties that the schema looked at, or null when the instance is refused. */
    private @Nullable Set<String> evaluated(JsonNode schema, JsonNode instance) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!keyword.getKey().equals("unevaluatedProperties") && !holds(keyword.getKey(), keyword.getValue(), schema, instance, seen)) {
                return null;
            }
        }
        boolean closed = schema.has("unevaluatedProperties") && instance.isObject();
        return closed && !seen.containsAll(instance.propertyNames()) ? null : seen;
    }

    private boolean holds(String keyword, JsonNode value, JsonNode schema, JsonNode instance, Set<String> seen) {
        return switch (keyword) {
            case "$schema", "$defs", "title", "description", "then" -> true;
            case "$ref" -> merged(seen, referred(value.asString(), instance));
            case "allOf" -> value.valueStream().allMatch(each -> merged(seen, evaluated(each, instance)));
            case "anyOf" -> passing(value, instance, seen) > 0;
            case "oneOf" -> passing(value, instance, seen) == 1;
            case "if" -> evaluated(value, instance) == null || merged(seen, evaluated(schema.get("then"), instance));
            case "type" -> value.isArray()
                    ? value.valueStream().anyMatch(type -> isA(type.asString(), instance)) : isA(value.asString(), instance);
            case "enum" -> value.valueStream().anyMatch(instance::equals);
            case "const" -> value.equals(instance);
            case "pattern" -> !instance.isString() || Pattern.compile(value.asString()).matcher(instance.asString()).find();
            case "minimum" -> !instance.isNumber() || instance.decimalValue().compareTo(value.decimalValue()) >= 0;
            case "maximum" -> !instance.isNumber() || instance.decimalValue().compareTo(value.decimalValue()) <= 0;
            case "minItems" -> !instance.isArray() || instance.size() >= value.asInt();
            case "minProperties" -> !instance.isObject() || instance.size() >= value.asInt();
            case "propertyNames" -> !instance.isObject() || instance.propertyNames().stream()
                    .allMatch(name -> evaluated(value, JsonNodeFactory.instance.stringNode(name)) != null);
            case "items" -> !instance.isArray() || instance.valueStream().allMatch(item -> evaluated(value, item) != null);
            case "required" -> !instance.isObject() || value.valueStream().allMatch(name -> instance.has(name.asString()));
            case "additionalProperties" -> !instance.isObject()
                    || instance.propertyNames().stream().allMatch(name -> schema.path("properties").has(name)
                            || value.isObject() && evaluated(value, instance.get(name)) != null);
            case "properties" -> !instance.isObject() || value.properties().stream()
                    .filter(property -> instance.has(property.getKey()))
                    .peek(property -> seen.add(property.getKey()))
                    .allMatch(property -> evaluated(property.getValue(), instance.get(property.getKey())) != null);
            default -> throw new IllegalStateException("the schema uses " + keyword);
        };
    }

    private @Nullable Set<String> referred(String reference, JsonNode instance) {
        int hash = reference.indexOf("#/$defs/");
        SchemaCheck where = hash == 0 ? this : beside.get(reference.substring(0, hash));
        JsonNode schema = where.root.get("$defs").get(reference.substring(hash + "#/$defs/".length()));
        return where.evaluated(schema, instance);
    }

    private long passing(JsonNode schemas, JsonNode instance, Set<String> seen) {
        return schemas.valueStream().filter(each -> merged(seen, evaluated(each, instance))).count();
    }

    private static boolean merged(Set<String> seen, @Nullable Set<String> further) {
        if (further != null) {
            seen.addAll(further);
        }
        return further != null;
    }

    private static boolean isA(String type, JsonNode instance) {
        return switch (type) {
            case "object" -> instance.isObject();
            case "array" -> instance.isArray();
            case "string" -> instance.isString();
            case "boolean" -> instance.isBoolean();
            case "null" -> instance.isNull();
            case "number" -> instance.isNumber();
            case "integer" -> instance.isNumber() && new BigDecimal(instance.asString()).stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalStateException("the schema names the type " + type);
        };
    }
}
