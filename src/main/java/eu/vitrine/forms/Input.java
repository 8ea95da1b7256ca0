package eu.vitrine.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person has typed, field by field and exactly so, right or wrong. Line ends are those of Unix, because browsers send
 * others than they were given.
 *
 * @param fields values by the name of the form field
 */
record Input(Map<String, List<String>> fields) {

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** At the end of the name of the field that says that a question was asked. */
    static final String SHOWN = ":shown";

    Input {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, values.stream().map(Input::plainLines).toList()));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    static Input none() {
        return new Input(Map.of());
    }

    private static String plainLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The value of a field without the white space around it; empty where there is none. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** The first value of a field as it was typed. */
    public String raw(String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** Every value of a field that is not blank. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    public boolean ticked(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    /** The lines of a field that are not blank. */
    List<String> lines(String name) {
        return raw(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** A whole number that the form itself has put there; 0 where it is none. */
    int number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Only the fields that belong to a prefix. */
    Input about(String prefix) {
        return only(name -> name.startsWith(prefix + ":"));
    }

    /** Only the fields whose names fit. */
    Input only(Predicate<String> which) {
        var some = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (which.test(name)) {
                some.put(name, values);
            }
        });
        return new Input(some);
    }

    /** Both; where both have a field, the other's counts. */
    Input and(Input other) {
        var both = new LinkedHashMap<>(fields);
        both.putAll(other.fields);
        return new Input(both);
    }

    Input with(String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, List.of(value));
        return new Input(more);
    }

    Input without(Collection<String> names) {
        return only(name -> !names.contains(name));
    }

    /** Whether both say the same in the fields that belong to this prefix; a missing field is a blank one. */
    boolean sameAs(Input other, String prefix) {
        return filled(prefix).equals(other.filled(prefix));
    }

    private Map<String, List<String>> filled(String prefix) {
        var filled = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            List<String> said = new ArrayList<>(values.stream().map(String::strip).filter(text -> !text.isEmpty()).toList());
            if (name.startsWith(prefix + ":") && !said.isEmpty() && !name.endsWith(":rows") && !name.endsWith(SHOWN)) {
                filled.put(name, said);
            }
        });
        return filled;
    }

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    static Input of(byte[] bytes) {
        return new Input(JsonMapper.shared().readValue(new String(bytes, StandardCharsets.UTF_8), FIELDS));
    }
}
