package eu.vitrine.formats;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of a workbook with the parser that will read them, and refuses the few letters that would make the reader of
 * the sheet hold millions of cells or write out formulas without end.
 */
final class WorkbookCells {

    /** Letters of the last column of a spreadsheet, XFD, and the digits of its last row. */
    private static final Pattern ADDRESS = Pattern.compile("[$]?[A-Za-z]{1,3}[$]?[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    /** So many rows with a formula are each named; of more, none. */
    private static final int MOST_FORMULAS = 20_000;
    /** A formula for many cells is compared with every cell of the sheet. */
    private static final int MOST_ARRAYS = 100;

    private static final Pattern REFERENCE = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST_REFERENCE = 100;
    /** The reader keeps all of them. */
    private static final int MOST_TEXTS = 2_000_000;

    private final Source file;
    private final XMLInputFactory factory = new InputFactoryImpl();
    private @Nullable StringBuilder reference;
    private boolean rows;
    private boolean shared;
    private int cells;
    private int formulas;
    private int arrays;
    private int texts;
    private int mostTexts;
    private int lastText = -1;

    WorkbookCells(Source file) {
        this.file = file;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws InvalidFile when the part holds what the reader of the sheet would not get over */
    void check(InputStream part) {
        rows = false;
        texts = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(part);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            // a picture is no XML, and no reader of this parser gets beyond this place; a sheet must end as it should
            if (rows) {
                throw refused("the workbook is damaged and cannot be read to its end");
            }
        }
        mostTexts = Math.max(mostTexts, texts);
    }

    /** @throws InvalidFile when a cell refers to a text that no part has; the reader would make up all that lie between */
    void checkReferences() {
        if (lastText >= mostTexts) {
            throw refused("a cell of the workbook refers to a text that the workbook does not hold");
        }
    }

    private void event(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.DTD -> throw refused("a part of the workbook declares a document type, as no spreadsheet does");
            case XMLStreamConstants.START_ELEMENT -> element(reader);
            case XMLStreamConstants.END_ELEMENT -> {
                if (reference != null && reader.getLocalName().equals("v")) {
                    refersTo(reference.toString());
                    reference = null;
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (reference != null && reference.length() < LONGEST_REFERENCE) {
                    reference.append(reader.getText());
                }
            }
            default -> { }
        }
    }

    private void refersTo(String text) {
        if (!text.isEmpty() && !REFERENCE.matcher(text).matches()) {
            throw refused("the workbook is damaged and cannot be read to its end");
        }
        lastText = Math.max(lastText, text.isEmpty() ? -1 : Integer.parseInt(text));
    }

    private void element(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "row" -> {
                rows = true;
                cells = 0;
                addressed(attribute(reader, "r"), ROW);
            }
            case "c" -> {
                if (++cells > 2 * Table.MOST_COLUMNS) {
                    throw refused("a row of the workbook has more than " + Table.MOST_COLUMNS + " columns");
                }
                addressed(attribute(reader, "r"), ADDRESS);
                shared = "s".equals(attribute(reader, "t"));
            }
            case "v" -> reference = shared ? new StringBuilder() : null;
            case "si" -> {
                if (++texts > MOST_TEXTS) {
                    throw refused("the workbook holds more than " + MOST_TEXTS + " texts; split it into several files");
                }
            }
            case "f" -> {
                arrays += "array".equals(attribute(reader, "t")) ? 1 : 0;
                if (++formulas > MOST_FORMULAS || arrays > MOST_ARRAYS) {
                    throw refused("the workbook holds very many formulas; replace them by their values (copy, then paste values only)");
                }
            }
            default -> { }
        }
    }

    private void addressed(@Nullable String address, Pattern pattern) {
        if (address != null && !pattern.matcher(address).matches()) {
            throw refused("a cell of the workbook stands at " + Wording.quoted(address) + ", which is no place in a sheet");
        }
    }

    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private InvalidFile refused(String why) {
        return new InvalidFile(new Problem(file.name(), 0, 0, why));
    }
}
