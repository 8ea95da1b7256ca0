package eu.vitrine.registry;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.util.HashMap;
import java.util.Map;

/** Where in a JSON body something stands: its pointer by RFC 6901 for the line and column that a problem names. */
final class BodyPlaces {

    private final Map<String, String> byPlace = new HashMap<>();

    BodyPlaces(Located root) {
        walk(root, "");
    }

    private void walk(Located node, String pointer) {
        byPlace.putIfAbsent(place(node.line(), node.column()), pointer);
        switch (node) {
            case Located.Mapping mapping -> mapping.entries().forEach((name, value) -> {
                Located.Scalar key = mapping.keys().get(name);
                String below = pointer + "/" + escaped(name);
                byPlace.put(place(key.line(), key.column()), below);
                walk(value, below);
            });
            case Located.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    walk(sequence.items().get(i), pointer + "/" + i);
                }
            }
            case Located.Scalar scalar -> { }
        }
    }

    /** The pointer to what a problem is about; empty, which is the whole body, where it names no place in it. */
    String of(Problem problem) {
        return byPlace.getOrDefault(place(problem.line(), problem.column()), "");
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String place(int line, int column) {
        return line + ":" + column;
    }
}
