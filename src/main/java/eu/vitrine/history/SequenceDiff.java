package eu.vitrine.history;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/** What differs between two lists, by a shortest script of removals and additions (Myers, 1986). */
final class SequenceDiff {

    /** Beyond so many entries that differ between common ends, all of them are removed and added: nobody reads such a script. */
    private static final int MOST = 6_000;

    private SequenceDiff() {}

    /** An entry that both lists have or only one. */
    record Step<T>(Stretch.How how, T entry) {}

    /** Every entry of both lists, in order; where entries were replaced, those removed come first. */
    static <T> List<Step<T>> of(List<T> before, List<T> after) {
        int start = commonStart(before, after);
        int end = commonEnd(before, after, start);
        List<T> from = before.subList(start, before.size() - end);
        List<T> to = after.subList(start, after.size() - end);
        List<Step<T>> steps = new ArrayList<>();
        add(Stretch.How.KEPT, before.subList(0, start), steps);
        if (from.size() > MOST || to.size() > MOST) {
            add(Stretch.How.REMOVED, from, steps);
            add(Stretch.How.ADDED, to, steps);
        } else {
            middle(from, to, steps);
        }
        add(Stretch.How.KEPT, before.subList(before.size() - end, before.size()), steps);
        return steps;
    }

    private static <T> void middle(List<T> from, List<T> to, List<Step<T>> steps) {
        int at = 0;
        for (Change change : new MyersDiffWithLinearSpace<T>().computeDiff(from, to, null)) {
            add(Stretch.How.KEPT, from.subList(at, change.startOriginal), steps);
            add(Stretch.How.REMOVED, from.subList(change.startOriginal, change.endOriginal), steps);
            add(Stretch.How.ADDED, to.subList(change.startRevised, change.endRevised), steps);
            at = change.endOriginal;
        }
        add(Stretch.How.KEPT, from.subList(at, from.size()), steps);
    }

    private static <T> void add(Stretch.How how, List<T> entries, List<Step<T>> steps) {
        entries.forEach(entry -> steps.add(new Step<>(how, entry)));
    }

    private static <T> int commonStart(List<T> before, List<T> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size()) && before.get(start).equals(after.get(start))) {
            start++;
        }
        return start;
    }

    private static <T> int commonEnd(List<T> before, List<T> after, int start) {
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return end;
    }
}
