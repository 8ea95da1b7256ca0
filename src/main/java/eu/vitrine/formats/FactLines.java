package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the line of each fact in a record file that was read without a problem. */
final class FactLines {

    private final Map<String, String> ids = new HashMap<>();

    FactLines(Vocabulary vocabulary) {
        for (FactDeclaration declared : vocabulary.facts()) {
            ids.put(declared.id(), declared.id());
            declared.formerly().forEach(former -> ids.put(former, declared.id()));
        }
    }

    Map<String, Place> of(Documents.Document document, RecordFile file) {
        String text = new String(document.source().bytes(), StandardCharsets.UTF_8);
        Map<String, Place> places = new HashMap<>();
        if (LocatedReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, document.source().name()) instanceof Located.Mapping root) {
            int before = document.linesBefore();
            switch (file.shape()) {
                case SCENARIO -> walk(root.get("facts"), "", "", before, places);
                case LICENCE -> walk(root.get("licence"), "licence", "", before, places);
                case CATALOGUE -> {
                    walk(root.get("model"), "model", "", before, places);
                    part(root.get("provider"), Kind.PROVIDER, before, places);
                    parts(root.get("licences"), Kind.LICENCE, before, places);
                    parts(root.get("services"), Kind.SERVICE, before, places);
                }
            }
        }
        return places;
    }

    private void parts(@Nullable Located node, Kind kind, int before, Map<String, Place> places) {
        if (node instanceof Located.Sequence sequence) {
            sequence.items().forEach(item -> part(item, kind, before, places));
        }
    }

    private void part(@Nullable Located node, Kind kind, int before, Map<String, Place> places) {
        if (node instanceof Located.Mapping mapping && mapping.get("slug") instanceof Located.Scalar slug) {
            walk(mapping, kind.code(), slug.text() + "/", before, places);
        }
    }

    private void walk(@Nullable Located node, String path, String prefix, int before, Map<String, Place> places) {
        if (!(node instanceof Located.Mapping mapping)) {
            return;
        }
        mapping.entries().forEach((key, value) -> {
            String below = path.isEmpty() ? key : path + "." + key;
            String id = ids.get(below);
            if (id == null) {
                walk(value, below, prefix, before, places);
            } else if (!value.isNull()) {
                places.put(prefix + id, new Place(node.file(), mapping.keys().get(key).line() + before, null));
            }
        });
    }
}
