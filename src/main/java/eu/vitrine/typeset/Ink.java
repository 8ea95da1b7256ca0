package eu.vitrine.typeset;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;

/**
 * Paints on the current page and keeps every mark inside a tag or an artifact. Positions are points from the top left corner;
 * one marked-content sequence stays open as long as the same tag is painted.
 */
final class Ink {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfContentByte canvas;
    private final double pageHeight;
    private final PageNumbers numbers;
    private final PageWords words;
    private final LinkWriter links;

    private @Nullable Tag tag;
    private boolean artifact;
    private boolean onlyArtifacts;
    private boolean inText;
    private @Nullable Face face;
    private double size;
    private double spacing;
    private @Nullable Color color;

    Ink(PdfContentByte canvas, double pageHeight, PageNumbers numbers, PageWords words, LinkWriter links) {
        this.canvas = canvas;
        this.pageHeight = pageHeight;
        this.numbers = numbers;
        this.words = words;
        this.links = links;
    }

    /** Paints without tags, for content that is only repeated. */
    void asArtifact(Runnable painting) {
        boolean before = onlyArtifacts;
        onlyArtifacts = true;
        painting.run();
        onlyArtifacts = before;
    }

    /** Closes what is open; the page can then be ended. */
    void endPage() {
        endMark();
        face = null;
        color = null;
        spacing = 0;
    }

    double width(Part part) {
        return part instanceof Part.PageNumber number ? FaceRun.width(resolved(number), number.style()) : part.width();
    }

    /** Paints parts one after the other and returns where the last one ends. */
    double parts(List<Part> parts, double x, double base) {
        double at = x;
        Map<Link, double[]> linked = new LinkedHashMap<>();
        for (Part part : parts) {
            double width = width(part);
            Link link = null;
            switch (part) {
                case Part.Glyphs glyphs -> {
                    text(glyphs.text(), glyphs.face(), glyphs.style(), glyphs.leaf(), at, base);
                    link = glyphs.link();
                }
                case Part.PageNumber number -> {
                    words(resolved(number), number.style(), number.leaf(), at, base);
                    link = number.link();
                }
                case Part.Shape shape -> drawing(shape.drawing(), shape.leaf(), at, base - shape.drawing().height());
            }
            if (link != null) {
                double from = at;
                Style style = part instanceof Part.Glyphs g ? g.style() : ((Part.PageNumber) part).style();
                double[] area = linked.computeIfAbsent(link, l -> new double[] {from, from, style.size});
                area[1] = at + width;
            }
            at += width;
        }
        if (!onlyArtifacts) {
            linked.forEach((link, area) -> links.add(
                    link, area[0], pageHeight - base - 0.25 * area[2], area[1], pageHeight - base + 0.9 * area[2]));
        }
        return at;
    }

    private String resolved(Part.PageNumber number) {
        int page = numbers.of(number.anchor()).page();
        return number.inWords() ? words.reference(page) : Integer.toString(page);
    }

    /** Text of any characters, each in the first face that covers it. Returns where it ends. */
    double words(String text, Style style, @Nullable Tag leaf, double x, double base) {
        double at = x;
        for (FaceRun run : FaceRun.of(text, style)) {
            text(run.text(), run.face(), style, leaf, at, base);
            at += run.width();
        }
        return at;
    }

    private void text(String text, Face with, Style style, @Nullable Tag leaf, double x, double base) {
        mark(leaf);
        setText(with, style.size, style.letterSpacing, style.color);
        canvas.setTextMatrix((float) x, (float) (pageHeight - base));
        canvas.showTextBasic(text);
    }

    private void setText(Face with, double newSize, double newSpacing, Color newColor) {
        if (!inText) {
            canvas.beginText();
            inText = true;
        }
        if (face != with || size != newSize) {
            canvas.setFontAndSize(with.font(), (float) newSize);
            face = with;
            size = newSize;
        }
        if (spacing != newSpacing) {
            canvas.setCharacterSpacing((float) newSpacing);
            spacing = newSpacing;
        }
        fill(newColor);
    }

    private void fill(Color newColor) {
        if (!newColor.equals(color)) {
            canvas.setColorFill(newColor);
            color = newColor;
        }
    }

    /** Background and borders of a box; its top and bottom edges only where the box begins and ends. */
    void box(Style style, double x, double y, double width, double height, boolean first, boolean last) {
        if (!style.hasBox() || height <= 0) {
            return;
        }
        if (style.background != null) {
            rectangle(style.background, x, y, width, height);
        }
        Style.Edge[] edges = style.border;
        if (first) {
            edge(edges[Style.TOP], x, y, width, edges[Style.TOP].width());
        }
        if (last) {
            edge(edges[Style.BOTTOM], x, y + height - edges[Style.BOTTOM].width(), width, edges[Style.BOTTOM].width());
        }
        edge(edges[Style.LEFT], x, y, edges[Style.LEFT].width(), height);
        edge(edges[Style.RIGHT], x + width - edges[Style.RIGHT].width(), y, edges[Style.RIGHT].width(), height);
    }

    private void edge(Style.Edge edge, double x, double y, double width, double height) {
        if (edge.color() != null) {
            rectangle(edge.color(), x, y, width, height);
        }
    }

    private void rectangle(Color with, double x, double y, double width, double height) {
        mark(null);
        endText();
        fill(with);
        canvas.rectangle((float) x, (float) (pageHeight - y - height), (float) width, (float) height);
        canvas.fill();
    }

    /** A dotted line that leads the eye to a page number. */
    void leader(Color with, double from, double to, double base) {
        if (to <= from) {
            return;
        }
        mark(null);
        endText();
        canvas.saveState();
        canvas.setColorStroke(with);
        canvas.setLineWidth(0.6f);
        canvas.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        canvas.setLineDash(0f, 3f, (float) (3 - from % 3));
        canvas.moveTo((float) from, (float) (pageHeight - base));
        canvas.lineTo((float) to, (float) (pageHeight - base));
        canvas.stroke();
        canvas.restoreState();
    }

    /** A drawing with its top left corner at the given place. */
    void drawing(Drawing drawing, @Nullable Tag leaf, double x, double y) {
        mark(leaf);
        endText();
        DrawingPainter painter = new DrawingPainter(canvas, x, pageHeight - y);
        painter.paint(drawing);
        face = null;
        color = null;
        if (leaf != null && !onlyArtifacts) {
            leaf.boundingBox(x, pageHeight - y - drawing.height(), x + drawing.width(), pageHeight - y);
        }
    }

    /** Makes the given tag, or an artifact where there is none, the owner of what follows. */
    private void mark(@Nullable Tag wanted) {
        Tag owner = onlyArtifacts ? null : wanted;
        if (owner == null ? artifact : tag == owner) {
            return;
        }
        endMark();
        if (owner == null) {
            canvas.beginMarkedContentSequence(ARTIFACT);
            artifact = true;
        } else {
            canvas.beginMarkedContentSequence(owner.element());
            tag = owner;
        }
    }

    private void endMark() {
        endText();
        if (artifact || tag != null) {
            canvas.endMarkedContentSequence();
        }
        artifact = false;
        tag = null;
    }

    private void endText() {
        if (inText) {
            canvas.endText();
            inText = false;
        }
    }
}
