package eu.vitrine.typeset;

import org.jspecify.annotations.Nullable;

/** A box with padding, border or background around a range of slices, possibly over several pages. */
final class Frame {

    private final Style style;
    private final double x;
    private final double width;
    private final @Nullable Frame parent;
    private final Gap top;
    private final Gap bottom;

    Frame(Style style, double x, double width, @Nullable Frame parent) {
        this.style = style;
        this.x = x;
        this.width = width;
        this.parent = parent;
        this.top = new Gap(style.inset(Style.TOP));
        this.bottom = new Gap(style.inset(Style.BOTTOM));
    }

    @Nullable Frame parent() {
        return parent;
    }

    Gap top() {
        return top;
    }

    Gap bottom() {
        return bottom;
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    void paint(Ink ink, double columnX, double from, double to, boolean first, boolean last) {
        ink.box(style, columnX + x, from, width, to - from, first, last);
    }
}
