package eu.vitrine.typeset;

import eu.vitrine.typeset.Style.Align;
import eu.vitrine.typeset.Style.Edge;
import eu.vitrine.typeset.Style.Extent;
import eu.vitrine.typeset.Style.Family;
import java.awt.Color;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A style while the declarations of a theme are applied to it; starts from what the parent passes on. */
final class StyleDraft {

    Family family;
    double size;
    boolean bold;
    boolean italic;
    Color color;
    double lineHeight;
    double letterSpacing;
    Align align;
    @Nullable Color leader;
    final double[] margin = new double[4];
    boolean marginTopAuto;
    final double[] padding = new double[4];
    final Edge[] border = new Edge[4];
    @Nullable Color background;
    @Nullable Extent width;
    @Nullable Extent height;
    boolean row;
    boolean breakBefore;
    boolean keepWithNext;
    boolean keepTogether;
    @Nullable Color fill;
    @Nullable Edge stroke;

    private StyleDraft(Family family, double size, Color color, double lineHeight, Align align) {
        this.family = family;
        this.size = size;
        this.color = color;
        this.lineHeight = lineHeight;
        this.align = align;
        Arrays.fill(border, Edge.NONE);
    }

    /** CSS's initial values, on which the rule for body stands. */
    static StyleDraft initial() {
        return new StyleDraft(Family.SANS, 10, Color.BLACK, 1.4, Align.LEFT);
    }

    static StyleDraft inheriting(Style parent) {
        StyleDraft draft = new StyleDraft(parent.family, parent.size, parent.color, parent.lineHeight, parent.align);
        draft.bold = parent.bold;
        draft.italic = parent.italic;
        draft.letterSpacing = parent.letterSpacing;
        draft.leader = parent.leader;
        return draft;
    }
}
