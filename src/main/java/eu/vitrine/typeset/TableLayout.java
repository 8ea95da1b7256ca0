package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables: columns of fixed or measured widths, heads that repeat; no short row stands alone on a page. */
final class TableLayout {

    /** From this height in points a first row may stand alone with its head. */
    private static final double TALL = 30;

    private final BlockLayout blocks;

    TableLayout(BlockLayout blocks) {
        this.blocks = blocks;
    }

    void table(Markup.Element table, Cascade.Node node, Place place) {
        caption(table, node, place);
        List<TableRow> rows = TableRow.of(table, node, blocks.cascade());
        if (rows.isEmpty()) {
            throw table.refused("has no rows");
        }
        double[] widths = ColumnWidths.of(table, node, rows, blocks.cascade(), place.width());
        List<Row> head = new ArrayList<>();
        Markup.@Nullable Element group = null;
        boolean grouped = rows.stream().anyMatch(row -> row.group() != null);
        Tag groupTag = rows.getFirst().group() == null && grouped ? place.tag().child("TBody") : place.tag();
        int body = (int) rows.stream().filter(row -> !row.inHead()).count();
        int number = 0;
        for (TableRow row : rows) {
            if (row.group() != group) {
                group = row.group();
                groupTag = place.tag().child(row.inHead() ? "THead" : "TBody").lang(group == null ? null : group.attribute("lang"));
            }
            Row laidOut = row(row, widths, place, groupTag.child("TR").lang(row.element().attribute("lang")));
            blocks.anchor(row.element(), place.flow());
            if (row.inHead()) {
                head.add(laidOut);
                place.flow().add(laidOut);
                place.flow().keepLast();
            } else {
                place.flow().repeatedHead(List.copyOf(head));
                place.flow().add(laidOut);
                number++;
                boolean shortFirst = number == 1 && body > 1 && laidOut.height() < TALL;
                boolean lastFollows = number > 1 && number == body - 1;
                if (shortFirst || lastFollows || row.node().style().keepWithNext) {
                    place.flow().keepLast();
                }
            }
        }
        if (grouped && body == 0) {
            place.tag().child("TBody");
        }
        place.flow().repeatedHead(List.of());
    }

    private void caption(Markup.Element table, Cascade.Node node, Place place) {
        for (Markup.Element child : table.elements()) {
            if (child.is("caption")) {
                Cascade.Node captionNode = blocks.cascade().child(node, child);
                Tag tag = place.tag().child("Caption").lang(child.attribute("lang"));
                int first = place.flow().size();
                blocks.boxed(child, captionNode, place, inner -> blocks.paragraph(child.children(), captionNode, inner.in(tag)));
                place.flow().keepFrom(first);
                place.flow().keepLast();
            }
        }
    }

    private Row row(TableRow row, double[] widths, Place place, Tag tag) {
        List<Row.Cell> cells = new ArrayList<>();
        int column = 0;
        double x = 0;
        for (TableRow.Cell cell : row.cells()) {
            double width = 0;
            for (int i = 0; i < cell.span(); i++) {
                width += widths[column++];
            }
            Style style = cell.node().style();
            Tag cellTag = tag.child(cell.isHead() ? "TH" : "TD").lang(cell.element().attribute("lang"));
            if (cell.isHead()) {
                cellTag.scope(cell.scope(row.inHead()));
            }
            cellTag.columns(cell.span());
            Place inner = place.alone(Math.max(width - style.insetX(), 1), cellTag);
            blocks.anchor(cell.element(), inner.flow());
            blocks.inside(cell.element(), cell.node(), inner);
            cells.add(new Row.Cell(x, width, style, Column.of(inner.flow().finished())));
            x += width;
        }
        return Row.of(place.x(), x, row.node().style(), cells);
    }
}
