package eu.vitrine.formats;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML encoding into the shape of the JSON one, line by line. Document types, entities of one's own and instructions
 * to fetch anything are refused, so nothing outside the file is ever looked at.
 */
final class CycloneDxXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";
    /** Less than what newer runtimes allow by themselves, so that every runtime says the same. */
    private static final int MOST_DEPTH = 90;
    private static final int MOST_NODES = 300_000;

    private final String file;
    private final XMLStreamReader reader;
    private final String namespace;
    private int nodes;

    private CycloneDxXml(String file, XMLStreamReader reader, String namespace) {
        this.file = file;
        this.reader = reader;
        this.namespace = namespace;
    }

    /**
     * The document as if it were JSON.
     *
     * @throws InvalidFile when it is not one well-formed bill of materials within the limits
     */
    static BomNode read(PlainFile file) {
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new StringReader(file.text()));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw new InvalidFile(new Problem(file.name(), 1, 0, "the file says that it is in \"" + encoding + "\"; save it as UTF-8"));
            }
            return new BomNode(root(file.name(), reader), "");
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw new InvalidFile(new Problem(file.name(), at == null ? 0 : Math.max(0, at.getLineNumber()), 0, "not well-formed XML: perhaps an element is not closed, or a \"&\" or"
                    + " \"<\" stands in a text where \"&amp;\" or \"&lt;\" is meant"));
        }
    }

    private static XMLInputFactory factory() {
        // the parser of the runtime, not whichever library stands on the class path
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("outside the file");
        });
        return factory;
    }

    private static Located root(String file, XMLStreamReader reader) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            refuseDocumentType(file, reader);
        }
        String namespace = String.valueOf(reader.getNamespaceURI());
        if (!reader.getLocalName().equals("bom") || !namespace.startsWith(NAMESPACE)) {
            throw new InvalidFile(new Problem(file, line(reader), 0, "the root is not a bill of materials of CycloneDX"));
        }
        CycloneDxXml xml = new CycloneDxXml(file, reader, namespace);
        int line = line(reader);
        Located root = xml.element(1);
        while (reader.hasNext()) {
            reader.next();
        }
        Map<String, Located> entries = new LinkedHashMap<>();
        entries.put("bomFormat", new Located.Scalar(file, line, 0, "CycloneDX", "CycloneDX"));
        String version = namespace.substring(NAMESPACE.length());
        entries.put("specVersion", new Located.Scalar(file, line, 0, version, version));
        if (root instanceof Located.Mapping mapping) {
            mapping.entries().forEach(entries::putIfAbsent);
        }
        return new Located.Mapping(file, line, 0, entries, Map.of());
    }

    private static void refuseDocumentType(String file, XMLStreamReader reader) {
        if (reader.getEventType() == XMLStreamConstants.DTD || reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new InvalidFile(new Problem(file, line(reader), 0, "the file has a document type or an entity of its own; both are refused"));
        }
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /** The element that the reader stands at; afterwards it stands at its end. */
    private Located element(int depth) throws XMLStreamException {
        int line = line(reader);
        if (depth > MOST_DEPTH || ++nodes > MOST_NODES) {
            throw new InvalidFile(new Problem(file, line, 0, depth > MOST_DEPTH
                    ? "nested more than " + MOST_DEPTH + " deep" : "the file has more than " + MOST_NODES + " entries"));
        }
        String name = reader.getLocalName();
        Map<String, List<Located>> below = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            add(below, reader.getAttributeLocalName(i), scalar(line, reader.getAttributeValue(i)));
        }
        boolean listed = CycloneDxShape.ENTRIES.containsKey(name);
        List<Located> entries = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            refuseDocumentType(file, reader);
            if (reader.getEventType() == XMLStreamConstants.CHARACTERS || reader.getEventType() == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String child = reader.getLocalName();
                boolean foreign = !namespace.equals(reader.getNamespaceURI());
                Located node = element(depth + 1);
                if (!foreign) {
                    add(below, child, node);
                    entries.add(CycloneDxShape.wrapped(name, child, node));
                }
            }
        }
        if (listed) {
            return new Located.Sequence(file, line, 0, entries);
        }
        return below.isEmpty() ? scalar(line, text.toString()) : mapping(name, line, below, text.toString());
    }

    private static void add(Map<String, List<Located>> below, String key, Located node) {
        below.computeIfAbsent(key, each -> new ArrayList<>()).add(node);
    }

    private Located mapping(String name, int line, Map<String, List<Located>> below, String text) {
        Map<String, Located> entries = new LinkedHashMap<>();
        below.forEach((key, nodes) -> entries.put(CycloneDxShape.key(name, key),
                nodes.size() == 1 ? nodes.getFirst() : new Located.Sequence(file, line, 0, nodes)));
        if (!text.isBlank()) {
            entries.putIfAbsent(CycloneDxShape.text(name), scalar(line, text));
        }
        return new Located.Mapping(file, line, 0, entries, Map.of());
    }

    private Located.Scalar scalar(int line, @Nullable String text) {
        String value = text == null ? "" : text;
        return new Located.Scalar(file, line, 0, value.isBlank() ? null : value, value);
    }
}
