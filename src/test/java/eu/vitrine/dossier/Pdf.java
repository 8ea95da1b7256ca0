package eu.vitrine.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Reads a dossier back as a reader would. */
final class Pdf {

    private final PdfReader reader;
    /** What was read already, by page: reading costs more than making the page did. */
    private final Map<Integer, String> texts = new HashMap<>();

    Pdf(byte[] bytes) {
        try {
            reader = new PdfReader(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    String title() {
        return String.valueOf(reader.getInfo().get("Title"));
    }

    /** The text of a page without white space, since a reader guesses spaces from positions. */
    String text(int page) {
        return texts.computeIfAbsent(page, this::read);
    }

    private String read(int page) {
        try {
            return squeezed(new PdfTextExtractor(reader).getTextFromPage(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= pages(); page++) {
            all.append(text(page));
        }
        return all.toString();
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    /** Names and bytes of the files inside, in their order. */
    Map<String, byte[]> attachments() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PdfArray associated = reader.getCatalog().getAsArray(new PdfName("AF"));
        try {
            for (int i = 0; i < associated.size(); i++) {
                PdfDictionary file = associated.getAsDict(i);
                files.put(file.getAsString(PdfName.UF).toUnicodeString(),
                        PdfReader.getStreamBytes((PRStream) PdfReader.getPdfObject(file.getAsDict(PdfName.EF).get(PdfName.F))));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
