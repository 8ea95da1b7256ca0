package eu.vitrine.typeset;

import java.util.Arrays;
import java.util.List;

/** Widths of a table's columns: what the theme fixes, and for the others what their content asks for. */
final class ColumnWidths {

    private static final int SAMPLE = 300;

    /** A word wider than this share of the table may be broken to make room. */
    private static final double WORD_SHARE = 0.2;

    /** A column whose longest text is shorter than this share keeps it on one line while others can give way. */
    private static final double SHORT_SHARE = 0.2;

    private static final double LONGEST_SHARE = 1.5;

    private final double available;
    private final double[] fixed;
    private final double[] least;
    private final double[] most;

    private ColumnWidths(int columns, double available) {
        this.available = available;
        this.fixed = new double[columns];
        this.least = new double[columns];
        this.most = new double[columns];
    }

    static double[] of(Markup.Element table, Cascade.Node node, List<TableRow> rows, Cascade cascade, double available) {
        ColumnWidths widths = new ColumnWidths(rows.getFirst().columns(), available);
        widths.fixByColumns(table, node, cascade);
        for (TableRow row : rows.subList(0, Math.min(SAMPLE, rows.size()))) {
            int column = 0;
            for (TableRow.Cell cell : row.cells()) {
                if (cell.span() == 1) {
                    widths.measure(cell, column, cascade);
                }
                column += cell.span();
            }
        }
        return widths.distribute();
    }

    private void fixByColumns(Markup.Element table, Cascade.Node node, Cascade cascade) {
        int column = 0;
        for (Markup.Element group : table.elements()) {
            if (!group.is("colgroup")) {
                continue;
            }
            Cascade.Node groupNode = cascade.child(node, group);
            for (Markup.Element col : group.elements()) {
                Style.Extent width = cascade.child(groupNode, col).style().width;
                if (column >= fixed.length) {
                    throw col.refused("is one column more than the rows have");
                }
                fixed[column++] = width == null ? 0 : width.of(available);
            }
        }
    }

    private void measure(TableRow.Cell cell, int column, Cascade cascade) {
        Style.Extent width = cell.node().style().width;
        if (width != null && fixed[column] == 0) {
            fixed[column] = width.of(available);
        }
        if (fixed[column] == 0) {
            CellMeasure measure = CellMeasure.of(cell, cascade, WORD_SHARE * available);
            least[column] = Math.max(least[column], measure.least());
            most[column] = Math.max(most[column], Math.min(measure.most(), LONGEST_SHARE * available));
        }
    }

    private double[] distribute() {
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] > 0) {
                least[i] = 0;
                most[i] = 0;
            }
        }
        double room = available - sum(fixed);
        double[] unbroken = least.clone();
        for (int i = 0; i < unbroken.length; i++) {
            unbroken[i] = most[i] <= SHORT_SHARE * available ? most[i] : least[i];
        }
        double[] floor = sum(unbroken) <= room ? unbroken : least;
        double[] widths = fixed.clone();
        for (int i = 0; i < widths.length; i++) {
            if (fixed[i] == 0) {
                widths[i] = share(i, room, floor);
            }
        }
        double all = sum(widths);
        boolean onlyFixed = Arrays.stream(fixed).allMatch(width -> width > 0);
        double factor = all > available || onlyFixed ? available / all : 1;
        return Arrays.stream(widths).map(width -> width * factor).toArray();
    }

    /** Everything on one line if there is room; else the floor and a share of the rest; else less for all. */
    private double share(int column, double room, double[] floor) {
        double allFloor = sum(floor);
        double allMost = sum(most);
        if (allMost <= room) {
            return allMost == 0 ? room / fixed.length : most[column] * room / allMost;
        }
        if (allFloor <= room) {
            return floor[column] + (room - allFloor) * (most[column] - floor[column]) / Math.max(allMost - allFloor, 1e-9);
        }
        return Math.max(room, 1) * floor[column] / allFloor;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
