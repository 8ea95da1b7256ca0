package eu.vitrine.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Reads a file back as a reader would. */
final class Pdf {

    private final PdfReader reader;

    Pdf(byte[] bytes) {
        try {
            reader = new PdfReader(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfReader reader() {
        return reader;
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    String text(int page) {
        try {
            return new PdfTextExtractor(reader).getTextFromPage(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a page with its artifacts (running texts, repeated heads), which the extractor otherwise leaves out. */
    String visibleText(int page) {
        try {
            String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
            byte[] shown = content.replace("/Artifact BMC", "/Span BMC").getBytes(StandardCharsets.ISO_8859_1);
            PdfReader copy = new PdfReader(reader);
            copy.setPageContent(page, shown);
            return squeezed(new PdfTextExtractor(copy).getTextFromPage(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of all pages without white space, since a reader guesses spaces from positions. */
    String allText() {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= pages(); page++) {
            all.append(text(page));
        }
        return squeezed(all.toString());
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Titles with their level, depth first. */
    List<String> bookmarks() {
        List<String> titles = new ArrayList<>();
        collect(SimpleBookmark.getBookmarkList(reader), 1, titles);
        return titles;
    }

    @SuppressWarnings("unchecked")
    private static void collect(List<Map<String, Object>> bookmarks, int level, List<String> titles) {
        for (Map<String, Object> bookmark : bookmarks) {
            titles.add(level + " " + bookmark.get("Title"));
            if (bookmark.get("Kids") instanceof List<?> kids) {
                collect((List<Map<String, Object>>) kids, level + 1, titles);
            }
        }
    }
}
