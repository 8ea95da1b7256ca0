package eu.vitrine.typeset;

import java.util.List;

/** Drawings that stand as blocks, with their captions; a drawing wider or higher than the page is made smaller. */
final class FigureLayout {

    private static final double HIGHEST_SHARE = 0.85;

    private final BlockLayout blocks;
    private final double pageHeight;

    FigureLayout(BlockLayout blocks, double pageHeight) {
        this.blocks = blocks;
        this.pageHeight = pageHeight;
    }

    void figure(Markup.Element figure, Cascade.Node node, Place place) {
        int first = place.flow().size();
        List<Markup.Element> parts = figure.elements();
        if (parts.stream().noneMatch(part -> part.is("svg"))) {
            throw figure.refused("holds no svg");
        }
        for (Markup.Element part : parts) {
            Cascade.Node partNode = blocks.cascade().child(node, part);
            if (part.is("svg")) {
                picture(part, partNode, place);
            } else {
                Tag caption = place.tag().child("Caption").lang(part.attribute("lang"));
                blocks.boxed(part, partNode, place, inner -> blocks.paragraph(part.children(), partNode, inner.in(caption)));
            }
        }
        place.flow().keepFrom(first);
    }

    private void picture(Markup.Element svg, Cascade.Node node, Place place) {
        Drawing natural = DrawingReader.read(svg, blocks.cascade(), node, place.width());
        double factor = Math.min(1, Math.min(place.width() / natural.width(), HIGHEST_SHARE * pageHeight / natural.height()));
        Drawing drawing = factor < 1 ? natural.scaled(factor) : natural;
        String alternative = Alternatives.of(svg);
        Tag tag = alternative == null ? null : place.tag().child("Figure").alt(alternative);
        double free = place.width() - drawing.width();
        double x = switch (node.style().align) {
            case LEFT -> place.x();
            case CENTER -> place.x() + free / 2;
            case RIGHT -> place.x() + free;
        };
        place.flow().gap(node.style().margin[Style.TOP]);
        place.flow().add(new Picture(drawing, x, tag));
        place.flow().gap(node.style().margin[Style.BOTTOM]);
    }
}
