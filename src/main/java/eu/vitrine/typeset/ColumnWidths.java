package eu.vitrine.typeset;

import java.util.Arrays;
import java.util.List;

/** Widths of a table's columns: what the theme fixes, and for the others what their content asks for. */
final class ColumnWidths {

    private static final int SAMPLE = 300;
    /** A column whose longest text is shorter than this is not broken while others can give way. */
    private static final double SHORT_SHARE = 0.2;

    private static final double SHAPE_EM = 1.4;
    private static final double NARROWEST_SHARE = 0.5;

    private ColumnWidths() {}

    static double[] of(
            Markup.Element table, Cascade.Node node, List<TableRow> rows, Cascade cascade, double available) {
        int columns = rows.getFirst().columns();
        double[] fixed = new double[columns];
        fixedByColumns(table, node, cascade, fixed, available);
        double[] least = new double[columns];
        double[] most = new double[columns];
        for (TableRow row : rows.subList(0, Math.min(SAMPLE, rows.size()))) {
            int column = 0;
            for (TableRow.Cell cell : row.cells()) {
                if (cell.span() == 1) {
                    measure(cell, column, fixed, least, most, available);
                }
                column += cell.span();
            }
        }
        for (int i = 0; i < columns; i++) {
            least[i] = most[i] <= SHORT_SHARE * available ? most[i] : least[i];
        }
        return distribute(fixed, least, most, available);
    }

    private static void fixedByColumns(
            Markup.Element table, Cascade.Node node, Cascade cascade, double[] fixed, double available) {
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

    private static void measure(
            TableRow.Cell cell, int column, double[] fixed, double[] least, double[] most, double available) {
        Style style = cell.node().style();
        if (style.width != null && fixed[column] == 0) {
            fixed[column] = style.width.of(available);
        }
        if (fixed[column] > 0) {
            return;
        }
        String text = cell.element().text();
        double whole = shapes(cell.element()) * SHAPE_EM * style.size;
        double word = 0;
        double longest = 0;
        Face face = Fonts.primary(style);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            double advance = Math.max(face.width(c), 0) * style.size / 1000;
            advance = advance == 0 ? style.size : advance;
            whole += advance;
            word = c == ' ' || c >= 0x2E80 ? 0 : word + advance;
            longest = Math.max(longest, word);
        }
        least[column] = Math.max(least[column], Math.min(longest, available * NARROWEST_SHARE) + style.insetX() + 0.5);
        most[column] = Math.max(most[column], Math.min(whole, available * 2) + style.insetX() + 0.5);
    }

    private static int shapes(Markup.Element element) {
        return element.elements().stream().mapToInt(e -> e.is("svg") ? 1 : shapes(e)).sum();
    }

    private static double[] distribute(double[] fixed, double[] least, double[] most, double available) {
        double[] widths = fixed.clone();
        double room = available - Arrays.stream(fixed).sum();
        double allLeast = Arrays.stream(least).sum();
        double allMost = Arrays.stream(most).sum();
        for (int i = 0; i < widths.length; i++) {
            if (fixed[i] > 0) {
                continue;
            }
            if (room >= allMost) {
                widths[i] = allMost == 0 ? room / widths.length : most[i] * room / allMost;
            } else if (room >= allLeast) {
                widths[i] = least[i] + (room - allLeast) * (most[i] - least[i]) / Math.max(allMost - allLeast, 1e-9);
            } else {
                widths[i] = Math.max(room, 1) * least[i] / Math.max(allLeast, 1e-9);
            }
        }
        double sum = Arrays.stream(widths).sum();
        boolean tooWide = sum > available + 0.01;
        boolean onlyFixed = Arrays.stream(fixed).allMatch(w -> w > 0);
        double factor = tooWide || onlyFixed ? available / sum : 1;
        return Arrays.stream(widths).map(w -> w * factor).toArray();
    }
}
