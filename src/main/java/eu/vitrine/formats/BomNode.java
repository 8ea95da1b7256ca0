package eu.vitrine.formats;

import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of a bill of materials, in whichever encoding it was written, that knows where it stands.
 *
 * @param located the node with its line
 * @param path its path from the root: {@code components[0].modelCard}
 */
record BomNode(Located located, String path) {

    /** What stands under this key, or null when nothing does. */
    @Nullable BomNode get(String key) {
        Located below = located instanceof Located.Mapping mapping ? mapping.present(key) : null;
        return below == null ? null : new BomNode(below, path.isEmpty() ? key : path + "." + key);
    }

    /** What stands under these keys, one below the other. */
    @Nullable BomNode at(String... keys) {
        BomNode node = this;
        for (String key : keys) {
            node = node == null ? null : node.get(key);
        }
        return node;
    }

    /** The entries of a list; of anything else that is there, itself. */
    List<BomNode> items() {
        if (!(located instanceof Located.Sequence sequence)) {
            return located.isNull() ? List.of() : List.of(this);
        }
        List<BomNode> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!sequence.items().get(i).isNull()) {
                items.add(new BomNode(sequence.items().get(i), path + "[" + i + "]"));
            }
        }
        return items;
    }

    /** The entries under a key; none where nothing stands there. */
    List<BomNode> items(String key) {
        BomNode below = get(key);
        return below == null ? List.of() : below.items();
    }

    /** The text of a single value without blanks around it; null for anything else, and for blanks alone. */
    @Nullable String text() {
        return located instanceof Located.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank() ? scalar.text().strip() : null;
    }

    /** The text under a key, or null. */
    @Nullable String text(String key) {
        BomNode below = get(key);
        return below == null ? null : below.text();
    }

    /** The keys of a mapping; none of anything else. */
    Set<String> keys() {
        return located instanceof Located.Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    Place place() {
        return new Place(located.file(), located.line(), path.isEmpty() ? null : path);
    }

    /** What stands here, in short. */
    String summary() {
        return Values.summary(located);
    }
}
