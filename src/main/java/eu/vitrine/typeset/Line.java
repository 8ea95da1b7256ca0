package eu.vitrine.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of text. */
record Line(
        double x,
        double width,
        Style block,
        List<Part> parts,
        double height,
        double baseline,
        @Nullable Marker marker,
        Part.@Nullable PageNumber tail)
        implements Slice {

    private static final double MARKER_DISTANCE_EM = 0.55;
    private static final double LEADER_DISTANCE_EM = 0.6;

    Line marked(Marker given) {
        return new Line(x, width, block, parts, height, baseline, given, tail);
    }

    /** With a page number at the right edge, led to by dots. */
    Line tailed(Part.PageNumber given) {
        return new Line(x, width, block, parts, height, baseline, marker, given);
    }

    /** The width of the visible parts; a space at the end does not count. */
    double inkWidth(Ink ink) {
        double sum = 0;
        for (Part part : parts) {
            sum += ink.width(part);
        }
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Glyphs last && last.text().endsWith(" ")) {
            sum -= last.face().width(' ') * last.style().size / 1000 + last.style().letterSpacing;
        }
        return sum;
    }

    @Override
    public void paint(Ink ink, double columnX, double y) {
        double base = y + baseline;
        double left = columnX + x;
        if (marker != null) {
            double markerWidth = marker.parts().stream().mapToDouble(Part::width).sum();
            ink.parts(marker.parts(), left - markerWidth - MARKER_DISTANCE_EM * block.size, base);
        }
        double free = width - inkWidth(ink);
        double start = switch (block.align) {
            case LEFT -> left;
            case CENTER -> left + free / 2;
            case RIGHT -> left + free;
        };
        double end = ink.parts(parts, start, base);
        if (tail != null) {
            tail(ink, tail, end, left + width, base);
        }
    }

    private void tail(Ink ink, Part.PageNumber number, double from, double to, double base) {
        double start = to - ink.width(number);
        if (block.leader != null) {
            ink.leader(block.leader, from + LEADER_DISTANCE_EM * block.size, start - LEADER_DISTANCE_EM * block.size, base);
        }
        ink.parts(List.of(number), start, base);
    }
}
