package eu.vitrine.typeset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the style of each element of one document; equal paths of names and classes are styled once. */
final class Cascade {

    /** An element as the theme sees it: its name, classes and ancestors. */
    static final class Node {
        private final String name;
        private final Set<String> classes;
        private final @Nullable Node parent;
        private final Style style;
        private final Map<String, Node> children = new HashMap<>();

        private Node(String name, Set<String> classes, @Nullable Node parent, Theme theme) {
            this.name = name;
            this.classes = classes;
            this.parent = parent;
            this.style = theme.styleOf(this);
        }

        String name() {
            return name;
        }

        Set<String> classes() {
            return classes;
        }

        @Nullable Node parent() {
            return parent;
        }

        Style style() {
            return style;
        }
    }

    private final Theme theme;
    private final Node body;

    /** @param classes those of the body */
    Cascade(Theme theme, String classes) {
        this.theme = theme;
        this.body = new Node("body", classSet(classes), null, theme);
    }

    Node body() {
        return body;
    }

    Node child(Node parent, Markup.Element element) {
        return child(parent, element.name(), element.classes());
    }

    Node child(Node parent, String name, String classes) {
        return parent.children.computeIfAbsent(
                name + " " + classes, key -> new Node(name, classSet(classes), parent, theme));
    }

    private static Set<String> classSet(String classes) {
        return classes.isBlank() ? Set.of() : Set.copyOf(List.of(classes.strip().split("\\s+")));
    }
}
