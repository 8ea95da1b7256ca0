package eu.vitrine.typeset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Fills pages from the flow: keeps together what belongs together, repeats table heads, splits only what no page can hold. */
final class Paginator {

    private static final double TOLERANCE = 0.01;
    private static final double HEAD_SHARE = 0.4;
    private static final double LONG_ROW = 0.33;
    private static final double LARGE_REST = 0.2;

    private final double height;
    private final List<Page> pages = new ArrayList<>();
    private Column column = new Column();
    private boolean cover;

    private Paginator(double height) {
        this.height = height;
    }

    static List<Page> pages(List<Step> steps, double height) {
        Paginator paginator = new Paginator(height);
        Deque<Step> rest = new ArrayDeque<>(steps);
        while (!rest.isEmpty()) {
            paginator.next(rest);
        }
        paginator.finishPage();
        return paginator.pages;
    }

    private void next(Deque<Step> rest) {
        Step first = rest.element();
        if (first.breakBefore() && !column.isEmpty()) {
            finishPage();
        }
        if (first.toBottom()) {
            pushDown(rest);
            return;
        }
        List<Step> group = keptTogether(rest);
        if (!fits(group) && !column.isEmpty()) {
            if (begun(group, rest)) {
                return;
            }
            finishPage();
            repeatHead(first);
        }
        if (fits(group)) {
            group.forEach(this::place);
            group.forEach(step -> rest.poll());
        } else {
            forced(rest.remove(), rest);
        }
    }

    /**
     * Begins a long row in a large rest of the page, below what is kept with it, so that neither is the page left half empty nor
     * are a few lines cut off.
     */
    private boolean begun(List<Step> group, Deque<Step> rest) {
        Step last = group.getLast();
        List<Step> above = group.subList(0, group.size() - 1);
        double room = height - column.height() - extent(group) + last.slice().height();
        if (!(last.slice() instanceof Row row) || row.height() < LONG_ROW * height || room < LARGE_REST * height) {
            return false;
        }
        List<Row> pieces = row.split(Math.min(room, row.height() - LARGE_REST * height / 2));
        if (pieces.size() < 2) {
            return false;
        }
        above.forEach(this::place);
        group.forEach(step -> rest.remove());
        place(last.with(pieces.getFirst()));
        rest.push(last.continued(pieces.getLast()));
        finishPage();
        repeatHead(last);
        return true;
    }

    /** The next steps up to where a page may end; no more than a page could hold, since more cannot be kept together. */
    private List<Step> keptTogether(Deque<Step> rest) {
        List<Step> group = new ArrayList<>();
        double sum = 0;
        for (Step step : rest) {
            if (step.breakBefore() && !group.isEmpty()) {
                break;
            }
            group.add(step);
            sum += step.slice().height();
            if (!step.keep() || sum > height + TOLERANCE) {
                break;
            }
        }
        return group;
    }

    private boolean fits(List<Step> group) {
        return column.height() + extent(group) <= height + TOLERANCE;
    }

    private double extent(List<Step> group) {
        double sum = 0;
        for (int i = 0; i < group.size(); i++) {
            Step step = group.get(i);
            sum += step.slice().height() + (i == 0 ? column.gapBefore(step) : step.gap());
        }
        return sum;
    }

    /** Places one step although its group is taller than a page. */
    private void forced(Step step, Deque<Step> rest) {
        double room = height - column.height() - column.gapBefore(step);
        if (step.slice().height() <= room + TOLERANCE) {
            place(step);
            return;
        }
        boolean onlyHeadsAbove = column.content().stream().allMatch(placed -> placed.step().slice() instanceof Repeated);
        if (!onlyHeadsAbove) {
            finishPage();
            repeatHead(step);
            rest.push(step);
            return;
        }
        List<Row> pieces = step.slice() instanceof Row row ? row.split(room) : List.of();
        if (pieces.size() == 2) {
            place(step.with(pieces.getFirst()));
            rest.push(step.continued(pieces.getLast()));
        } else if (!column.isEmpty()) {
            column = new Column();
            rest.push(step);
        } else {
            place(step);
        }
    }

    private void pushDown(Deque<Step> rest) {
        List<Step> group = new ArrayList<>();
        for (Step step : rest) {
            if (step.breakBefore() && !group.isEmpty()) {
                break;
            }
            group.add(step);
        }
        double extent = extent(group);
        Step first = rest.remove();
        Step plain = new Step(first.slice(), first.gap(), first.keep(), false, false, first.cover(), first.frame(), first.anchors(), first.head());
        if (column.height() + extent <= height) {
            double firstGap = column.gapBefore(plain);
            place(plain, height - extent + firstGap);
        } else {
            rest.push(plain);
        }
    }

    private void repeatHead(Step step) {
        if (step.headHeight() > HEAD_SHARE * height) {
            return;
        }
        for (Row row : step.head()) {
            column.add(new Step(new Repeated(row), 0, true, false, false, step.cover(), step.frame(), List.of(), List.of()));
        }
    }

    private void place(Step step) {
        place(step, column.height() + column.gapBefore(step));
    }

    private void place(Step step, double y) {
        if (column.isEmpty()) {
            cover = step.cover();
        }
        column.addAt(step, y);
    }

    private void finishPage() {
        if (!column.isEmpty()) {
            pages.add(new Page(column, cover));
            column = new Column();
            cover = false;
        }
    }
}
