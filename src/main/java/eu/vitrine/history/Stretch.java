package eu.vitrine.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of text, or an entry of a list, that both sides of a comparison have or only one.
 *
 * @param text never empty
 */
record Stretch(How how, String text) {

    /** Which side has it. */
    enum How {
        KEPT,
        /** Only the first. */
        REMOVED,
        /** Only the second. */
        ADDED
    }

    public boolean isRemoved() {
        return how == How.REMOVED;
    }

    public boolean isAdded() {
        return how == How.ADDED;
    }

    /** The text of the first side. */
    static String before(List<Stretch> stretches) {
        return text(stretches, How.ADDED);
    }

    /** The text of the second side. */
    static String after(List<Stretch> stretches) {
        return text(stretches, How.REMOVED);
    }

    private static String text(List<Stretch> stretches, How without) {
        return stretches.stream().filter(one -> one.how() != without).map(Stretch::text).collect(Collectors.joining());
    }
}
