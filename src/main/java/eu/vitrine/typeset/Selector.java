package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code element}, {@code .class}, {@code element.class}, each also as a descendant of another. */
record Selector(List<Part> parts, int weight) {

    private static final Pattern PART = Pattern.compile("([a-z][a-z0-9]*)?((?:\\.[a-z][a-z0-9-]*)*)");

    /** One element of the chain; a null name is any element. */
    record Part(@Nullable String name, Set<String> classes) {
        boolean fits(Cascade.Node node) {
            return (name == null || name.equals(node.name())) && node.classes().containsAll(classes);
        }
    }

    static Selector of(String text) {
        List<Part> parts = new ArrayList<>();
        int weight = 0;
        for (String written : text.split("\\s+")) {
            Matcher matcher = PART.matcher(written);
            if (written.isEmpty() || !matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a selector of the subset");
            }
            Set<String> classes = matcher.group(2).isEmpty() ? Set.of() : Set.of(matcher.group(2).substring(1).split("\\."));
            parts.add(new Part(matcher.group(1), classes));
            weight += classes.size() * 100 + (matcher.group(1) == null ? 0 : 1);
        }
        return new Selector(List.copyOf(parts), weight);
    }

    boolean fits(Cascade.Node node) {
        int last = parts.size() - 1;
        if (!parts.get(last).fits(node)) {
            return false;
        }
        Cascade.@Nullable Node ancestor = node.parent();
        for (int i = last - 1; i >= 0; i--) {
            while (ancestor != null && !parts.get(i).fits(ancestor)) {
                ancestor = ancestor.parent();
            }
            if (ancestor == null) {
                return false;
            }
            ancestor = ancestor.parent();
        }
        return true;
    }
}
