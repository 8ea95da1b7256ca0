package eu.vitrine.typeset;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/** Adds the clickable areas of links and ties them to their tags (ISO 14289-1, 7.18.5). */
final class LinkWriter {

    private final PdfWriter writer;
    private final PageNumbers numbers;
    private final PageWords words;
    private final double pageHeight;

    LinkWriter(PdfWriter writer, PageNumbers numbers, PageWords words, double pageHeight) {
        this.writer = writer;
        this.numbers = numbers;
        this.words = words;
        this.pageHeight = pageHeight;
    }

    void add(Link link, double left, double bottom, double right, double top) {
        Rectangle area = new Rectangle((float) left, (float) bottom, (float) right, (float) top);
        PdfAnnotation annotation = link.target().startsWith("#")
                ? inside(link.target().substring(1), area)
                : PdfAnnotation.createLink(writer, area, PdfAnnotation.HIGHLIGHT_INVERT, new PdfAction(link.target()));
        annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
        annotation.put(PdfName.CONTENTS, new PdfString(label(link), PdfObject.TEXT_UNICODE));
        annotation.setBorder(new PdfBorderArray(0, 0, 0));
        PdfStructureElement element = link.tag().element();
        int key = writer.getStructureTreeRoot().addExistingObject(element.getReference());
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
        tie(element, annotation);
        writer.addAnnotation(annotation);
    }

    private String label(Link link) {
        return link.label().isEmpty() ? words.reference(numbers.of(link.target().substring(1)).page()) : link.label();
    }

    private PdfAnnotation inside(String anchor, Rectangle area) {
        PageNumbers.Spot spot = numbers.of(anchor);
        PdfDestination place = new PdfDestination(PdfDestination.XYZ, 0, (float) (pageHeight - spot.y()), 0);
        return PdfAnnotation.createLink(writer, area, PdfAnnotation.HIGHLIGHT_INVERT, spot.page(), place);
    }

    private void tie(PdfStructureElement element, PdfAnnotation annotation) {
        PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
        reference.put(new PdfName("Obj"), annotation.getIndirectReference());
        reference.put(PdfName.PG, writer.getCurrentPage());
        PdfObject kids = element.get(PdfName.K);
        if (kids instanceof PdfArray array) {
            array.add(reference);
        } else {
            PdfArray array = new PdfArray();
            if (kids != null) {
                array.add(kids);
            }
            array.add(reference);
            element.put(PdfName.K, array);
        }
    }
}
