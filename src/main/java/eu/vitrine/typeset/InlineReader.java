package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns inline markup into runs and gives links, foreign passages and small drawings tags of their own. */
final class InlineReader {

    private final Cascade cascade;
    private final double column;
    private final List<Run> runs = new ArrayList<>();

    private InlineReader(Cascade cascade, double column) {
        this.cascade = cascade;
        this.column = column;
    }

    /** @param column width that percentages of drawings refer to */
    static List<Run> read(List<Markup> content, Cascade cascade, Cascade.Node node, Tag host, double column) {
        InlineReader reader = new InlineReader(cascade, column);
        reader.within(content, node, host, null);
        return reader.runs;
    }

    /** Content of one tag: either all of it is the tag's own text, or every piece gets a tag below it. */
    private void within(List<Markup> content, Cascade.Node node, Tag host, @Nullable Link link) {
        pieces(content, node, new Leaves(host, content.stream().anyMatch(InlineReader::needsTag)), link);
    }

    private void pieces(List<Markup> content, Cascade.Node node, Leaves leaves, @Nullable Link link) {
        for (Markup child : content) {
            switch (child) {
                case Markup.Text text -> text(text.text(), node, leaves, link);
                case Markup.Element end when end.is("br") -> runs.add(new Run.Break(node.style(), leaves.plain()));
                case Markup.Element element -> element(element, cascade.child(node, element), leaves, link);
            }
        }
    }

    private void text(String text, Cascade.Node node, Leaves leaves, @Nullable Link link) {
        if (leaves.shared() && text.isBlank() && runs.isEmpty()) {
            return;
        }
        runs.add(new Run.Text(text, node.style(), leaves.plain(), link));
    }

    private void element(Markup.Element element, Cascade.Node node, Leaves leaves, @Nullable Link link) {
        String lang = element.attribute("lang");
        String reference = element.attribute("data-ref");
        if (element.is("svg")) {
            shape(element, node, leaves);
        } else if (element.is("a")) {
            Tag tag = leaves.own("Link").lang(lang);
            within(element.children(), node, tag, new Link(String.valueOf(element.attribute("href")), tag, label(element)));
        } else if (reference != null) {
            if (!element.children().isEmpty() || link != null) {
                throw element.refused("stands for a page number; it takes no content and may not stand in a link");
            }
            Tag tag = leaves.own("Link").lang(lang);
            runs.add(new Run.PageOf(reference, node.style(), tag, new Link("#" + reference, tag, "")));
        } else if (lang != null) {
            within(element.children(), node, leaves.own("Span").lang(lang), link);
        } else {
            pieces(element.children(), node, leaves, link);
        }
    }

    private void shape(Markup.Element svg, Cascade.Node node, Leaves leaves) {
        Drawing drawing = DrawingReader.read(svg, cascade, node, column);
        if (drawing.width() > column) {
            drawing = drawing.scaled(column / drawing.width());
        }
        String alternative = Alternatives.of(svg);
        Tag leaf = alternative == null ? null : leaves.own("Figure").alt(alternative);
        runs.add(new Run.Shape(drawing, node.style(), leaf));
    }

    private static String label(Markup.Element link) {
        String text = link.text();
        if (text.isEmpty()) {
            throw link.refused("has no text, so nobody can tell where it leads");
        }
        return text;
    }

    private static boolean needsTag(Markup markup) {
        if (!(markup instanceof Markup.Element element)) {
            return false;
        }
        if (element.is("svg")) {
            return Alternatives.of(element) != null;
        }
        return element.is("a")
                || element.attribute("lang") != null
                || element.attribute("data-ref") != null
                || element.children().stream().anyMatch(InlineReader::needsTag);
    }

    /** Hands out the tags for the pieces of one host, in reading order. */
    private static final class Leaves {
        private final Tag host;
        private final boolean shared;
        private @Nullable Tag open;

        Leaves(Tag host, boolean shared) {
            this.host = host;
            this.shared = shared;
        }

        boolean shared() {
            return shared;
        }

        Tag plain() {
            if (!shared) {
                return host;
            }
            Tag span = open;
            if (span == null) {
                span = host.child("Span");
                open = span;
            }
            return span;
        }

        Tag own(String role) {
            open = null;
            return host.child(role);
        }
    }
}
