package eu.vitrine.typeset;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.openpdf.text.pdf.PdfContentByte;

/** Paints a drawing with its top left corner at a place in PDF coordinates; nothing is painted outside its area. */
final class DrawingPainter {

    private final PdfContentByte canvas;
    private final double left;
    private final double top;

    DrawingPainter(PdfContentByte canvas, double left, double top) {
        this.canvas = canvas;
        this.left = left;
        this.top = top;
    }

    void paint(Drawing drawing) {
        canvas.saveState();
        canvas.rectangle((float) left, (float) (top - drawing.height()), (float) drawing.width(), (float) drawing.height());
        canvas.clip();
        canvas.newPath();
        for (Drawing.Mark mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Outline outline -> outline(outline);
                case Drawing.Label label -> label(label);
            }
        }
        canvas.restoreState();
    }

    private void outline(Drawing.Outline outline) {
        boolean fills = outline.fill() != null;
        boolean strokes = outline.stroke() != null && outline.strokeWidth() > 0;
        if (!fills && !strokes) {
            return;
        }
        if (fills) {
            canvas.setColorFill(outline.fill());
        }
        if (strokes) {
            canvas.setColorStroke(outline.stroke());
            canvas.setLineWidth((float) outline.strokeWidth());
            canvas.setLineCap(outline.ends().cap());
            canvas.setLineJoin(outline.ends().join());
            float[] dashes = new float[outline.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = outline.dashes().get(i).floatValue();
            }
            canvas.setLineDash(dashes, 0);
        }
        trace(outline.path());
        if (fills && strokes) {
            canvas.fillStroke();
        } else if (fills) {
            canvas.fill();
        } else {
            canvas.stroke();
        }
    }

    private void trace(Path2D path) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator it = path.getPathIterator(toPdf()); !it.isDone(); it.next()) {
            switch (it.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> canvas.moveTo((float) c[0], (float) c[1]);
                case PathIterator.SEG_LINETO -> canvas.lineTo((float) c[0], (float) c[1]);
                case PathIterator.SEG_QUADTO -> cubic(
                        x + (c[0] - x) * 2 / 3, y + (c[1] - y) * 2 / 3, c[2] + (c[0] - c[2]) * 2 / 3, c[3] + (c[1] - c[3]) * 2 / 3, c[2], c[3]);
                case PathIterator.SEG_CUBICTO -> cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> canvas.closePath();
            }
            int end = switch (it.currentSegment(c)) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            x = c[end];
            y = c[end + 1];
        }
    }

    private void cubic(double x1, double y1, double x2, double y2, double x3, double y3) {
        canvas.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private void label(Drawing.Label label) {
        double width = FaceRun.width(label.text(), label.style());
        double start = switch (label.align()) {
            case LEFT -> 0;
            case CENTER -> -width / 2;
            case RIGHT -> -width;
        };
        AffineTransform place = toPdf();
        place.concatenate(label.place());
        place.translate(start, 0);
        place.scale(1, -1);
        canvas.beginText();
        canvas.setColorFill(label.color());
        for (FaceRun run : FaceRun.of(label.text(), label.style())) {
            canvas.setFontAndSize(run.face().font(), (float) label.style().size);
            canvas.setTextMatrix(
                    (float) place.getScaleX(), (float) place.getShearY(), (float) place.getShearX(),
                    (float) place.getScaleY(), (float) place.getTranslateX(), (float) place.getTranslateY());
            canvas.showTextBasic(run.text());
            place.translate(run.width(), 0);
        }
        canvas.endText();
    }

    private AffineTransform toPdf() {
        return new AffineTransform(1, 0, 0, -1, left, top);
    }
}
