package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table with the looks of its cells; all rows of a table have the same number of columns. */
record TableRow(Markup.Element element, Cascade.Node node, Markup.@Nullable Element group, List<Cell> cells) {

    /** A class that the last cell of each row gets by itself. */
    private static final String LAST_CELL = "last-cell";

    /** A cell and the columns it spans. */
    record Cell(Markup.Element element, Cascade.Node node, int span) {

        boolean isHead() {
            return element.is("th");
        }

        String scope(boolean inHead) {
            String written = element.attribute("scope");
            return switch (written == null ? (inHead ? "col" : "row") : written) {
                case "col" -> "Column";
                case "row" -> "Row";
                default -> throw element.refused("has scope '" + written + "'; col and row are understood");
            };
        }
    }

    boolean inHead() {
        return group != null && group.is("thead");
    }

    int columns() {
        return cells.stream().mapToInt(Cell::span).sum();
    }

    /** @throws MarkupNotUnderstood if rows differ in their number of columns or a head follows the body */
    static List<TableRow> of(Markup.Element table, Cascade.Node node, Cascade cascade) {
        List<TableRow> rows = new ArrayList<>();
        for (Markup.Element child : table.elements()) {
            if (child.is("tr")) {
                rows.add(row(child, node, null, cascade));
            } else if (child.is("thead") || child.is("tbody")) {
                Cascade.Node groupNode = cascade.child(node, child);
                child.elements().forEach(tr -> rows.add(row(tr, groupNode, child, cascade)));
            }
        }
        boolean body = false;
        for (TableRow row : rows) {
            if (row.columns() != rows.getFirst().columns()) {
                throw row.element.refused("has " + row.columns() + " columns, the first row has " + rows.getFirst().columns());
            }
            if (row.inHead() && body) {
                throw row.element.refused("belongs to a thead that follows the body");
            }
            body = !row.inHead();
        }
        return rows;
    }

    private static TableRow row(Markup.Element tr, Cascade.Node parent, Markup.@Nullable Element group, Cascade cascade) {
        Cascade.Node node = cascade.child(parent, tr);
        List<Cell> cells = new ArrayList<>();
        List<Markup.Element> written = tr.elements();
        for (Markup.Element cell : written) {
            boolean last = cell == written.getLast();
            String span = cell.attribute("colspan");
            if (span != null && !span.matches("[1-9]\\d?")) {
                throw cell.refused("has colspan '" + span + "'; 1 to 99 are understood");
            }
            String classes = last ? cell.classes() + " " + LAST_CELL : cell.classes();
            cells.add(new Cell(cell, cascade.child(node, cell.name(), classes), span == null ? 1 : Integer.parseInt(span)));
        }
        if (cells.isEmpty()) {
            throw tr.refused("has no cells");
        }
        return new TableRow(tr, node, group, cells);
    }
}
