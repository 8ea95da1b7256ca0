package eu.vitrine.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A family of models as a drawing: bases on the left, what was made from them to the right.
 *
 * @param width in units of the drawing
 * @param height in units of the drawing
 * @param nodes the models
 * @param edges from base to derived model
 */
record LineageGraph(int width, int height, List<Node> nodes, List<Edge> edges) {

    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 44;
    private static final int COLUMN = 270;
    private static final int ROW = 62;
    private static final int MARGIN = 6;
    /** A chain of bases is never longer; a longer one is a circle. */
    private static final int LONGEST = 24;
    private static final int NAME = 24;

    /**
     * A model.
     *
     * @param name as the record is called, or as the base is named where it has no record
     * @param path page of its record, or null
     * @param self whether it is the one the page is about
     */
    record Node(String slug, String name, @Nullable String path, boolean self, int x, int y) {

        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        /** The name as long as the box is wide. */
        public String shortName() {
            return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
        }
    }

    /** An arrow with the relation in words. */
    record Edge(String from, String to, String relation, int x1, int y1, int x2, int y2) {

        public String path() {
            int middle = (x1 + x2) / 2;
            return "M" + x1 + " " + y1 + " C" + middle + " " + y1 + " " + middle + " " + y2 + " " + x2 + " " + y2;
        }
    }

    /** Who was made from whom, and how. */
    record Link(String base, String derived, String relation) {}

    /** A model by what a drawing shows of it. */
    record Named(String slug, String name, @Nullable String path) {}

    /**
     * Lays a family out; equal families are drawn alike.
     *
     * @param self slug of the model the page is about
     * @param models every model that a link names, by slug
     */
    static LineageGraph of(String self, Map<String, Named> models, Collection<Link> links) {
        Map<String, Integer> columns = columns(models.keySet(), links);
        TreeMap<Integer, List<Named>> byColumn = new TreeMap<>();
        models.values().stream().sorted(Comparator.comparing((Named one) -> !one.slug().equals(self)).thenComparing(Named::name).thenComparing(Named::slug))
                .forEach(one -> byColumn.computeIfAbsent(columns.get(one.slug()), column -> new ArrayList<>()).add(one));
        Map<String, Node> nodes = new LinkedHashMap<>();
        int tallest = byColumn.values().stream().mapToInt(List::size).max().orElse(1);
        byColumn.forEach((column, inColumn) -> {
            int top = MARGIN + (tallest - inColumn.size()) * ROW / 2;
            for (int i = 0; i < inColumn.size(); i++) {
                Named one = inColumn.get(i);
                nodes.put(one.slug(), new Node(one.slug(), one.name(), one.path(), one.slug().equals(self), MARGIN + column * COLUMN, top + i * ROW));
            }
        });
        List<Edge> edges = links.stream().sorted(Comparator.comparing(Link::base).thenComparing(Link::derived).thenComparing(Link::relation)).map(link -> {
            Node from = nodes.get(link.base());
            Node to = nodes.get(link.derived());
            return new Edge(from.slug(), to.slug(), link.relation(), from.x() + BOX_WIDTH, from.y() + BOX_HEIGHT / 2, to.x(), to.y() + BOX_HEIGHT / 2);
        }).toList();
        int last = byColumn.isEmpty() ? 0 : byColumn.lastKey();
        return new LineageGraph(2 * MARGIN + last * COLUMN + BOX_WIDTH, 2 * MARGIN + (tallest - 1) * ROW + BOX_HEIGHT, List.copyOf(nodes.values()), edges);
    }

    /** The column of each model: one behind the last of its bases. Models that name each other in a circle stay where they were met. */
    private static Map<String, Integer> columns(Collection<String> slugs, Collection<Link> links) {
        Map<String, Integer> columns = new HashMap<>();
        slugs.forEach(slug -> columns.put(slug, 0));
        boolean moved = true;
        for (int round = 0; moved && round < LONGEST; round++) {
            moved = false;
            for (Link link : links) {
                int behind = columns.get(link.base()) + 1;
                if (columns.get(link.derived()) < behind && behind < LONGEST) {
                    columns.put(link.derived(), behind);
                    moved = true;
                }
            }
        }
        return columns;
    }

    /** Whether anything is drawn besides the model itself. */
    public boolean isFamily() {
        return nodes.size() > 1;
    }
}
