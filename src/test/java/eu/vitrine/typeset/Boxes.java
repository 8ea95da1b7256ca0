package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;

/** Looks at laid-out pages for whatever stands outside the area it was given. */
final class Boxes {

    private static final double TOLERANCE = 0.05;

    private final List<String> outside = new ArrayList<>();

    private Boxes() {}

    static List<String> outside(LaidOut document) {
        Boxes boxes = new Boxes();
        int number = 0;
        for (Page page : document.pages()) {
            number++;
            if (page.column().height() > document.sheet().contentHeight() + TOLERANCE) {
                boxes.outside.add("page " + number + " is " + page.column().height() + " high");
            }
            boxes.column(page.column(), document.sheet().contentWidth(), "page " + number);
        }
        return boxes.outside;
    }

    private void column(Column column, double width, String where) {
        double below = 0;
        for (Column.Placed placed : column.content()) {
            if (placed.y() < below - TOLERANCE) {
                outside.add(where + ": overlap at " + placed.y());
            }
            below = placed.bottom();
            switch (placed.step().slice()) {
                case Line line -> line(line, width, where);
                case Row row -> row(row, width, where);
                case Repeated repeated -> row(repeated.head(), width, where);
                case Picture picture -> within(picture.x(), picture.drawing().width(), width, where + ": picture");
                case Gap gap -> {}
            }
        }
    }

    private void line(Line line, double width, String where) {
        double ink = 0;
        for (Part part : line.parts()) {
            boolean space = part == line.parts().getLast() && part instanceof Part.Glyphs g && g.text().equals(" ");
            ink += space ? 0 : part.width();
        }
        if (!line.parts().isEmpty() && line.parts().getLast() instanceof Part.Glyphs last && last.text().endsWith(" ")) {
            ink -= last.face().width(' ') * last.style().size / 1000;
        }
        within(line.x(), ink, width, where + ": line " + line.parts());
        within(line.x(), line.width(), width, where + ": line box");
    }

    private void row(Row row, double width, String where) {
        within(row.x(), row.width(), width, where + ": row");
        for (Row.Cell cell : row.cells()) {
            within(cell.x(), cell.width(), row.width(), where + ": cell");
            column(cell.column(), cell.width() - cell.style().insetX(), where + ", cell");
        }
    }

    private void within(double x, double width, double room, String what) {
        if (x < -TOLERANCE || x + width > room + TOLERANCE) {
            outside.add(what + " reaches from " + x + " to " + (x + width) + " of " + room);
        }
    }
}
