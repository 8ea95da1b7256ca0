package eu.vitrine.evidence;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What changed between two texts: lines added, removed and rewritten, word by word, with a little of what stands around them.
 *
 * @param rows in the order of the text
 * @param tooDifferent whether the texts were too long and too different to be compared; there are no rows then
 */
record TextDiff(int added, int removed, int rewritten, List<Row> rows, boolean tooDifferent) {

    private static final int AROUND = 2;
    private static final int MOST_LINES = 4000;
    private static final int MOST_WORDS = 1500;

    /** How a row or a piece of it changed. */
    enum Change { SAME, ADDED, REMOVED, REWRITTEN, LEFT_OUT }

    /**
     * @param leftOut of {@link Change#LEFT_OUT}, how many unchanged lines are not shown; else 0
     */
    record Row(Change change, List<Piece> pieces, int leftOut) {}

    record Piece(Change change, String text) {}

    /** Whether nothing differs. */
    public boolean same() {
        return rows.isEmpty() && !tooDifferent;
    }

    static TextDiff between(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        if (before.size() - head - tail > MOST_LINES || after.size() - head - tail > MOST_LINES) {
            return new TextDiff(0, 0, 0, List.of(), true);
        }
        return new Comparing(before).rows(DiffUtils.diff(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail),
                new MyersDiffWithLinearSpace<String>()).getDeltas(), head);
    }

    /** Builds the rows from the places where the texts differ. */
    private static final class Comparing {

        private final List<String> before;
        private final List<Row> rows = new ArrayList<>();
        private int added;
        private int removed;
        private int rewritten;

        Comparing(List<String> before) {
            this.before = before;
        }

        TextDiff rows(List<AbstractDelta<String>> deltas, int offset) {
            int at = 0;
            for (AbstractDelta<String> delta : deltas) {
                int start = delta.getSource().getPosition() + offset;
                unchanged(at, start, !rows.isEmpty());
                changed(delta);
                at = start + delta.getSource().size();
            }
            if (!deltas.isEmpty()) {
                end(at);
            }
            return new TextDiff(added, removed, rewritten, List.copyOf(rows), false);
        }

        private void unchanged(int from, int to, boolean afterAChange) {
            int show = afterAChange ? 2 * AROUND : AROUND;
            if (to - from <= show + 1) {
                same(from, to);
                return;
            }
            int first = afterAChange ? AROUND : 0;
            same(from, from + first);
            leftOut(to - AROUND - from - first);
            same(to - AROUND, to);
        }

        private void end(int from) {
            int shown = Math.min(before.size(), from + AROUND);
            if (before.size() - shown == 1) {
                shown = before.size();
            }
            same(from, shown);
            if (shown < before.size()) {
                leftOut(before.size() - shown);
            }
        }

        private void same(int from, int to) {
            before.subList(from, to).forEach(line -> rows.add(new Row(Change.SAME, List.of(new Piece(Change.SAME, line)), 0)));
        }

        private void leftOut(int lines) {
            rows.add(new Row(Change.LEFT_OUT, List.of(), lines));
        }

        private void changed(AbstractDelta<String> delta) {
            List<String> old = delta.getSource().getLines();
            List<String> now = delta.getTarget().getLines();
            int both = delta.getType() == DeltaType.CHANGE ? Math.min(old.size(), now.size()) : 0;
            for (int i = 0; i < both; i++) {
                rewritten++;
                rows.add(new Row(Change.REWRITTEN, words(old.get(i), now.get(i)), 0));
            }
            old.subList(both, old.size()).forEach(line -> rows.add(new Row(Change.REMOVED, List.of(new Piece(Change.REMOVED, line)), 0)));
            now.subList(both, now.size()).forEach(line -> rows.add(new Row(Change.ADDED, List.of(new Piece(Change.ADDED, line)), 0)));
            removed += old.size() - both;
            added += now.size() - both;
        }

        private static List<Piece> words(String old, String now) {
            List<String> from = Arrays.asList(old.split("(?<= )"));
            List<String> to = Arrays.asList(now.split("(?<= )"));
            if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
                return List.of(new Piece(Change.REMOVED, old), new Piece(Change.ADDED, now));
            }
            var pieces = new ArrayList<Piece>();
            int at = 0;
            for (AbstractDelta<String> delta : DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
                add(pieces, Change.SAME, from.subList(at, delta.getSource().getPosition()));
                add(pieces, Change.REMOVED, delta.getSource().getLines());
                add(pieces, Change.ADDED, delta.getTarget().getLines());
                at = delta.getSource().getPosition() + delta.getSource().size();
            }
            add(pieces, Change.SAME, from.subList(at, from.size()));
            return List.copyOf(pieces);
        }

        private static void add(List<Piece> pieces, Change change, List<String> words) {
            if (!words.isEmpty()) {
                pieces.add(new Piece(change, String.join("", words)));
            }
        }
    }
}
