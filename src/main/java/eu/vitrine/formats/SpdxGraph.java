package eu.vitrine.formats;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.InvalidFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an SPDX 3 document by their identifiers. The context is known by its address and never fetched; a document
 * under any other one is refused, for its words could mean anything.
 */
final class SpdxGraph {

    static final String CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
    private static final Set<String> CONTEXTS = Set.of(
            CONTEXT, "https://spdx.org/rdf/3.0.0/spdx-context.jsonld", "http://spdx.org/rdf/3.0.1/spdx-context.jsonld",
            "http://spdx.org/rdf/3.0.0/spdx-context.jsonld");

    private final List<BomNode> elements = new ArrayList<>();
    private final Map<String, BomNode> byId = new LinkedHashMap<>();
    private final Map<String, List<Relation>> from = new LinkedHashMap<>();

    /** An element's relation to another, which may stand outside the document. */
    record Relation(String type, BomNode node, String other) {}

    private SpdxGraph() {}

    /**
     * The graph of this document.
     *
     * @throws InvalidFile when its context is not that of SPDX 3.0
     */
    static SpdxGraph of(BomNode root, Remarks remarks) {
        BomNode context = root.get("@context");
        String address = context == null ? null : context.text();
        if (address == null || !CONTEXTS.contains(address)) {
            throw new InvalidFile((context == null ? root : context).located().problem(
                    "the \"@context\" is not that of SPDX 3.0 or 3.0.1, and no other is read or fetched"));
        }
        SpdxGraph graph = new SpdxGraph();
        (root.get("@graph") == null ? List.of(root) : root.items("@graph")).forEach(each -> graph.add(each, remarks));
        graph.elements.stream().filter(each -> type(each).endsWith("Relationship")).forEach(graph::relation);
        return graph;
    }

    private void add(BomNode element, Remarks remarks) {
        String id = id(element);
        boolean relation = type(element).endsWith("Relationship");
        if (id != null && byId.putIfAbsent(id, element) != null && !relation) {
            remarks.leftOut(element.place(), null, id, "Another element of the file has this identifier; the first counts.", null);
            return;
        }
        elements.add(element);
    }

    private void relation(BomNode relation) {
        String type = relation.text("relationshipType");
        String subject = reference(relation.get("from"));
        if (type == null || subject == null) {
            return;
        }
        for (BomNode to : relation.items("to")) {
            String object = reference(to);
            if (object != null) {
                put(subject, new Relation(type, to, object));
                put(object, new Relation(type + "!", to, subject));
            }
        }
    }

    private void put(String id, Relation relation) {
        from.computeIfAbsent(id, each -> new ArrayList<>()).add(relation);
    }

    /** The identifier that a node refers to or has. */
    private static @Nullable String reference(@Nullable BomNode node) {
        return node == null ? null : node.text() != null ? node.text() : id(node);
    }

    static @Nullable String id(BomNode element) {
        String id = element.text("spdxId");
        return id == null ? element.text("@id") : id;
    }

    static String type(BomNode element) {
        String type = element.text("type");
        return type == null ? String.valueOf(element.text("@type")) : type;
    }

    /** The elements of this type. */
    List<BomNode> ofType(String type) {
        return elements.stream().filter(each -> type(each).equals(type)).toList();
    }

    /** What a node refers to, or the node itself where it is an object; null where the file does not hold it. */
    @Nullable BomNode resolve(@Nullable BomNode node) {
        return node == null ? null : node.text() == null ? node : byId.get(node.text());
    }

    @Nullable BomNode element(String id) {
        return byId.get(id);
    }

    /** Relations of this type that begin at an element; those of a type with a mark of exclamation end at it. */
    List<Relation> relations(BomNode element, String type) {
        return from.getOrDefault(String.valueOf(id(element)), List.of()).stream().filter(each -> each.type().equals(type)).toList();
    }

    /** The day on which the statements of an element were made, or null. */
    @Nullable Day created(BomNode element) {
        BomNode info = resolve(element.get("creationInfo"));
        return info == null ? null : day(info.text("created"));
    }

    /** The date of a time, or null. */
    static @Nullable Day day(@Nullable String time) {
        return time == null || time.length() < 10 ? null : Day.parse(time.substring(0, 10)).orElse(null);
    }
}
