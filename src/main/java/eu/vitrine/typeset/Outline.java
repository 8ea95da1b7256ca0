package eu.vitrine.typeset;

import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** The bookmarks: headings of the first three levels. */
final class Outline {

    private static final int DEEPEST = 3;

    private Outline() {}

    static void write(LaidOut document, PdfWriter writer) {
        PdfOutline[] last = new PdfOutline[DEEPEST + 1];
        last[0] = writer.getDirectContent().getRootOutline();
        for (Landmarks.Heading heading : document.headings()) {
            int level = heading.level();
            if (level > DEEPEST) {
                continue;
            }
            PageNumbers.Spot spot = document.numbers().of(heading.anchor());
            PdfDestination place = new PdfDestination(
                    PdfDestination.XYZ, 0, (float) (document.sheet().height() - spot.y()), 0);
            place.addPage(writer.getPageReference(spot.page()));
            last[level] = new PdfOutline(last[level - 1], place, new PdfString(heading.text(), PdfObject.TEXT_UNICODE), level == 1);
        }
    }
}
