package eu.vitrine.typeset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which element may stand where, with which attributes. What is not listed is refused. */
final class Grammar {

    static final Set<String> INLINE = Set.of("strong", "em", "span", "code", "small", "a", "br", "svg");
    static final Set<String> BLOCKS =
            Set.of("section", "div", "header", "h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "table", "figure", "nav");
    static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");

    private static final Set<String> EVERYWHERE = Set.of("class", "lang");
    private static final Set<String> NAMED = union(
            BLOCKS, Set.of("li", "dt", "dd", "caption", "figcaption", "tr", "td", "th"));
    private static final Map<String, Set<String>> CHILDREN = new HashMap<>();
    private static final Map<String, Set<String>> ATTRIBUTES = new HashMap<>();
    private static final Set<String> HOLDS_TEXT = new HashSet<>();

    static {
        children("html", "head", "body");
        children("head", "title", "meta");
        children("title");
        children("meta");
        for (String container : List.of("body", "section", "div", "header")) {
            flow(container, BLOCKS);
        }
        Set<String> small = Set.of("div", "p", "ul", "ol", "dl");
        flow("li", union(small, Set.of("table", "figure")));
        flow("dd", union(small, Set.of("figure")));
        flow("td", union(small, Set.of("figure")));
        flow("th", Set.of("div", "p"));
        for (String paragraph : List.of(
                "p", "h1", "h2", "h3", "h4", "dt", "caption", "figcaption", "strong", "em", "span", "code", "small", "a")) {
            flow(paragraph, Set.of());
        }
        children("br");
        children("nav");
        children("ul", "li");
        children("ol", "li");
        children("dl", "dt", "dd");
        children("table", "caption", "colgroup", "thead", "tbody", "tr");
        children("colgroup", "col");
        children("col");
        children("thead", "tr");
        children("tbody", "tr");
        children("tr", "th", "td");
        children("figure", "svg", "figcaption");
        HOLDS_TEXT.add("title");
        ATTRIBUTES.put("html", Set.of("xmlns"));
        ATTRIBUTES.put("meta", Set.of("charset"));
        ATTRIBUTES.put("a", Set.of("href"));
        ATTRIBUTES.put("th", Set.of("scope", "colspan"));
        ATTRIBUTES.put("td", Set.of("colspan"));
        ATTRIBUTES.put("span", Set.of("data-ref"));
    }

    private Grammar() {}

    static boolean isRoot(String name) {
        return name.equals("html") || name.equals("body");
    }

    /** Why the element may not stand under its parent, or an empty text. */
    static String objectionTo(String name, String parent) {
        if (!CHILDREN.containsKey(name) && !name.equals("svg")) {
            return "is not an element of the subset";
        }
        Set<String> allowed = CHILDREN.get(parent);
        return allowed.contains(name) ? "" : "may not stand in <" + parent + ">, which takes " + listed(parent, allowed);
    }

    static boolean allowsAttribute(String element, String attribute) {
        return EVERYWHERE.contains(attribute)
                || (attribute.equals("id") && NAMED.contains(element))
                || ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
    }

    static boolean holdsText(String element) {
        return HOLDS_TEXT.contains(element);
    }

    private static String listed(String parent, Set<String> allowed) {
        String names = allowed.stream().sorted().collect(Collectors.joining(", "));
        return (holdsText(parent) ? "text" + (names.isEmpty() ? "" : ", ") : names.isEmpty() ? "nothing" : "") + names;
    }

    private static void flow(String parent, Set<String> blocks) {
        CHILDREN.put(parent, union(INLINE, blocks));
        HOLDS_TEXT.add(parent);
    }

    private static void children(String parent, String... names) {
        CHILDREN.put(parent, Arrays.stream(names).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
