package eu.vitrine.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a log once, from its first event to its last, and keeps the first fault. What it holds does not grow with the log, but for the roots that
 * checkpoints from outside ask for. Not for several threads.
 */
public final class LogWalk {

    /** What stands in the first event for the event before it. */
    public static final String BEFORE_THE_FIRST = "0".repeat(64);
    /** Clocks are set right by less than this without anybody having moved them; the log says so of more. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
    /** The action of the event that says that the clock was moved back. */
    public static final String CLOCK_MOVED_BACK = "clock.moved-back";

    private final String origin;
    private final Trust trust;
    private final KeyRing keys;
    private final CompactRange tree = new CompactRange();
    private final WordsCheck words = new WordsCheck();
    private final List<String> notices = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private String last = BEFORE_THE_FIRST;
    private Instant latest = Instant.MIN;
    private long signed;
    private long covered;
    private int checkpoints;
    private LogVerdict.@Nullable Altered fault;

    /**
     * @param origin name of the log, as its checkpoints have it
     * @param published the keys that the log itself names, in their order
     */
    public LogWalk(String origin, List<LogKey> published, Trust trust) {
        this.origin = origin;
        this.trust = trust;
        keys = new KeyRing(trust.keys());
        published.forEach(keys::add);
        outside();
    }

    /** Nothing after the first fault changes the verdict. */
    public boolean hasFailed() {
        return fault != null;
    }

    /** Number of events so far. */
    public long events() {
        return tree.size();
    }

    /** The root over the events so far, in hexadecimal digits. */
    public String root() {
        return tree.root();
    }

    /** The next event. */
    public void event(byte[] canonical) {
        if (fault != null) {
            return;
        }
        long expected = tree.size() + 1;
        EventLine event;
        try {
            event = EventLine.of(canonical);
        } catch (Malformed e) {
            fail(expected, "Event " + expected + " " + e.getMessage() + ".");
            return;
        }
        if (event.seq() != expected) {
            fail(expected, "Event " + expected + " is missing: in its place stands event " + event.seq() + ".");
        } else if (!event.prev().equals(last)) {
            fail(Math.max(1, expected - 1), expected == 1 ? "Event 1 follows on another event: the beginning of the log is missing."
                    : "Event " + (expected - 1) + " is not the one on which event " + expected + " was recorded.");
        } else {
            date(event);
        }
        words.event(expected, event.words());
        if (event.action().equals(WordsCheck.ERASED)) {
            words.erased(event.object());
        }
        byte[] leaf = Merkle.leaf(canonical);
        tree.add(leaf);
        last = Merkle.HEX.formatHex(leaf);
        compareOutside();
    }

    private void date(EventLine event) {
        boolean back = event.at().isBefore(latest.equals(Instant.MIN) ? latest : latest.minus(CLOCK_TOLERANCE));
        if (back && !event.action().equals(CLOCK_MOVED_BACK)) {
            fail(event.seq(), "Event " + event.seq() + " is dated " + event.at() + ", although an earlier event is dated " + latest
                    + ", and no event says that the clock was moved back.");
        } else if (back) {
            notices.add("At event " + event.seq() + " the clock of the server was moved back from " + latest + " to " + event.at() + ".");
            latest = event.at();
        }
        latest = event.at().isAfter(latest) ? event.at() : latest;
    }

    /** What a person wrote as the reason of the last event. */
    public void words(long seq, Words written) {
        if (!words.fits(seq, written)) {
            fail(tree.size(), "The reason that stands with event " + tree.size() + " is not the one that was recorded.");
        }
    }

