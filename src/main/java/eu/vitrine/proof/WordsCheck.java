package eu.vitrine.proof;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the words beside a log are those that were hashed, and whether the log tells of each that is missing. Not for several threads. */
public final class WordsCheck {

    /** The action of the event that says that words were erased; its object is the event they belonged to. */
    public static final String ERASED = "audit-words.erased";

    private final TreeSet<Long> missing = new TreeSet<>();
    private long erased;
    private long pending;
    private @Nullable String expected;

    /**
     * The next event.
     *
     * @param hash of the words that belong to it, or null where it has none
     */
    public void event(long seq, @Nullable String hash) {
        settle();
        pending = seq;
        expected = hash;
    }

    /** An event says that the words of another were erased. */
    public void erased(String seq) {
        if (seq.matches("[1-9][0-9]{0,17}") && missing.remove(Long.valueOf(seq))) {
            erased++;
        }
    }

    /** The words that stand with the last event; false if they are not those that were hashed. */
    public boolean fits(long seq, Words words) {
        boolean fits = seq == pending && words.hash().equals(expected);
        expected = null;
        return fits;
    }

    /** The first event whose words are missing although no event says that they were erased; 0 if there is none. To be called at the end. */
    public long firstMissing() {
        settle();
        return missing.isEmpty() ? 0 : missing.first();
    }

    /** Of how many events the words were erased, and the log says so. */
    public long erased() {
        return erased;
    }

    private void settle() {
        if (expected != null) {
            missing.add(pending);
            expected = null;
        }
    }
}
