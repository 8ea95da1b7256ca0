package eu.vitrine.bench;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Running header, and "page x of y" whose y is filled in at the end. */
final class TableFurniture extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float LEFT = 68;
    private static final float RIGHT = 470;
    private static final float TOP = 780;
    private static final float BOTTOM = 48;

    private @Nullable PdfTemplate total;

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        String label = "Page " + writer.getPageNumber() + " of ";
        PdfContentByte canvas = writer.getDirectContent();
        show(canvas, "Dossiers", LEFT, TOP);
        show(canvas, label, RIGHT, BOTTOM);
        canvas.addTemplate(Objects.requireNonNull(total), RIGHT + Noto.SANS.font().getWidthPoint(label, SIZE), BOTTOM);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        show(Objects.requireNonNull(total), String.valueOf(writer.getPageNumber() - 1), 0, 0);
    }

    private static void show(PdfContentByte canvas, String text, float x, float y) {
        canvas.beginText();
        canvas.setFontAndSize(Noto.SANS.font(), SIZE);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
