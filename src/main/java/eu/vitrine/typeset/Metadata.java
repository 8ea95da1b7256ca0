package eu.vitrine.typeset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** The information dictionary, equal to the XMP packet, and the fixed file identifier. */
final class Metadata {

    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT);

    private Metadata() {}

    static void write(PdfWriter writer, DocumentInfo info, String identity) {
        PdfDictionary entries = writer.getInfo();
        put(entries, PdfName.TITLE, info.title());
        put(entries, PdfName.AUTHOR, info.author());
        put(entries, PdfName.SUBJECT, info.subject());
        put(entries, PdfName.PRODUCER, info.producer());
        entries.put(PdfName.CREATIONDATE, date(info.date()));
        entries.put(PdfName.MODDATE, date(info.date()));
        entries.put(PdfName.FILEID, new PdfLiteral("[<" + identity + "><" + identity + ">]"));
        writer.setXmpMetadata(Xmp.of(info));
    }

    static PdfDate date(Instant instant) {
        return new PdfDate(PDF_DATE.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    private static void put(PdfDictionary entries, PdfName key, String text) {
        if (!text.isBlank()) {
            entries.put(key, new PdfString(VisibleText.of(text), PdfObject.TEXT_UNICODE));
        }
    }
}
