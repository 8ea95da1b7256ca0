package eu.vitrine.exchange;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each fact stands in a file: nested by its path in a catalogue file, by its id in a scenario. Earlier ids count too. */
final class FactPaths {

    /** A key of a nested file: a fact, or a group of further keys. */
    static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private @Nullable FactDeclaration fact;

        Map<String, Node> children() {
            return children;
        }

        @Nullable FactDeclaration fact() {
            return fact;
        }
    }

    private final Map<Kind, Node> roots = new EnumMap<>(Kind.class);
    private final Map<String, FactDeclaration> byId = new HashMap<>();

    FactPaths(Vocabulary vocabulary) {
        for (Kind kind : Kind.values()) {
            roots.put(kind, new Node());
        }
        vocabulary.facts().forEach(fact -> place(fact.id(), fact));
        vocabulary.facts().forEach(fact -> fact.formerly().forEach(earlier -> {
            if (!byId.containsKey(earlier)) {
                place(earlier, fact);
            }
        }));
    }

    private void place(String id, FactDeclaration fact) {
        byId.put(id, fact);
        String prefix = fact.kind().code() + ".";
        if (!id.startsWith(prefix)) {
            return;
        }
        Node node = root(fact.kind());
        for (String step : id.substring(prefix.length()).split("\\.")) {
            node = node.children.computeIfAbsent(step, key -> new Node());
        }
        node.fact = fact;
    }

    /** The keys directly below a kind of record. */
    Node root(Kind kind) {
        return roots.get(kind);
    }

    /** Facts by present and earlier id. */
    Map<String, FactDeclaration> byId() {
        return byId;
    }
}
