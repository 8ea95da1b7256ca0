package eu.vitrine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs: a value, its source, a note.
 *
 * @param part what it is; the message key is {@code history.part.} and this
 * @param entries whether the stretches are entries of a list, each for itself
 * @param stretches both sides; a side may have none
 * @param rows the rows of a table, or null
 */
record PartChange(String part, boolean entries, List<Stretch> stretches, @Nullable RowsChange rows) {

    PartChange {
        stretches = List.copyOf(stretches);
    }

    /** A text that is compared word by word. */
    static PartChange ofWords(String part, @Nullable String before, @Nullable String after) {
        return new PartChange(part, false, WordDiff.of(before == null ? "" : before, after == null ? "" : after), null);
    }

    /** A text that is replaced as a whole. */
    static PartChange replaced(String part, @Nullable String before, @Nullable String after) {
        List<Stretch> stretches = new ArrayList<>();
        if (before != null && before.equals(after)) {
            stretches.add(new Stretch(Stretch.How.KEPT, before));
        } else {
            add(Stretch.How.REMOVED, before, stretches);
            add(Stretch.How.ADDED, after, stretches);
        }
        return new PartChange(part, false, stretches, null);
    }

    private static void add(Stretch.How how, @Nullable String text, List<Stretch> into) {
        if (text != null && !text.isEmpty()) {
            into.add(new Stretch(how, text));
        }
    }

    /** A list that is compared entry by entry. */
    static <T> PartChange ofEntries(String part, List<T> before, List<T> after, Function<T, String> words) {
        return new PartChange(part, true, SequenceDiff.of(before, after).stream().map(step -> new Stretch(step.how(), words.apply(step.entry()))).toList(), null);
    }

    /** What the first side says. */
    public List<Stretch> before() {
        return stretches.stream().filter(one -> one.how() != Stretch.How.ADDED).toList();
    }

    /** What the second side says. */
    public List<Stretch> after() {
        return stretches.stream().filter(one -> one.how() != Stretch.How.REMOVED).toList();
    }

    /** Whether the stretches show a difference. */
    boolean shows() {
        return stretches.stream().anyMatch(one -> one.how() != Stretch.How.KEPT);
    }
}
