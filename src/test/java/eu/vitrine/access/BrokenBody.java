package eu.vitrine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body with one thing wrong.
 *
 * @param what the place of it and what is wrong there
 * @param text the body
 * @param refused whether the description of the API does not allow it; else the server may take it
 */
record BrokenBody(String what, String text, boolean refused) {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** A value of each type of JSON, by the name that schemas give the type. */
    private static final Map<String, String> VALUES = new TreeMap<>(Map.of("string", "\"text\"", "integer", "7", "number", "1.5", "boolean", "true", "array", "[[1]]", "object",
            "{\"a\": {\"b\": 1}}", "null", "null"));
    private static final List<String> CODES = List.of("topicGroup", "behaviour");
    private static final String PLACE = "\"the place\"";

    /** A body that a schema allows, with every member that it describes, but for codes whose list it does not give. {@code whole} holds what is referred to. */
    static JsonNode allowed(JsonNode schema, JsonNode whole, String name) {
        if (schema.has("$ref")) {
            return allowed(whole.at(schema.path("$ref").stringValue().substring(1)), whole, name);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (types(schema).getFirst()) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties").properties().forEach(member -> object.set(member.getKey(), allowed(member.getValue(), whole, member.getKey())));
                yield object;
            }
            case "array" -> JSON.createArrayNode();
            case "string" -> CODES.contains(name) ? JSON.getNodeFactory().nullNode() : JSON.getNodeFactory().stringNode(text(schema, name));
            default -> JSON.readTree(VALUES.getOrDefault(types(schema).getFirst(), "null"));
        };
    }

    private static String text(JsonNode schema, String name) {
        String format = schema.path("format").asString("");
        return format.equals("uri") || name.endsWith("Url") ? "https://example.org/a" : format.equals("uuid") ? "00000000-0000-0000-0000-000000000000"
                : name.endsWith("On") || name.endsWith("Of") ? "2026-01-02" : name.equals("language") ? "en" : "some words";
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : type.isString() ? List.of(type.stringValue()) : List.of("string");
    }

    /** The body with each member broken in every way, one after the other. */
    static List<BrokenBody> of(ObjectNode body, JsonNode schema, JsonNode whole) {
        JsonNode described = schema.has("$ref") ? whole.at(schema.path("$ref").stringValue().substring(1)) : schema;
        var broken = new ArrayList<BrokenBody>();
        boolean closed = described.has("additionalProperties") && !described.path("additionalProperties").asBoolean(true);
        broken.add(new BrokenBody("an extra member", with(body, "noSuchMember", "1"), closed));
        broken.add(new BrokenBody("an extra member of no name", with(body, "", "{}"), closed));
        broken.add(new BrokenBody("a member of an overlong name", with(body, "m".repeat(60_000), "1"), closed));
        broken.add(new BrokenBody("ten thousand extra members", body.toString().replaceFirst("\\{", "{" + "\"x\": 1, ".repeat(10_000)), closed));
        for (String name : body.propertyNames()) {
            JsonNode member = described.path("properties").path(name);
            boolean required = described.path("required").valueStream().anyMatch(one -> one.asString().equals(name));
            ObjectNode without = body.deepCopy();
            without.remove(name);
            broken.add(new BrokenBody(name + " missing", without.toString(), required));
            broken.add(new BrokenBody(name + " twice", body.toString().replaceFirst("\\{", "{\"" + name + "\": 1, "), true));
            VALUES.forEach((type, value) -> {
                boolean other = !types(member).contains(type) && !(type.equals("integer") && types(member).contains("number"));
                if (other || member.has("enum")) {
                    broken.add(new BrokenBody(name + " of type " + type, with(body, name, value), !member.isMissingNode()));
                }
            });
            broken.add(new BrokenBody(name + " with U+0000", with(body, name, "\"a\\u0000b\""), true));
            broken.add(new BrokenBody(name + " with half a character", with(body, name, "\"a\\ud800b\""), true));
            broken.add(new BrokenBody(name + " huge", with(body, name, "\"" + "long ".repeat(100_000) + "\""), member.has("maxLength")));
            broken.add(new BrokenBody(name + " a huge number", with(body, name, "9".repeat(900)), !types(member).contains("number")));
            broken.add(new BrokenBody(name + " a number out of range", with(body, name, "1e999999999"), true));
            broken.add(new BrokenBody(name + " deep", with(body, name, "[".repeat(2_000) + "]".repeat(2_000)), true));
            broken.add(new BrokenBody(name + " a long list", with(body, name, "[" + "null,".repeat(50_000) + "null]"), !types(member).contains("array")));
        }
        return broken;
    }

    private static String with(ObjectNode body, String name, String value) {
        return body.deepCopy().put(name, "the place").toString().replace(PLACE, value);
    }

    /** The paths of members inside this value, down to a depth; of members with the same members inside, the first alone. */
    static List<String> inside(JsonNode value, int depth) {
        var found = new ArrayList<String>();
        collect(value, "", depth, found, new TreeSet<>());
        return found;
    }

    private static void collect(JsonNode value, String path, int depth, List<String> found, TreeSet<String> shapes) {
        if (depth == 0 || !value.isContainer() || !path.isEmpty() && !shapes.add(shape(value))) {
            return;
        }
        if (!path.isEmpty()) {
            found.add(path);
        }
        value.properties().forEach(member -> collect(member.getValue(), path + "/" + member.getKey(), depth - 1, found, shapes));
        if (value.isArray() && !value.isEmpty()) {
            collect(value.get(0), path + "/0", depth - 1, found, shapes);
        }
    }

    private static String shape(JsonNode value) {
        return value.isArray() ? "array of " + (value.isEmpty() ? "" : shape(value.get(0))) : value.isObject() ? value.propertyNames().toString() : value.getNodeType().name();
    }
}
