package eu.vitrine.typeset;

import org.jspecify.annotations.Nullable;

/** A drawing that stands as a block; without a tag it is decoration. */
record Picture(Drawing drawing, double x, @Nullable Tag leaf) implements Slice {

    @Override
    public double height() {
        return drawing.height();
    }

    @Override
    public void paint(Ink ink, double columnX, double y) {
        ink.drawing(drawing, leaf, columnX + x, y);
    }
}
