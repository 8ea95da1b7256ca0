package eu.vitrine.exchange;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema 2020-12 as {@link RecordSchema} uses. A keyword that it does not know is an error. */
final class SchemaCheck {

    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    boolean accepts(JsonNode instance) {
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
            case "$ref" -> merged(seen, evaluated(root.get("$defs").get(value.asString().substring("#/$defs/".length())), instance));
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
            case "items" -> !instance.isArray() || instance.valueStream().allMatch(item -> evaluated(value, item) != null);
            case "required" -> !instance.isObject() || value.valueStream().allMatch(name -> instance.has(name.asString()));
            case "additionalProperties" -> !instance.isObject()
                    || instance.propertyNames().stream().allMatch(name -> schema.get("properties").has(name));
            case "properties" -> !instance.isObject() || value.properties().stream()
                    .filter(property -> instance.has(property.getKey()))
                    .peek(property -> seen.add(property.getKey()))
                    .allMatch(property -> evaluated(property.getValue(), instance.get(property.getKey())) != null);
            default -> throw new IllegalStateException("the schema uses " + keyword);
        };
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
