package eu.vitrine.dossier;

import java.util.Locale;

/** Writes SVG. Coordinates are user units; the whole width is 640 of them, wherever it is shown. */
final class Canvas {

    static final int WIDTH = 640;
    /** Takes the colour of the surrounding text, so that the drawing fits light and dark pages and paper. */
    static final String INK = "currentColor";
    static final String QUIET = "#8a8478";
    static final String ACCENT = "#1b6ca8";
    static final String OPEN = "#a87400";
    static final String BAD = "#b3372e";
    static final String NONE = "none";

    private final StringBuilder body = new StringBuilder();

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void line(double x1, double y1, double x2, double y2, String stroke, double width, boolean dashed) {
        body.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2))
                .append("\" y2=\"").append(n(y2)).append('"').append(pen(stroke, width)).append(dashed ? " stroke-dasharray=\"3 3\"" : "")
                .append("/>");
    }

    void circle(double x, double y, double radius, String fill, String stroke, double width) {
        body.append("<circle cx=\"").append(n(x)).append("\" cy=\"").append(n(y)).append("\" r=\"").append(n(radius))
                .append("\" fill=\"").append(fill).append('"').append(pen(stroke, width)).append("/>");
    }

    void square(double x, double y, double side, String fill, String stroke, double width, boolean dashed) {
        body.append("<rect x=\"").append(n(x - side / 2)).append("\" y=\"").append(n(y - side / 2)).append("\" width=\"")
                .append(n(side)).append("\" height=\"").append(n(side)).append("\" fill=\"").append(fill).append('"')
                .append(pen(stroke, width)).append(dashed ? " stroke-dasharray=\"2.4 2\"" : "").append("/>");
    }

    void path(String data, String stroke, double width) {
        body.append("<path d=\"").append(data).append("\" fill=\"none\"").append(pen(stroke, width)).append("/>");
    }

    void text(double x, double y, String text, Anchor anchor, boolean bold, boolean quiet) {
        body.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" font-size=\"11.5\"")
                .append(anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\"")
                .append(bold ? " font-weight=\"600\"" : "").append(quiet ? " class=\"figure-quiet\"" : "")
                .append(" fill=\"").append(quiet ? "#6b675e" : INK).append("\">")
                .append(escaped(text)).append("</text>");
    }

    Figure figure(double height, String alternative) {
        return new Figure("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + n(height)
                + "\" width=\"100%\" role=\"img\" aria-label=\"" + escaped(alternative) + "\">" + body + "</svg>", alternative);
    }

    /** A rough width in user units, generous enough to keep labels apart. */
    static double width(String text) {
        return text.length() * 6.3;
    }

    private static String pen(String stroke, double width) {
        return stroke.equals(NONE) ? "" : " stroke=\"" + stroke + "\" stroke-width=\"" + n(width) + "\"";
    }

    private static String n(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < 0x20 || c == 0xFFFE || c == 0xFFFF ? "‹U+%04X›".formatted(c) : Character.toString(c));
            }
        });
        return out.toString();
    }
}
