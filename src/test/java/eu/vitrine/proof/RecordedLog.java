package eu.vitrine.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log as the server exports it, for tests to tamper with: a checkpoint after every fourth event and after the last. */
public final class RecordedLog {

    public static final String ORIGIN = "log.example";
    private static final int EVERY = 4;
    private static final Instant BEGINNING = Instant.parse("2026-11-25T10:00:00Z");

    private final List<LogKey> keys = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<SignedNote> notes = new ArrayList<>();
    private final Map<Integer, Words> beside = new HashMap<>();
    private final CompactRange tree = new CompactRange();
    private SigningKey key;
    private String last = LogWalk.BEFORE_THE_FIRST;

    public RecordedLog(SigningKey key) {
        this.key = key;
        keys.add(new LogKey(key.verifier(), null));
    }

    /** Ten events of which the last is covered, too. */
    public static RecordedLog ofTen(SigningKey key) {
        return new RecordedLog(key).recordUpTo(10).sign();
    }

    public RecordedLog recordUpTo(int seq) {
        while (events.size() < seq) {
            int next = events.size() + 1;
            record("probe.written", BEGINNING.plusSeconds(next), "event " + next);
        }
        return this;
    }

    /** An event whose reason stands beside it. */
    RecordedLog recordWithWords(Words words) {
        beside.put(events.size() + 1, words);
        return record("probe.written", "1", BEGINNING.plusSeconds(events.size() + 1L), "{\"salted\":\"" + words.hash() + "\"}");
    }

    /** The words of an event are erased, and this event says so. */
    RecordedLog erase(int seq) {
        beside.remove(seq);
        return record(WordsCheck.ERASED, Integer.toString(seq), BEGINNING.plusSeconds(events.size() + 1L), "null");
    }

    public RecordedLog record(String action, Instant at, String reason) {
        return record(action, "1", at, "\"" + reason + "\"");
    }

    private RecordedLog record(String action, String object, Instant at, String reason) {
        String event = "{\"action\":\"" + action + "\",\"actor\":{\"id\":\"u1\",\"name\":\"Ada\"},\"at\":\"" + at + "\",\"detail\":{\"seq\":[99]},"
                + "\"object\":{\"id\":\"" + object + "\",\"revision\":null,\"type\":\"probe\"},\"prev\":\"" + last + "\",\"reason\":" + reason + ",\"seq\":"
                + (events.size() + 1) + "}";
        events.add(event);
        byte[] leaf = Merkle.leaf(event.getBytes(StandardCharsets.UTF_8));
        last = Merkle.HEX.formatHex(leaf);
        tree.add(leaf);
        return events.size() % EVERY == 0 ? sign() : this;
    }

    public RecordedLog sign() {
        notes.add(key.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()).text()));
        return this;
    }

    /** The next key signs from here on; the present one says so unless it is lost. */
    public RecordedLog changeKey(SigningKey next, boolean lost) {
        keys.add(new LogKey(next.verifier(), lost ? null : key.handOver(next.verifier())));
        key = next;
        return this;
    }

    public SignedNote newestCheckpoint() {
        return notes.getLast();
    }

    /** The lines of the export, the head first. */
    public List<String> lines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            LogFile.head(out, ORIGIN, events.size(), keys);
            for (int i = 1; i <= events.size(); i++) {
                LogFile.event(out, events.get(i - 1).getBytes(StandardCharsets.UTF_8));
                Words words = beside.get(i);
                if (words != null) {
                    LogFile.words(out, i, words);
                }
                for (SignedNote note : notes) {
                    if (Checkpoint.of(note).size() == i) {
                        LogFile.checkpoint(out, note.written());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    public String text() {
        return String.join("\n", lines()) + "\n";
    }
}
