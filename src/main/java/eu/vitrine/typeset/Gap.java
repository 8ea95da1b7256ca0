package eu.vitrine.typeset;

/** The padding and border of a box above or below its content; the box itself paints them. */
record Gap(double height) implements Slice {

    @Override
    public void paint(Ink ink, double x, double y) {}
}
