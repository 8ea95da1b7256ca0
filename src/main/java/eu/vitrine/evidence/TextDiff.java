package eu.vitrine.evidence;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
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
    /** A third of the letters of the shorter line. */
    private static final int ENOUGH = 3;

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
        return new Comparing(before).rows(places(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail)), head);
    }

    /** One place where two lists differ: from {@code at}, the old ones are replaced by the new ones. */
    private record Place(int at, List<String> old, List<String> now) {}

    /** The library tells what was put in and what was taken out at one place apart; here they belong together. */
    private static List<Place> places(List<String> before, List<String> after) {
        var places = new ArrayList<Place>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
            Place last = places.isEmpty() ? new Place(-1, List.of(), List.of()) : places.getLast();
            if (last.at() >= 0 && last.at() + last.old().size() == delta.getSource().getPosition()) {
                places.removeLast();
                places.add(new Place(last.at(), joined(last.old(), delta.getSource().getLines()), joined(last.now(), delta.getTarget().getLines())));
            } else {
                places.add(new Place(delta.getSource().getPosition(), delta.getSource().getLines(), delta.getTarget().getLines()));
            }
        }
        return places;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
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

        TextDiff rows(List<Place> places, int offset) {
            int at = 0;
            for (Place place : places) {
                int start = place.at() + offset;
                unchanged(at, start, !rows.isEmpty());
                changed(place);
                at = start + place.old().size();
            }
            if (!places.isEmpty()) {
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

        /** Lines are taken for reworded where they stand in the same order and share enough. */
        private void changed(Place place) {
            int both = Math.min(place.old().size(), place.now().size());
            for (int i = 0; i < both; i++) {
                pair(place.old().get(i), place.now().get(i));
            }
            place.old().subList(both, place.old().size()).forEach(this::removed);
            place.now().subList(both, place.now().size()).forEach(this::added);
        }

        private void pair(String old, String now) {
            List<Piece> words = words(old, now);
            int same = words.stream().filter(piece -> piece.change() == Change.SAME).mapToInt(piece -> piece.text().length()).sum();
            if (same * ENOUGH < Math.min(old.length(), now.length())) {
                removed(old);
                added(now);
            } else {
                rewritten++;
                rows.add(new Row(Change.REWRITTEN, words, 0));
            }
        }

        private void removed(String line) {
            removed++;
            rows.add(new Row(Change.REMOVED, List.of(new Piece(Change.REMOVED, line)), 0));
        }

        private void added(String line) {
            added++;
            rows.add(new Row(Change.ADDED, List.of(new Piece(Change.ADDED, line)), 0));
        }

        private static List<Piece> words(String old, String now) {
            List<String> from = Arrays.asList(old.split("(?<= )"));
            List<String> to = Arrays.asList(now.split("(?<= )"));
            if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
                return List.of(new Piece(Change.REMOVED, old), new Piece(Change.ADDED, now));
            }
            var pieces = new ArrayList<Piece>();
            int at = 0;
            for (Place place : places(from, to)) {
                add(pieces, Change.SAME, from.subList(at, place.at()));
                add(pieces, Change.REMOVED, place.old());
                add(pieces, Change.ADDED, place.now());
                at = place.at() + place.old().size();
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
