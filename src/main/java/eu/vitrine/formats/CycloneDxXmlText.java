package eu.vitrine.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a document in the shape of the JSON encoding as XML. What XML cannot write becomes U+FFFD. */
final class CycloneDxXmlText {

    private static final Set<String> ROOT_ONLY_IN_JSON = Set.of("$schema", "bomFormat", "specVersion");

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private CycloneDxXmlText() {}

    static byte[] of(Map<String, Object> bom) {
        CycloneDxXmlText text = new CycloneDxXmlText();
        text.out.append("<bom xmlns=\"http://cyclonedx.org/schema/bom/").append(bom.get("specVersion")).append('"');
        text.attributes("bom", bom);
        text.out.append(">\n");
        bom.forEach((key, value) -> {
            if (!ROOT_ONLY_IN_JSON.contains(key) && !CycloneDxShape.isAttribute("bom", key)) {
                text.element(key, value, 1);
            }
        });
        text.out.append("</bom>\n");
        return text.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void attributes(String element, Map<?, ?> tree) {
        tree.forEach((key, value) -> {
            if (CycloneDxShape.isAttribute(element, (String) key)) {
                out.append(' ').append(key).append("=\"");
                escaped(value.toString());
                out.append('"');
            }
        });
    }

    private void element(String name, Object value, int depth) {
        switch (value) {
            case List<?> entries -> list(name, entries, depth);
            case Map<?, ?> tree -> mapping(name, tree, depth);
            default -> {
                indent(depth).append('<').append(name).append('>');
                escaped(value.toString());
                out.append("</").append(name).append(">\n");
            }
        }
    }

    private void list(String name, List<?> entries, int depth) {
        indent(depth).append('<').append(name).append(">\n");
        for (Object entry : entries) {
            if (name.equals("licenses")) {
                ((Map<?, ?>) entry).forEach((key, licence) -> element((String) key, licence, depth + 1));
            } else {
                element(CycloneDxShape.ENTRIES.get(name), entry, depth + 1);
            }
        }
        indent(depth).append("</").append(name).append(">\n");
    }

    private void mapping(String name, Map<?, ?> tree, int depth) {
        indent(depth).append('<').append(name);
        attributes(name, tree);
        out.append('>');
        Object text = name.equals("hash") || name.equals("property") ? tree.get(CycloneDxShape.text(name)) : null;
        if (text != null) {
            escaped(text.toString());
        } else {
            out.append('\n');
            tree.forEach((key, value) -> {
                if (key.equals("dependsOn")) {
                    ((List<?>) value).forEach(ref -> mapping("dependency", Map.of("ref", ref), depth + 1));
                } else if (!CycloneDxShape.isAttribute(name, (String) key)) {
                    element((String) key, value, depth + 1);
                }
            });
            indent(depth);
        }
        out.append("</").append(name).append(">\n");
    }

    private StringBuilder indent(int depth) {
        return out.append("  ".repeat(depth));
    }

    private void escaped(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append(character).append(';');
                default -> out.appendCodePoint(character < 0x20 || character == 0xFFFE || character == 0xFFFF ? 0xFFFD : character);
            }
        });
    }
}
