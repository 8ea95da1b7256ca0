package eu.vitrine.history;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The operations of RFC 6902 that make one JSON document another: members are added, removed and replaced one by one, lists
 * that differ are replaced whole, because their entries have no names.
 */
final class JsonPatch {

    private JsonPatch() {}

    /**
     * One operation.
     *
     * @param op add, remove or replace
     * @param path where, by RFC 6901
     * @param value null for remove
     */
    record Operation(String op, String path, @Nullable JsonNode value) {}

    /** The operations in the order in which they apply; none exactly when the documents are equal. */
    static List<Operation> between(JsonNode before, JsonNode after) {
        List<Operation> operations = new ArrayList<>();
        compare("", before, after, operations);
        return operations;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Operation> into) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            into.add(new Operation("replace", path, after));
            return;
        }
        before.propertyNames().stream().filter(name -> !after.has(name)).forEach(name -> into.add(new Operation("remove", at(path, name), null)));
        after.properties().forEach(member -> {
            String below = at(path, member.getKey());
            if (before.has(member.getKey())) {
                compare(below, before.get(member.getKey()), member.getValue(), into);
            } else {
                into.add(new Operation("add", below, member.getValue()));
            }
        });
    }

    private static String at(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
