package eu.vitrine.typeset;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.AWTTransformProducer;
import org.apache.batik.parser.ParseException;

/** Reads inline SVG of a small subset: shapes, paths, groups and plain labels; no images, styles, scripts or references. */
final class DrawingReader {

    private static final double POINTS_PER_PIXEL = 0.75;
    private static final double FARTHEST = 100_000;
    private static final Set<String> ROOT =
            Set.of("xmlns", "viewBox", "width", "height", "role", "aria-label", "aria-hidden", "focusable");
    private static final Set<String> LOOKS = Set.of(
            "id", "class", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
            "stroke-linejoin", "font-size", "font-weight", "font-family", "text-anchor");
    private static final Set<String> GEOMETRY = Set.of(
            "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "d");

    private final Cascade cascade;
    private final List<Drawing.Mark> marks = new ArrayList<>();

    private DrawingReader(Cascade cascade) {
        this.cascade = cascade;
    }

    /**
     * @param column width that a drawing without a width of its own fills
     * @throws MarkupNotUnderstood if the drawing is not of the subset
     */
    static Drawing read(Markup.Element svg, Cascade cascade, Cascade.Node node, double column) {
        svg.attributes().keySet().stream()
                .filter(key -> !ROOT.contains(key) && !LOOKS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw svg.refused("takes no attribute '" + key + "'");
                });
        double[] box = numbers(svg, svg.attributes().getOrDefault("viewBox", ""));
        if (box.length != 4 || !(box[2] > 0) || !(box[3] > 0)) {
            throw svg.refused("needs a viewBox of four numbers");
        }
        Style style = node.style();
        double width = style.width != null ? style.width.of(column) : size(svg, "width", style, box[2], column);
        double height = style.height != null ? style.height.of(0) : size(svg, "height", style, width * box[3] / box[2], width * box[3] / box[2]);
        double scale = Math.min(width / box[2], height / box[3]);
        AffineTransform place = new AffineTransform();
        place.translate((width - box[2] * scale) / 2, (height - box[3] * scale) / 2);
        place.scale(scale, scale);
        place.translate(-box[0], -box[1]);
        DrawingReader reader = new DrawingReader(cascade);
        reader.children(svg, node, SvgLooks.initial(style).refined(svg, style), place);
        return new Drawing(width, height, List.copyOf(reader.marks));
    }

    private static double size(Markup.Element svg, String side, Style style, double natural, double whole) {
        String written = svg.attribute(side);
        if (written == null) {
            return side.equals("width") ? natural * POINTS_PER_PIXEL : natural;
        }
        if (written.matches("\\d+(\\.\\d+)?(px)?")) {
            return Double.parseDouble(written.replace("px", "")) * POINTS_PER_PIXEL;
        }
        try {
            return CssValues.share(written).extent(style.size).of(whole);
        } catch (IllegalArgumentException e) {
            throw svg.refused(side + ": " + e.getMessage());
        }
    }

    private void children(Markup.Element parent, Cascade.Node node, SvgLooks looks, AffineTransform place) {
        for (Markup.Element element : parent.elements()) {
            if (!element.is("title") && !element.is("desc")) {
                element(element, cascade.child(node, element), looks, place);
            }
        }
    }

    private void element(Markup.Element element, Cascade.Node node, SvgLooks inherited, AffineTransform outer) {
        for (String key : element.attributes().keySet()) {
            if (!LOOKS.contains(key) && !GEOMETRY.contains(key)) {
                throw element.refused("takes no attribute '" + key + "' in a drawing");
            }
        }
        SvgLooks looks = inherited.refined(element, node.style());
        AffineTransform place = new AffineTransform(outer);
        String transform = element.attribute("transform");
        if (transform != null) {
            place.concatenate(transform(element, transform));
        }
        switch (element.name()) {
            case "g" -> children(element, node, looks, place);
            case "text" -> label(element, node, looks, place);
            default -> outline(element, path(element), looks, place);
        }
    }

