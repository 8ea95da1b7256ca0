package eu.vitrine.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a key of a policy file can hold, as JSON Schema. */
final class Holds {

    /** A text; what looks like a number or a boolean is read as it is written. */
    static final Map<String, Object> TEXT = map("type", List.of("string", "number", "boolean"));
    static final Map<String, Object> WHOLE = map("type", "integer");
    static final Map<String, Object> FLAG = map("type", "boolean");
    static final Map<String, Object> TEXTS = map("anyOf", List.of(TEXT, map("type", "array", "items", TEXT)));
    static final Map<String, Object> CONDITION = ref("condition");
    static final Map<String, Object> REASON = ref("reason");
    static final Map<String, Object> DAY = ref("day");
    static final Map<String, Object> FACTS = map("anyOf", List.of(ref("fact"), map("type", "array", "items", ref("fact"))));
    static final Map<String, Object> LABELS = map("type", "object", "additionalProperties", TEXT);

    private Holds() {}

    static Map<String, Object> ref(String definition) {
        return map("$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> oneOf(List<?> values) {
        return map("enum", values);
    }

    /** The constants of an enum as they are written in a policy: lower case, with spaces. */
    static Map<String, Object> words(Enum<?>[] constants) {
        return oneOf(Arrays.stream(constants).map(Holds::word).toList());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The constants of an enum as answers are written. */
    static List<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    static Map<String, Object> listOf(Map<String, Object> items) {
        return map("type", "array", "items", items);
    }

    /** A list that may not be empty. */
    static Map<String, Object> someOf(Map<String, Object> items) {
        return map("type", "array", "minItems", 1, "items", items);
    }

    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
