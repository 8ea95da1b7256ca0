package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;

/** Lists with bullets or numbers, and lists of terms with what is said about them. */
final class ListLayout {

    private static final String BULLET = "•";

    private final BlockLayout blocks;

    ListLayout(BlockLayout blocks) {
        this.blocks = blocks;
    }

    void items(Markup.Element list, Cascade.Node node, Place place) {
        boolean ordered = list.is("ol");
        place.tag().numbering(ordered ? "Decimal" : "Disc");
        int number = 0;
        for (Markup.Element item : list.elements()) {
            number++;
            Cascade.Node itemNode = blocks.cascade().child(node, item);
            Tag tag = place.tag().child("LI").lang(item.attribute("lang"));
            Tag label = tag.child("Lbl");
            Tag body = tag.child("LBody");
            place.flow().marker(marker(ordered ? number + "." : BULLET, label, itemNode.style(), place));
            blocks.boxed(item, itemNode, place, inner -> blocks.inside(item, itemNode, inner.in(body)));
            place.flow().flushMarker();
        }
    }

    private Marker marker(String text, Tag label, Style style, Place place) {
        List<Run> runs = List.of(new Run.Text(text, style, label, null));
        Line line = blocks.lines(runs, 0, place.width(), style).getFirst();
        return new Marker(line.parts(), LineBreaker.empty(place.x(), place.width(), style));
    }

    /** Terms stand beside what is said about them where the theme gives dt a width, else above it. */
    void definitions(Markup.Element list, Cascade.Node node, Place place) {
        place.tag().numbering("None");
        List<Markup.Element> terms = list.elements();
        for (int i = 0; i < terms.size(); ) {
            Markup.Element term = terms.get(i++);
            if (!term.is("dt")) {
                throw term.refused("has no dt before it");
            }
            List<Markup.Element> said = new ArrayList<>();
            while (i < terms.size() && terms.get(i).is("dd")) {
                said.add(terms.get(i++));
            }
            if (said.isEmpty()) {
                throw term.refused("has no dd after it");
            }
            definition(term, said, node, place);
        }
    }

    private void definition(Markup.Element term, List<Markup.Element> said, Cascade.Node node, Place place) {
        Tag tag = place.tag().child("LI");
        Tag label = tag.child("Lbl").lang(term.attribute("lang"));
        Tag body = tag.child("LBody");
        Cascade.Node termNode = blocks.cascade().child(node, term);
        Style.Extent width = termNode.style().width;
        if (width == null) {
            blocks.boxed(term, termNode, place, inner -> blocks.paragraph(term.children(), termNode, inner.in(label)));
            place.flow().keepLast();
            said.forEach(dd -> said(dd, node, place, body, said.size() > 1));
            return;
        }
        double left = Math.min(width.of(place.width()), place.width() - 1);
        Place termPlace = place.alone(Math.max(left - termNode.style().insetX(), 1), label);
        blocks.paragraph(term.children(), termNode, termPlace);
        Cascade.Node saidNode = blocks.cascade().child(node, said.getFirst());
        Style saidStyle = saidNode.style();
        double right = place.width() - left;
        Place saidPlace = place.alone(Math.max(right - saidStyle.insetX(), 1), body);
        for (Markup.Element dd : said) {
            blocks.anchor(dd, saidPlace.flow());
            blocks.inside(dd, saidNode, saidPlace.in(said.size() > 1 ? body.child("Div").lang(dd.attribute("lang")) : body.lang(dd.attribute("lang"))));
        }
        blocks.anchor(term, place.flow());
        place.flow().gap(termNode.style().margin[Style.TOP]);
        place.flow().add(Row.of(place.x(), place.width(), Looks.none(node.style()), List.of(
                new Row.Cell(0, left, termNode.style(), Column.of(termPlace.flow().finished())),
                new Row.Cell(left, right, saidStyle, Column.of(saidPlace.flow().finished())))));
        place.flow().gap(termNode.style().margin[Style.BOTTOM]);
    }

    private void said(Markup.Element dd, Cascade.Node list, Place place, Tag body, boolean several) {
        Cascade.Node node = blocks.cascade().child(list, dd);
        Tag tag = several ? body.child("Div") : body;
        tag.lang(dd.attribute("lang"));
        blocks.boxed(dd, node, place, inner -> blocks.inside(dd, node, inner.in(tag)));
    }
}
