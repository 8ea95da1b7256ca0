package eu.vitrine.typeset;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** How one element looks, with everything inherited resolved. Lengths are points, edges run top, right, bottom, left. */
final class Style {

    enum Family {
        SANS,
        SERIF,
        MONO
    }

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A border or rule; width 0 is none. */
    record Edge(double width, @Nullable Color color) {
        static final Edge NONE = new Edge(0, null);
    }

    /** A width or height: points or a share of the column; null elsewhere means automatic. */
    record Extent(double points, double share) {
        double of(double whole) {
            return points + share * whole;
        }
    }

    static final int TOP = 0;
    static final int RIGHT = 1;
    static final int BOTTOM = 2;
    static final int LEFT = 3;

    final Family family;
    final double size;
    final boolean bold;
    final boolean italic;
    final Color color;
    final double lineHeight;
    final double letterSpacing;
    final Align align;
    final @Nullable Color leader;
    final double[] margin;
    final boolean marginTopAuto;
    final double[] padding;
    final Edge[] border;
    final @Nullable Color background;
    final @Nullable Extent width;
    final @Nullable Extent height;
    final boolean row;
    final boolean breakBefore;
    final boolean keepWithNext;
    final boolean keepTogether;
    final @Nullable Color fill;
    final @Nullable Edge stroke;

    Style(StyleDraft draft) {
        family = draft.family;
        size = draft.size;
        bold = draft.bold;
        italic = draft.italic;
        color = draft.color;
        lineHeight = draft.lineHeight;
        letterSpacing = draft.letterSpacing;
        align = draft.align;
        leader = draft.leader;
        margin = draft.margin.clone();
        marginTopAuto = draft.marginTopAuto;
        padding = draft.padding.clone();
        border = draft.border.clone();
        background = draft.background;
        width = draft.width;
        height = draft.height;
        row = draft.row;
        breakBefore = draft.breakBefore;
        keepWithNext = draft.keepWithNext;
        keepTogether = draft.keepTogether;
        fill = draft.fill;
        stroke = draft.stroke;
    }

    double leading() {
        return size * lineHeight;
    }

    /** Padding and border together on one side. */
    double inset(int side) {
        return padding[side] + border[side].width();
    }

    double insetX() {
        return inset(LEFT) + inset(RIGHT);
    }

    boolean hasBox() {
        return background != null
                || inset(TOP) + inset(BOTTOM) + inset(LEFT) + inset(RIGHT) > 0;
    }
}
