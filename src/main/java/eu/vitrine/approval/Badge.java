package eu.vitrine.approval;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A flat picture of two fields, 20 pixels high, as they stand in read-me files.
 *
 * @param title what a screen reader says and a pointer shows
 * @param colour of the field of the message; white text on it has a contrast of 4.5 or more
 */
record Badge(String label, String message, String title, String colour) {

    private static final int HEIGHT = 20;
    private static final double SIZE = 11;
    private static final int PADDING = 7;
    private static final String LABEL_COLOUR = "#454b52";

    /** Advances of the printable ASCII characters from the space on, in thousandths of the size, in a wide sans serif (DejaVu Sans). */
    private static final int[] ADVANCES = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
    };
    private static final int OTHER_ADVANCE = 700;

    /** The picture in UTF-8; equal badges have equal bytes. */
    byte[] svg() {
        int left = (int) Math.ceil(width(label)) + 2 * PADDING;
        int right = (int) Math.ceil(width(message)) + 2 * PADDING;
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (left + right) + "\" height=\"" + HEIGHT + "\" role=\"img\" aria-label=\"" + escaped(title) + "\">"
                + "<title>" + escaped(title) + "</title>"
                + "<rect width=\"" + left + "\" height=\"" + HEIGHT + "\" fill=\"" + LABEL_COLOUR + "\"/>"
                + "<rect x=\"" + left + "\" width=\"" + right + "\" height=\"" + HEIGHT + "\" fill=\"" + colour + "\"/>"
                + "<g fill=\"#ffffff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"" + (int) SIZE + "\">"
                + text(label, PADDING) + text(message, left + PADDING) + "</g></svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Fitted to the width that was measured, whatever font the reader has. */
    private static String text(String text, int x) {
        return "<text x=\"" + x + "\" y=\"14\" textLength=\"" + String.format(Locale.ROOT, "%.1f", width(text)) + "\" lengthAdjust=\"spacingAndGlyphs\">" + escaped(text) + "</text>";
    }

    /** Pixels that a text takes. */
    static double width(String text) {
        return text.codePoints().map(c -> c >= ' ' && c < ' ' + ADVANCES.length ? ADVANCES[c - ' '] : OTHER_ADVANCE).sum() * SIZE / 1000;
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(c -> switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> isXml(c) ? Character.toString(c) : "\uFFFD";
        }).collect(Collectors.joining());
    }

    private static boolean isXml(int c) {
        return c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
