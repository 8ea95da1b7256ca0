package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the slices of a column from top to bottom. Adjoining margins collapse to the larger one. */
final class Flow {

    private final List<Step> steps = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private List<Row> head = List.of();
    private @Nullable Frame frame;
    private @Nullable Marker marker;
    private double gap;
    private boolean breakBefore;
    private boolean toBottom;
    private boolean cover;

    /** All steps, once nothing more is added; a place that nothing follows gets an empty step to stand on. */
    List<Step> finished() {
        if (!anchors.isEmpty()) {
            push(new Gap(0));
        }
        return steps;
    }

    int size() {
        return steps.size();
    }

    void gap(double space) {
        gap = Math.max(gap, space);
    }

    void breakPage() {
        breakBefore = !steps.isEmpty();
    }

    void pushToBottom() {
        toBottom = true;
    }

    void cover(boolean on) {
        cover = on;
    }

    void anchor(String name) {
        anchors.add(name);
    }

    /** A list marker waits for the first line of its item. */
    void marker(Marker waiting) {
        marker = waiting;
    }

    /** Rows to repeat wherever a page begins between here and the next call. */
    void repeatedHead(List<Row> rows) {
        head = rows;
    }

    void open(Style style, double x, double width) {
        frame = new Frame(style, x, width, frame);
        add(frame.top());
        keepLast();
    }

    void close() {
        Frame closing = frame;
        if (closing == null) {
            throw new IllegalStateException("no box is open");
        }
        keepLast();
        gap = 0;
        add(closing.bottom());
        frame = closing.parent();
    }

    void add(Slice slice) {
        Slice marked = slice;
        Marker waiting = marker;
        if (waiting != null && !(slice instanceof Gap)) {
            marker = null;
            if (slice instanceof Line line) {
                marked = line.marked(waiting);
            } else {
                push(waiting.alone().marked(waiting));
                keepLast();
            }
        }
        push(marked);
    }

    /** What is still waiting for content when its element ends, shown alone. */
    void flushMarker() {
        Marker waiting = marker;
        if (waiting != null) {
            marker = null;
            push(waiting.alone().marked(waiting));
        }
    }

    private void push(Slice slice) {
        steps.add(new Step(slice, gap, false, breakBefore, toBottom, cover, frame, List.copyOf(anchors), head));
        gap = 0;
        breakBefore = false;
        toBottom = false;
        anchors.clear();
    }

    /** Adds the lines of a paragraph so that neither its first nor its last line stands alone on a page. */
    void paragraph(List<Line> lines) {
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            add(lines.get(i));
            if ((i == 0 && last > 0) || i == last - 1) {
                keepLast();
            }
        }
    }

    void keepLast() {
        if (!steps.isEmpty()) {
            steps.add(steps.removeLast().kept());
        }
    }

    /** Keeps all steps from the given one to the last on one page, if they fit. */
    void keepFrom(int first) {
        for (int i = first; i < steps.size() - 1; i++) {
            steps.set(i, steps.get(i).kept());
        }
    }
}
