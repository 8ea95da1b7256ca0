package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The generated table of contents: headings of the first three levels outside the cover, with links and page numbers. */
final class ContentsLayout {

    private static final int DEEPEST = 3;
    private static final double NUMBER_EM = 4;

    private final BlockLayout blocks;
    private final Landmarks landmarks;
    private final String title;

    ContentsLayout(BlockLayout blocks, Landmarks landmarks, String title) {
        this.blocks = blocks;
        this.landmarks = landmarks;
        this.title = title;
    }

    void contents(Markup.Element nav, Cascade.Node node, Place place) {
        if (!nav.hasClass("contents")) {
            throw nav.refused("needs the class contents");
        }
        if (!title.isBlank()) {
            title(node, place);
        }
        for (Landmarks.Heading heading : landmarks.headings()) {
            if (heading.level() <= DEEPEST && !heading.onCover()) {
                entry(heading, node, place);
            }
        }
    }

    private void title(Cascade.Node node, Place place) {
        Markup.Element caption = new Markup.Element(
                "p", Map.of("class", "contents-title"), List.of(new Markup.Text(title, 0)), 0);
        Cascade.Node captionNode = blocks.cascade().child(node, caption);
        Tag tag = place.tag().child("Caption");
        blocks.boxed(caption, captionNode, place, inner -> blocks.paragraph(caption.children(), captionNode, inner.in(tag)));
        place.flow().keepLast();
    }

    private void entry(Landmarks.Heading heading, Cascade.Node node, Place place) {
        Markup.Element written = new Markup.Element(
                "p", Map.of("class", "contents-entry level-" + heading.level()), List.of(), 0);
        Cascade.Node entryNode = blocks.cascade().child(node, written);
        Style style = entryNode.style();
        Tag tag = place.tag().child("TOCI").child("Reference").child("Link");
        Link link = new Link("#" + heading.anchor(), tag, heading.text());
        blocks.boxed(written, entryNode, place, inner -> {
            double room = inner.width() - NUMBER_EM * style.size;
            List<Run> runs = List.of(new Run.Text(heading.text() + " ", style, tag, link));
            List<Line> lines = new ArrayList<>();
            for (Line line : blocks.lines(runs, inner.x(), room, style)) {
                lines.add(new Line(line.x(), inner.width(), style, line.parts(), line.height(), line.baseline(), null, null));
            }
            lines.add(lines.removeLast().tailed(new Part.PageNumber(heading.anchor(), style, tag, link, false, 0)));
            inner.flow().paragraph(lines);
        });
    }
}
