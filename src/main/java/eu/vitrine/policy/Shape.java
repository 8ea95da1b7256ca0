package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mapping in a file of a policy set: its keys and what each holds. The reader refuses every other key, and the schema for
 * editors is made of the same list, so that the two cannot drift apart.
 *
 * @param title what the mapping is, for people
 * @param keys in the order in which a person would write them
 */
record Shape(String title, List<Key> keys) {

    /**
     * A key.
     *
     * @param must whether it has to be there
     * @param means what it is for, in a sentence or less
     * @param holds JSON Schema of its value
     */
    record Key(String name, boolean must, String means, Map<String, Object> holds) {

        /** The values it can have, where the schema lists them; empty where it does not. */
        List<?> choices() {
            Object listed = holds.get("anyOf") instanceof List<?> some && some.getFirst() instanceof Map<?, ?> first
                    ? first.get("enum") : holds.get("enum");
            return listed instanceof List<?> choices ? choices : List.of();
        }
    }

    Shape {
        keys = List.copyOf(keys);
    }

    static Shape of(String title, Key... keys) {
        return new Shape(title, List.of(keys));
    }

    static Key must(String name, String means, Map<String, Object> holds) {
        return new Key(name, true, means, holds);
    }

    static Key may(String name, String means, Map<String, Object> holds) {
        return new Key(name, false, means, holds);
    }

    /** A shape with the keys of this one and then further ones. */
    Shape and(String longerTitle, Key... further) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(List.of(further));
        return new Shape(longerTitle, all);
    }

    /** The names of the keys. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        keys.forEach(key -> names.add(key.name()));
        return names;
    }

    /** JSON Schema of the mapping: these keys and no others. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.means());
            property.putAll(key.holds());
            properties.put(key.name(), property);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("required", keys.stream().filter(Key::must).map(Key::name).toList());
        schema.put("properties", properties);
        return schema;
    }
}
