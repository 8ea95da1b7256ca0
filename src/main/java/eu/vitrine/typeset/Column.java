package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** Slices at their places: the content of a page or of a table cell. */
final class Column {

    /** A step with the distance of its top edge from the top of the column. */
    record Placed(Step step, double y) {
        double bottom() {
            return y + step.slice().height();
        }
    }

    private final List<Placed> content = new ArrayList<>();
    private double height;

    /** All steps one below the other, without page breaks. */
    static Column of(List<Step> steps) {
        Column column = new Column();
        steps.forEach(column::add);
        return column;
    }

    List<Placed> content() {
        return content;
    }

    double height() {
        return height;
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /** The gap that this step would get here. */
    double gapBefore(Step step) {
        return content.isEmpty() ? 0 : step.gap();
    }

    void add(Step step) {
        addAt(step, height + gapBefore(step));
    }

    void addAt(Step step, double y) {
        content.add(new Placed(step, y));
        height = y + step.slice().height();
    }

    /** The first steps that fit into the height and all others; the second list starts again at the top. */
    List<List<Step>> split(double available) {
        List<Step> head = new ArrayList<>();
        List<Step> tail = new ArrayList<>();
        for (Placed placed : content) {
            (tail.isEmpty() && placed.bottom() <= available ? head : tail).add(placed.step());
        }
        return List.of(head, tail);
    }

    void paint(Ink ink, double x, double y) {
        frames(ink, x, y);
        for (Placed placed : content) {
            placed.step().slice().paint(ink, x, y + placed.y());
        }
    }

    /** Calls back for each named place in this column and inside its rows. */
    void anchors(double y, ObjDoubleConsumer<String> found) {
        for (Placed placed : content) {
            placed.step().anchors().forEach(name -> found.accept(name, y + placed.y()));
            if (placed.step().slice() instanceof Row row) {
                row.cells().forEach(cell -> cell.column().anchors(y + placed.y() + cell.style().inset(Style.TOP), found));
            }
        }
    }

    private void frames(Ink ink, double x, double y) {
        Map<Frame, double[]> extents = new LinkedHashMap<>();
        Map<Gap, Boolean> edges = new IdentityHashMap<>();
        for (Placed placed : content) {
            if (placed.step().slice() instanceof Gap gap) {
                edges.put(gap, true);
            }
            for (Frame frame = placed.step().frame(); frame != null; frame = frame.parent()) {
                double[] extent = extents.computeIfAbsent(frame, f -> new double[] {placed.y(), placed.bottom()});
                extent[1] = Math.max(extent[1], placed.bottom());
            }
        }
        List<Frame> outermostFirst = new ArrayList<>(extents.keySet());
        outermostFirst.sort(Comparator.comparingInt(Frame::depth));
        for (Frame frame : outermostFirst) {
            double[] extent = extents.getOrDefault(frame, new double[2]);
            frame.paint(ink, x, y + extent[0], y + extent[1], edges.containsKey(frame.top()), edges.containsKey(frame.bottom()));
        }
    }
}
