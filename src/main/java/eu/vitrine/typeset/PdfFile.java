package eu.vitrine.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes a laid-out document as a file. Fonts are shared between documents and OpenPDF names their subsets by chance, so one
 * document is written at a time, with the chance taken out.
 */
final class PdfFile {

    private static final Object ONE_AT_A_TIME = new Object();
    private static final String PROFILE = "colour/sRGB.icc";

    private final LaidOut document;
    private final DocumentInfo info;
    private final PdfWriter writer;

    private PdfFile(LaidOut document, DocumentInfo info, PdfWriter writer) {
        this.document = document;
        this.info = info;
        this.writer = writer;
    }

    static byte[] write(LaidOut laidOut, DocumentInfo info, List<Attachment> attachments, String identity) {
        synchronized (ONE_AT_A_TIME) {
            PageStyle sheet = laidOut.sheet();
            Document document = new Document(new Rectangle((float) sheet.width(), (float) sheet.height()), 0, 0, 0, 0);
            document.setGlyphSubstitutionEnabled(false);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPdfVersion("1.7");
            writer.setFullCompression();
            writer.setTagged();
            writer.setTabs(PdfName.S);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
            document.open();
            PdfFile file = new PdfFile(laidOut, info, writer);
            file.pages(document);
            Outline.write(laidOut, writer);
            try {
                file.catalog(attachments);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Metadata.write(writer, info, identity);
            Fonts.nameSubsetsBy(identity);
            document.close();
            return out.toByteArray();
        }
    }

    private void pages(Document target) {
        PdfStructureElement root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName(document.document().role()));
        document.document().fill(root);
        PageWords words = new PageWords(info);
        PageStyle sheet = document.sheet();
        LinkWriter links = new LinkWriter(writer, document.numbers(), words, sheet.height());
        Ink ink = new Ink(writer.getDirectContent(), sheet.height(), document.numbers(), words, links);
        int number = 0;
        for (Page page : document.pages()) {
            if (number++ > 0) {
                target.newPage();
            }
            page.column().paint(ink, sheet.margin()[Style.LEFT], sheet.margin()[Style.TOP]);
            document.running().paint(ink, words, number, document.pages().size(), page.cover());
            ink.endPage();
        }
    }

    private void catalog(List<Attachment> attachments) throws IOException {
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString(info.language()));
        catalog.put(new PdfName("OutputIntents"), new PdfArray(outputIntent()));
        PdfArray associated = new PdfArray();
        for (Attachment attachment : attachments) {
            associated.add(attached(attachment).getReference());
        }
        if (!attachments.isEmpty()) {
            catalog.put(new PdfName("AF"), associated);
        }
    }

    private PdfFileSpecification attached(Attachment attachment) throws IOException {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(new PdfName("ModDate"), Metadata.date(info.date()));
        PdfFileSpecification file = PdfFileSpecification.fileEmbedded(
                writer, "", attachment.name(), attachment.bytes(), true, attachment.mediaType(), parameters);
        file.addDescription(attachment.description(), true);
        file.put(new PdfName("AFRelationship"), new PdfName(attachment.relationship().pdfName()));
        writer.addFileAttachment(attachment.name(), file);
        return file;
    }

    private PdfDictionary outputIntent() throws IOException {
        try (InputStream in = PdfFile.class.getResourceAsStream(PROFILE)) {
            if (in == null) {
                throw new IllegalStateException(PROFILE + " is missing in this build");
            }
            PdfStream profile = new PdfStream(in.readAllBytes());
            profile.put(PdfName.N, new PdfNumber(3));
            profile.flateCompress();
            PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
            intent.put(PdfName.S, PdfName.GTS_PDFA1);
            intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB"));
            intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
            intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
            return intent;
        }
    }
}