    private void label(Markup.Element element, Cascade.Node node, SvgLooks looks, AffineTransform outer) {
        if (!element.elements().isEmpty()) {
            throw element.elements().getFirst().refused("may not stand in <text>; a label is plain text");
        }
        AffineTransform place = new AffineTransform(outer);
        place.translate(number(element, "x"), number(element, "y"));
        Color color = looks.fill() == null ? node.style().color : looks.fill();
        marks.add(new Drawing.Label(element.text(), looks.textStyle(node.style()), color, looks.anchor(), place));
    }

    private void outline(Markup.Element element, Path2D path, SvgLooks looks, AffineTransform place) {
        Path2D placed = new Path2D.Double(path, place);
        Rectangle2D bounds = placed.getBounds2D();
        if (!(Math.abs(bounds.getMinX()) + Math.abs(bounds.getMaxX()) + Math.abs(bounds.getMinY()) + Math.abs(bounds.getMaxY()) <= FARTHEST)) {
            throw element.refused("reaches farther than " + FARTHEST);
        }
        double scale = Math.sqrt(Math.abs(place.getDeterminant()));
        List<Double> dashes = Arrays.stream(numbers(element, looks.dashes())).mapToObj(d -> d * scale).toList();
        Color fill = element.is("line") ? null : looks.fill();
        marks.add(new Drawing.Outline(
                placed, fill, looks.stroke(), looks.strokeWidth() * scale, dashes, looks.ends()));
    }

    private static Path2D path(Markup.Element e) {
        return switch (e.name()) {
            case "rect" -> new Path2D.Double(new RoundRectangle2D.Double(
                    number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"), 2 * number(e, "rx"), 2 * number(e, "rx")));
            case "circle" -> ellipse(e, number(e, "r"), number(e, "r"));
            case "ellipse" -> ellipse(e, number(e, "rx"), number(e, "ry"));
            case "line" -> new Path2D.Double(
                    new Line2D.Double(number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2")));
            case "polyline", "polygon" -> polygon(e, e.is("polygon"));
            case "path" -> parsed(e, e.attributes().getOrDefault("d", ""));
            default -> throw e.refused("is not an element of the drawing subset");
        };
    }

    private static Path2D ellipse(Markup.Element e, double rx, double ry) {
        return new Path2D.Double(new Ellipse2D.Double(number(e, "cx") - rx, number(e, "cy") - ry, 2 * rx, 2 * ry));
    }

    private static Path2D polygon(Markup.Element e, boolean closed) {
        double[] points = numbers(e, e.attributes().getOrDefault("points", ""));
        if (points.length < 4 || points.length % 2 != 0) {
            throw e.refused("needs at least two points");
        }
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static Path2D parsed(Markup.Element e, String data) {
        try {
            return new Path2D.Double(AWTPathProducer.createShape(new StringReader(data), Path2D.WIND_NON_ZERO));
        } catch (ParseException | IOException failure) {
            throw e.refused("has a path that cannot be read: " + data);
        }
    }

    private static AffineTransform transform(Markup.Element e, String text) {
        try {
            return AWTTransformProducer.createAffineTransform(text);
        } catch (ParseException failure) {
            throw e.refused("has a transform that cannot be read: " + text);
        }
    }

    private static double number(Markup.Element e, String key) {
        double[] numbers = numbers(e, e.attributes().getOrDefault(key, "0"));
        if (numbers.length != 1) {
            throw e.refused("needs one number as " + key);
        }
        return numbers[0];
    }

    private static double[] numbers(Markup.Element e, String text) {
        try {
            double[] numbers = text.isBlank()
                    ? new double[0]
                    : Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).toArray();
            if (!Arrays.stream(numbers).allMatch(number -> Math.abs(number) <= FARTHEST)) {
                throw e.refused("has a number beyond " + FARTHEST);
            }
            return numbers;
        } catch (NumberFormatException failure) {
            throw e.refused("has '" + text + "' where numbers are needed");
        }
    }
}
