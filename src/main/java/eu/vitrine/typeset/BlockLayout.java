package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.function.Consumer;

/** Lays out block elements one below the other and hands lists, tables, figures and contents to their own layouts. */
final class BlockLayout {

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("section", "Sect"), Map.entry("div", "Div"), Map.entry("header", "Div"), Map.entry("p", "P"),
            Map.entry("h1", "H1"), Map.entry("h2", "H2"), Map.entry("h3", "H3"), Map.entry("h4", "H4"),
            Map.entry("ul", "L"), Map.entry("ol", "L"), Map.entry("dl", "L"), Map.entry("table", "Table"),
            Map.entry("figure", "Div"), Map.entry("nav", "TOC"));

    /** Tags that group paragraphs and hold no text of their own. */
    private static final Set<String> GROUPS = Set.of("Document", "Sect", "Div");

    private final Cascade cascade;
    private final Landmarks landmarks;
    private final PageWords words;
    private final ListLayout lists;
    private final TableLayout tables;
    private final FigureLayout figures;
    private final ContentsLayout contents;

    BlockLayout(Cascade cascade, Landmarks landmarks, DocumentInfo info, PageStyle sheet) {
        this.cascade = cascade;
        this.landmarks = landmarks;
        this.words = new PageWords(info);
        this.lists = new ListLayout(this);
        this.tables = new TableLayout(this);
        this.figures = new FigureLayout(this, sheet.contentHeight());
        this.contents = new ContentsLayout(this, landmarks, info.contentsTitle());
    }

    Cascade cascade() {
        return cascade;
    }

    /** The inside of an element that may hold blocks, bare text or both. Bare text beside blocks becomes paragraphs. */
    void inside(Markup.Element element, Cascade.Node node, Place place) {
        List<Markup> inline = new ArrayList<>();
        boolean onlyInline = element.children().stream().noneMatch(BlockLayout::isBlock);
        if (onlyInline && !GROUPS.contains(place.tag().role())) {
            paragraph(element.children(), node, place);
            return;
        }
        for (Markup child : element.children()) {
            if (child instanceof Markup.Element block && isBlock(block)) {
                anonymous(inline, node, place);
                block(block, cascade.child(node, block), place);
            } else {
                inline.add(child);
            }
        }
        anonymous(inline, node, place);
    }

    private void anonymous(List<Markup> inline, Cascade.Node node, Place place) {
        if (inline.stream().anyMatch(m -> !(m instanceof Markup.Text text) || !text.text().isBlank())) {
            paragraph(List.copyOf(inline), node, place.in(place.tag().child("P")));
        }
        inline.clear();
    }

    /** Inline content as lines of the place's own tag. */
    void paragraph(List<Markup> inline, Cascade.Node node, Place place) {
        List<Run> runs = InlineReader.read(inline, cascade, node, place.tag(), place.width());
        place.flow().paragraph(lines(runs, place.x(), place.width(), node.style()));
    }

    List<Line> lines(List<Run> runs, double x, double width, Style style) {
        return LineBreaker.lines(WordReader.read(runs, words), x, width, style);
    }

    /** One block element with its box and margins. */
    void block(Markup.Element element, Cascade.Node node, Place place) {
        Tag tag = place.tag().child(ROLES.getOrDefault(element.name(), "Div")).lang(element.attribute("lang"));
        boolean cover = element.hasClass("cover");
        if (cover) {
            place.flow().cover(true);
        }
        boxed(element, node, place, inner -> content(element, node, inner.in(tag)));
        if (cover) {
            place.flow().cover(false);
            place.flow().breakPage();
        }
    }

    /** Margins, box and page rules of an element around whatever it holds. */
    void boxed(Markup.Element element, Cascade.Node node, Place place, Consumer<Place> content) {
        Style style = node.style();
        Flow flow = place.flow();
        begin(element, style, flow);
        double width = (style.width == null ? place.width() : Math.min(style.width.of(place.width()), place.width()))
                - style.margin[Style.LEFT] - style.margin[Style.RIGHT];
        double x = place.x() + style.margin[Style.LEFT];
        int first = flow.size();
        if (style.hasBox()) {
            flow.open(style, x, width);
        }
        content.accept(new Place(
                flow, x + style.inset(Style.LEFT), Math.max(width - style.insetX(), 1), place.tag()));
        if (style.hasBox()) {
            flow.close();
        }
        if (style.keepTogether) {
            flow.keepFrom(first);
        }
        if (style.keepWithNext) {
            flow.keepFrom(first);
            flow.keepLast();
        }
        flow.gap(style.margin[Style.BOTTOM]);
    }

    private void begin(Markup.Element element, Style style, Flow flow) {
        anchor(element, flow);
        if (style.breakBefore) {
            flow.breakPage();
        }
        if (style.marginTopAuto) {
            flow.pushToBottom();
        }
        flow.gap(style.margin[Style.TOP]);
    }

    void anchor(Markup.Element element, Flow flow) {
        String anchor = landmarks.anchor(element);
        if (anchor != null) {
            flow.anchor(anchor);
        }
    }

    private void content(Markup.Element element, Cascade.Node node, Place place) {
        switch (element.name()) {
            case "ul", "ol" -> lists.items(element, node, place);
            case "dl" -> lists.definitions(element, node, place);
            case "table" -> tables.table(element, node, place);
            case "figure" -> figures.figure(element, node, place);
            case "nav" -> contents.contents(element, node, place);
            default -> {
                if (node.style().row) {
                    sideBySide(element, node, place);
                } else {
                    inside(element, node, place);
                }
            }
        }
    }

    private void sideBySide(Markup.Element element, Cascade.Node node, Place place) {
        List<Markup.Element> blocks = element.elements();
        if (blocks.isEmpty() || !blocks.stream().allMatch(BlockLayout::isBlock)) {
            throw element.refused("is set as a row, so it takes blocks only");
        }
        List<Cascade.Node> nodes = blocks.stream().map(b -> cascade.child(node, b)).toList();
        double fixed = nodes.stream().filter(n -> n.style().width != null)
                .mapToDouble(n -> Objects.requireNonNull(n.style().width).of(place.width())).sum();
        long open = nodes.stream().filter(n -> n.style().width == null).count();
        double share = open == 0 ? 0 : Math.max((place.width() - fixed) / open, 1);
        List<Row.Cell> cells = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Style style = nodes.get(i).style();
            double width = style.width == null ? share : style.width.of(place.width());
            Tag tag = place.tag().child(ROLES.getOrDefault(blocks.get(i).name(), "Div")).lang(blocks.get(i).attribute("lang"));
            Place inner = place.alone(Math.max(width - style.insetX(), 1), tag);
            anchor(blocks.get(i), place.flow());
            content(blocks.get(i), nodes.get(i), inner);
            cells.add(new Row.Cell(x, width, style, Column.of(inner.flow().finished())));
            x += width;
        }
        place.flow().add(Row.of(place.x(), place.width(), Looks.none(node.style()), cells));
    }

    private static boolean isBlock(Markup markup) {
        return markup instanceof Markup.Element element && Grammar.BLOCKS.contains(element.name());
    }
}
