package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headings and named places of a text, found before layout because contents and references point forward. */
final class Landmarks {

    /** A heading with the anchor it can be reached by; level 1 to 4. */
    record Heading(int level, String text, String anchor, boolean onCover) {}

    private final List<Heading> headings = new ArrayList<>();
    private final Map<Markup.Element, String> anchors = new IdentityHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private Landmarks() {}

    /** @throws MarkupNotUnderstood if a heading level is skipped, an id used twice or a reference points nowhere */
    static Landmarks of(Markup.Element root) {
        Landmarks landmarks = new Landmarks();
        landmarks.visit(root, false);
        landmarks.checkReferences(root);
        return landmarks;
    }

    List<Heading> headings() {
        return List.copyOf(headings);
    }

    /** The name of the place where the element begins, or null if nothing can point to it. */
    @Nullable String anchor(Markup.Element element) {
        return anchors.get(element);
    }

    private void visit(Markup.Element element, boolean onCover) {
        if (element.is("svg")) {
            return;
        }
        String id = element.attribute("id");
        if (id != null) {
            if (!ids.add(id)) {
                throw element.refused("has the id '" + id + "', which is used before");
            }
            anchors.put(element, id);
        }
        if (Grammar.HEADINGS.contains(element.name())) {
            heading(element, onCover);
        }
        for (Markup.Element child : element.elements()) {
            visit(child, onCover || element.hasClass("cover"));
        }
    }

    private void heading(Markup.Element element, boolean onCover) {
        int level = element.name().charAt(1) - '0';
        int before = headings.isEmpty() ? 0 : headings.getLast().level();
        if (level > before + 1) {
            throw element.refused("skips a level: " + (before == 0 ? "the first heading must be h1" : "it follows an h" + before));
        }
        String text = element.text();
        if (text.isEmpty()) {
            throw element.refused("is empty");
        }
        String anchor = anchors.computeIfAbsent(element, e -> "heading " + (headings.size() + 1));
        headings.add(new Heading(level, text, anchor, onCover));
    }

    private void checkReferences(Markup.Element element) {
        if (element.is("svg")) {
            return;
        }
        String href = element.attribute("href");
        if (element.is("a") && href == null) {
            throw element.refused("needs an href");
        }
        if (href != null && href.startsWith("#")) {
            mustExist(element, href.substring(1));
        } else if (href != null && !href.matches("(?i)https?://[^\\s]+")) {
            throw element.refused("links to '" + href + "'; only http, https and #id can be linked");
        }
        String reference = element.attribute("data-ref");
        if (element.hasClass("page-of") != (reference != null)) {
            throw element.refused("needs class page-of and data-ref together");
        }
        if (reference != null) {
            mustExist(element, reference);
        }
        element.elements().forEach(this::checkReferences);
    }

    private void mustExist(Markup.Element element, String id) {
        if (!ids.contains(id)) {
            throw element.refused("points to '" + id + "', which no element has as id");
        }
    }
}