    /** A checkpoint of the log itself, as written, which stands after the last event it covers. */
    public void checkpoint(String written) {
        if (fault != null) {
            return;
        }
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(written);
            checkpoint = Checkpoint.of(note);
        } catch (Malformed e) {
            fail(signed + 1, "The checkpoint after event " + tree.size() + " cannot be read: " + e.getMessage());
            return;
        }
        if (checkpoint.size() != tree.size() || !checkpoint.origin().equals(origin)) {
            fail(signed + 1, "After event " + tree.size() + " stands a checkpoint of " + checkpoint.size() + " events of the log " + checkpoint.origin() + ".");
        } else if (!keys.knows(note)) {
            fail(signed + 1, "The checkpoint of " + tree.size() + " events bears no signature that holds.");
        } else if (!checkpoint.root().equals(tree.root())) {
            replaced("The checkpoint", tree.size());
        } else {
            checkpoints++;
            signed = tree.size();
            covered = keys.trusts(note) ? signed : covered;
        }
    }

    private void outside() {
        for (SignedNote note : trust.checkpoints()) {
            Checkpoint checkpoint = Checkpoint.of(note);
            if (!keys.knows(note)) {
                missing.add("The checkpoint of " + checkpoint.size() + " events that was kept elsewhere is signed by no key that is trusted or that the log"
                        + " names, so it proves nothing.");
            } else if (!checkpoint.origin().equals(origin)) {
                fail(1, "The checkpoint that was kept elsewhere is of the log " + checkpoint.origin() + ", this one is " + origin
                        + ": it is another log, or event 1 and all after it were replaced.");
            }
        }
    }

    private void compareOutside() {
        for (SignedNote note : trust.checkpoints()) {
            Checkpoint checkpoint = Checkpoint.of(note);
            if (fault == null && checkpoint.size() == tree.size() && keys.knows(note)) {
                if (checkpoint.root().equals(tree.root())) {
                    covered = keys.trusts(note) ? tree.size() : covered;
                } else {
                    replaced("The checkpoint that was kept elsewhere", tree.size());
                }
            }
        }
    }

    private void replaced(String which, long size) {
        fail(signed + 1, (signed + 1 == size ? "Event " + size + " was replaced, or events before it: "
                : "One or more of the events from " + (signed + 1) + " to " + size + " were replaced: ")
                + which.toLowerCase(java.util.Locale.ROOT) + " of " + size + " events has another root.");
    }

    private void fail(long seq, String what) {
        if (fault == null) {
            fault = new LogVerdict.Altered(Math.max(1, seq), what, List.copyOf(notices));
        }
    }

    /**
     * The verdict, once all events were seen.
     *
     * @param announced how many events the log says it has
     */
    public LogVerdict end(long announced) {
        long events = tree.size();
        if (events < announced) {
            fail(events + 1, "Event " + (events + 1) + " is missing, and all after it: the log announces " + announced + " events.");
        } else if (events > announced) {
            fail(announced + 1, "Event " + (announced + 1) + " was never announced: the log says that it has " + announced + " events.");
        }
        for (SignedNote note : trust.checkpoints()) {
            long size = Checkpoint.of(note).size();
            if (size > events && keys.knows(note)) {
                fail(events + 1, "Event " + (events + 1) + " is missing, and all after it: a checkpoint that was kept elsewhere covers " + size + " events.");
            }
        }
        long gone = words.firstMissing();
        if (gone > 0) {
            fail(gone, "The reason of event " + gone + " is missing, and no event says that it was erased.");
        }
        if (words.erased() > 0) {
            notices.add("Reasons that were erased, as the log says: " + words.erased() + ".");
        }
        if (fault == null && !trust.keys().isEmpty() && checkpoints > 0 && covered == 0) {
            fail(1, "No checkpoint is signed by a trusted key, nor by one to which a trusted key has handed over: this is another log, or event 1 and all"
                    + " after it were replaced under a new key.");
        }
        return fault != null ? fault : missing(events);
    }

    private LogVerdict missing(long events) {
        if (checkpoints == 0) {
            missing.add("The log holds no checkpoint.");
        }
        if (trust.keys().isEmpty()) {
            missing.add("No trusted key was given, so nothing shows that the checkpoints were signed by the server that kept this log.");
        } else if (covered < events) {
            missing.add((covered + 1 == events ? "Event " + events + " is" : "Events " + (covered + 1) + " to " + events + " are")
                    + " covered by no checkpoint of a trusted key.");
        }
        return missing.isEmpty() ? new LogVerdict.Intact(events, tree.root(), checkpoints, List.copyOf(notices))
                : new LogVerdict.Incomplete(events, tree.root(), List.copyOf(missing), List.copyOf(notices));
    }
}
