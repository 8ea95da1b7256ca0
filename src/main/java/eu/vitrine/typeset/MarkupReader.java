package eu.vitrine.typeset;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads well-formed XHTML of the subset; document types and entities other than XML's own five are refused. */
final class MarkupReader extends DefaultHandler {

    private static final int MAX_DEPTH = 60;

    private final Deque<Opened> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private Markup.@Nullable Element root;
    private int svgDepth;
    private final StringBuilder text = new StringBuilder();
    private int textLine;

    private record Opened(String name, Map<String, String> attributes, List<Markup> children, int line) {}

    /** @throws MarkupNotUnderstood with the line, if the text is not of the subset */
    static Markup.Element read(String xhtml) {
        MarkupReader reader = new MarkupReader();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new StringReader(VisibleText.forXml(xhtml))), reader);
        } catch (SAXParseException e) {
            throw new MarkupNotUnderstood(e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the XML parser of this Java cannot be used", e);
        }
        Markup.Element read = reader.root;
        if (read == null) {
            throw new MarkupNotUnderstood(1, "there is no element");
        }
        return read;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes given) {
        endText();
        int line = line();
        if (open.size() >= MAX_DEPTH) {
            throw new MarkupNotUnderstood(line, "elements are nested deeper than " + MAX_DEPTH);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.getQName(i), given.getValue(i));
        }
        if (svgDepth == 0) {
            check(name, attributes, line);
        }
        if (svgDepth > 0 || name.equals("svg")) {
            svgDepth++;
        }
        open.push(new Opened(name, attributes, new ArrayList<>(), line));
    }

    private void check(String name, Map<String, String> attributes, int line) {
        Opened parent = open.peek();
        String objection = parent != null
                ? Grammar.objectionTo(name, parent.name())
                : Grammar.isRoot(name) ? "" : "cannot be the root; html or body can";
        if (objection.isEmpty() && (name.equals("a") || name.equals("table")) && isInside(name)) {
            objection = "may not stand in another <" + name + ">";
        }
        if (!objection.isEmpty()) {
            throw new MarkupNotUnderstood(line, "<" + name + "> " + objection);
        }
        if (name.equals("svg")) {
            return;
        }
        attributes.forEach((key, value) -> {
            if (!Grammar.allowsAttribute(name, key)) {
                throw new MarkupNotUnderstood(line, "<" + name + "> takes no attribute '" + key + "'");
            }
            if (key.equals("lang") && !Languages.isTag(value)) {
                throw new MarkupNotUnderstood(line, "'" + value + "' is not a language tag");
            }
        });
    }

    private boolean isInside(String name) {
        return open.stream().anyMatch(opened -> opened.name().equals(name));
    }

    /** The parser may hand over one text in pieces, cut anywhere. */
    @Override
    public void characters(char[] chars, int start, int length) {
        if (text.isEmpty()) {
            textLine = line();
        }
        text.append(chars, start, length);
    }

    private void endText() {
        if (text.isEmpty()) {
            return;
        }
        String whole = text.toString();
        text.setLength(0);
        Opened parent = open.element();
        if (svgDepth > 0 || Grammar.holdsText(parent.name())) {
            parent.children().add(new Markup.Text(whole, textLine));
        } else if (!whole.isBlank()) {
            throw new MarkupNotUnderstood(textLine, "<" + parent.name() + "> takes no text, found \"" + whole.strip() + "\"");
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        endText();
        Opened done = open.pop();
        if (svgDepth > 0) {
            svgDepth--;
        }
        Markup.Element element = new Markup.Element(name, done.attributes(), done.children(), done.line());
        Opened parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children().add(element);
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        throw new MarkupNotUnderstood(line(), "processing instructions are not understood");
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }
}
