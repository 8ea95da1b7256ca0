package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;

/** Cells side by side: a table row, or the blocks of a box with {@code display: row}. */
record Row(double x, double width, Style style, List<Cell> cells, double height) implements Slice {

    /** A cell with its place in the row; its content starts below and beside its padding. */
    record Cell(double x, double width, Style style, Column column) {
        double height() {
            return style.inset(Style.TOP) + column.height() + style.inset(Style.BOTTOM);
        }
    }

    static Row of(double x, double width, Style style, List<Cell> cells) {
        double height = cells.stream().mapToDouble(Cell::height).max().orElse(0);
        return new Row(x, width, style, List.copyOf(cells), height);
    }

    @Override
    public void paint(Ink ink, double columnX, double y) {
        double left = columnX + x;
        ink.box(style, left, y, width, height, true, true);
        for (Cell cell : cells) {
            ink.box(cell.style(), left + cell.x(), y, cell.width(), height, true, true);
        }
        for (Cell cell : cells) {
            cell.column().paint(ink, left + cell.x() + cell.style().inset(Style.LEFT), y + cell.style().inset(Style.TOP));
        }
    }

    /**
     * Cuts a row that is taller than a page between the lines of its cells.
     *
     * @return the part that fits and the rest, or this row alone if not even one line fits
     */
    List<Row> split(double available) {
        List<Cell> above = new ArrayList<>();
        List<Cell> below = new ArrayList<>();
        boolean progress = false;
        boolean rest = false;
        for (Cell cell : cells) {
            double room = available - cell.style().inset(Style.TOP) - cell.style().inset(Style.BOTTOM);
            List<List<Step>> halves = cell.column().split(room);
            progress |= !halves.getFirst().isEmpty();
            rest |= !halves.getLast().isEmpty();
            above.add(new Cell(cell.x(), cell.width(), cell.style(), Column.of(halves.getFirst())));
            below.add(new Cell(cell.x(), cell.width(), cell.style(), Column.of(halves.getLast())));
        }
        return progress && rest ? List.of(of(x, width, style, above), of(x, width, style, below)) : List.of(this);
    }
}
