package eu.vitrine.typeset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the text to lay out, with the line it stands on. */
sealed interface Markup {

    int line();

    /** Characters as written, white space not yet collapsed. */
    record Text(String text, int line) implements Markup {}

    /** An element whose name and attributes the grammar allows. */
    final class Element implements Markup {
        private final String name;
        private final Map<String, String> attributes;
        private final List<Markup> children;
        private final int line;

        Element(String name, Map<String, String> attributes, List<Markup> children, int line) {
            this.name = name;
            this.attributes = Map.copyOf(attributes);
            this.children = List.copyOf(children);
            this.line = line;
        }

        String name() {
            return name;
        }

        List<Markup> children() {
            return children;
        }

        @Override
        public int line() {
            return line;
        }

        boolean is(String other) {
            return name.equals(other);
        }

        @Nullable String attribute(String key) {
            return attributes.get(key);
        }

        Map<String, String> attributes() {
            return attributes;
        }

        String classes() {
            return attributes.getOrDefault("class", "");
        }

        boolean hasClass(String wanted) {
            return (" " + classes() + " ").contains(" " + wanted + " ");
        }

        List<Element> elements() {
            return children.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
        }

        /** All characters inside, white space collapsed and trimmed. */
        String text() {
            StringBuilder all = new StringBuilder();
            collect(all);
            return VisibleText.of(all.toString()).replaceAll("[ \\t\\n\\r]+", " ").strip();
        }

        private void collect(StringBuilder all) {
            for (Markup child : children) {
                switch (child) {
                    case Text text -> all.append(text.text());
                    case Element element when element.is("svg") -> {}
                    case Element element -> {
                        if (element.is("br")) {
                            all.append(' ');
                        }
                        element.collect(all);
                    }
                }
            }
        }

        MarkupNotUnderstood refused(String reason) {
            return new MarkupNotUnderstood(line, "<" + name + "> " + reason);
        }
    }
}
