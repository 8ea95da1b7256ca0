package eu.vitrine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The ways from XHTML to PDF that are compared. All are given the same text, the same page size and the same fonts. */
enum Press {
    OURS("ours: tagged, PDF/A-3a and PDF/UA-1"),
    TABLES("OpenPDF's PdfPTable: untagged"),
    HTML("openpdf-html: untagged");

    /** A press that has read its style and its fonts. */
    interface Ready {
        byte[] pdf(String xhtml);
    }

    private final String words;

    Press(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Ready ready() {
        return switch (this) {
            case OURS -> new OurPages();
            case TABLES -> new TablePages();
            case HTML -> new HtmlPages();
        };
    }

    /** The style sheet of the dossiers. */
    static String theme() {
        return new String(resource("/templates/dossier/theme.css"), StandardCharsets.UTF_8);
    }

    static byte[] resource(String name) {
        try (InputStream in = Press.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
