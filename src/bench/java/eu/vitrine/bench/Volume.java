package eu.vitrine.bench;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Text of real dossiers, one after the other, cut to a length. What only our typesetter does is taken out, so that all typesetters
 * set the same text: drawings, the generated contents, and references to pages. Identifiers go too, because they would stand twice.
 */
final class Volume {

    private final List<String> blocks = new ArrayList<>();

    static Volume of(List<String> dossiers) {
        Volume volume = new Volume();
        for (String dossier : dossiers) {
            Element body = parse(dossier).getDocumentElement();
            simplify(body);
            volume.gather(body);
        }
        return volume;
    }

    /** The body whose number of pages is nearest to the one wanted; more blocks never make fewer pages. */
    String about(int pages, ToIntFunction<String> count) {
        int low = 1;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (count.applyAsInt(first(middle)) < pages) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first(low);
    }

    private String first(int number) {
        return "<body>" + String.join("\n", blocks.subList(0, number)) + "</body>";
    }

    private void gather(Element parent) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals("section") && !child.getAttribute("class").equals("cover")) {
                gather(child);
            } else {
                blocks.add(serialise(child));
            }
        }
    }

    private static void simplify(Element element) {
        element.removeAttribute("id");
        for (Element child : children(element)) {
            boolean contents = child.getTagName().equals("nav");
            boolean drawing = child.getTagName().equals("svg");
            boolean drawn = child.getTagName().equals("figure");
            boolean reference = child.hasAttribute("data-ref");
            if (contents || drawing || drawn || reference) {
                element.removeChild(child);
                continue;
            }
            simplify(child);
            if (child.getAttribute("href").startsWith("#")) {
                while (child.hasChildNodes()) {
                    element.insertBefore(child.getFirstChild(), child);
                }
                element.removeChild(child);
            }
        }
    }

    static List<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength()).mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    /** Reads XML with the parser of the Java runtime, whatever others are on the class path of the tests. */
    static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalStateException("the text of a dossier is not well-formed", e);
        }
    }

    private static String serialise(Node node) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a part of a dossier cannot be written as XML", e);
        }
    }
}
