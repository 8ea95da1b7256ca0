package eu.vitrine.typeset;

/** A table head shown again on a later page; readers by ear hear it once, so here it is an artifact. */
record Repeated(Row head) implements Slice {

    @Override
    public double height() {
        return head.height();
    }

    @Override
    public void paint(Ink ink, double x, double y) {
        ink.asArtifact(() -> head.paint(ink, x, y));
    }
}
