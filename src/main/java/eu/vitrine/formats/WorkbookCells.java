package eu.vitrine.formats;

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
    private static final Pattern ADDRESS = Pattern.compile("[$]?[A-Za-z]{1,3}[$]?[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
    /** So many rows with a formula are each named; of more, none. */
    private static final int MOST_FORMULAS = 20_000;
    /** A formula for many cells is compared with every cell of the sheet. */
    private static final int MOST_ARRAYS = 100;

    private final Source file;
    private final XMLInputFactory factory = new InputFactoryImpl();
    private int cells;
    private int formulas;
    private int arrays;

    WorkbookCells(Source file) {
        this.file = file;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws InvalidFile when the part holds what the reader of the sheet would not get over */
    void check(InputStream part) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(part);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw refused("a part of the workbook declares a document type, as no spreadsheet does");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(reader);
                }
            }
        } catch (XMLStreamException e) {
            // the rest is no XML, as in a picture, and no reader of this parser gets beyond this place either
            cells = 0;
        }
    }

    private void element(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "row" -> {
                cells = 0;
                addressed(attribute(reader, "r"), ROW);
            }
            case "c" -> {
                if (++cells > 2 * Table.MOST_COLUMNS) {
                    throw refused("a row of the workbook has more than " + Table.MOST_COLUMNS + " columns");
                }
                addressed(attribute(reader, "r"), ADDRESS);
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
