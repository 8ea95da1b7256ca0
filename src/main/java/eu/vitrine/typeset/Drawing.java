package eu.vitrine.typeset;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture made of outlines and labels, in points from its top left corner. */
record Drawing(double width, double height, List<Mark> marks) {

    sealed interface Mark {}

    /** An outline that is filled, stroked or both. */
    record Outline(Path2D path, @Nullable Color fill, @Nullable Color stroke, double strokeWidth, List<Double> dashes, Ends ends)
            implements Mark {}

    /** How strokes end and meet, as PDF counts them: 0 butt or mitre, 1 round, 2 square or bevel. */
    record Ends(int cap, int join) {}

    /** Text set at the origin of its own transformed coordinates; it begins, is centred or ends there. */
    record Label(String text, Style style, Color color, Style.Align align, AffineTransform place) implements Mark {}

    /** The same drawing, smaller or larger. */
    Drawing scaled(double factor) {
        AffineTransform scale = AffineTransform.getScaleInstance(factor, factor);
        List<Mark> scaled = marks.stream().map(mark -> scaled(mark, scale, factor)).toList();
        return new Drawing(width * factor, height * factor, scaled);
    }

    private static Mark scaled(Mark mark, AffineTransform scale, double factor) {
        return switch (mark) {
            case Outline o -> new Outline(
                    new Path2D.Double(o.path(), scale), o.fill(), o.stroke(), o.strokeWidth() * factor,
                    o.dashes().stream().map(d -> d * factor).toList(), o.ends());
            case Label l -> {
                AffineTransform place = new AffineTransform(scale);
                place.concatenate(l.place());
                yield new Label(l.text(), l.style(), l.color(), l.align(), place);
            }
        };
    }
}
