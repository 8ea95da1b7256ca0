package eu.vitrine.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of an exported log: lines of JSON in UTF-8. First the head, which names the format, the log, the number of its events and its keys; then the
 * events, each line exactly the bytes that were hashed; after an event whose reason was not erased, the reason; after the last event that a checkpoint covers, the checkpoint. docs/audit-log.md describes it.
 */
public final class LogFile {

    private static final String FORMAT = "vitrine-audit-log/1";
    private static final byte[] CHECKPOINT = "{\"checkpoint\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WORDS = "{\"words\":".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_LINE = 64 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private LogFile() {}

    /**
     * Verifies an export in one pass, whatever its size.
     *
     * @param export not closed
     * @throws Malformed if it is not an export of an audit log
     * @throws IOException if it cannot be read
     */
    public static LogVerdict verify(InputStream export, Trust trust) throws IOException {
        Lines lines = new Lines(export);
        byte[] first = lines.next();
        Head head = head(first == null ? new byte[0] : first);
        LogWalk walk = new LogWalk(head.origin(), head.keys(), trust);
        for (byte[] line = lines.next(); line != null && !walk.hasFailed(); line = lines.next()) {
            if (startsWith(line, CHECKPOINT)) {
                walk.checkpoint(note(line));
            } else if (startsWith(line, WORDS)) {
                words(line, walk);
            } else {
                walk.event(line);
            }
        }
        return walk.end(walk.hasFailed() ? walk.events() : head.events());
    }

    private record Head(String origin, long events, List<LogKey> keys) {}

    private static Head head(byte[] line) {
        try {
            JsonNode head = JSON.readTree(line);
            if (!head.path("format").asString("").equals(FORMAT)) {
                throw new Malformed("This is not an export of an audit log: its first line does not say \"" + FORMAT + "\".");
            }
            List<LogKey> keys = new ArrayList<>();
            for (JsonNode key : head.required("keys")) {
                JsonNode handOver = key.path("handOver");
                keys.add(new LogKey(VerifierKey.parse(key.required("key").stringValue()),
                        handOver.isString() ? SignedNote.parse(handOver.stringValue()) : null));
            }
            return new Head(head.required("origin").stringValue(), head.required("events").longValue(), keys);
        } catch (JacksonException e) {
            throw new Malformed("This is not an export of an audit log: its first line is not the head of one.");
        }
    }

    /** What the line says, or nothing, which is no checkpoint either. */
    private static String note(byte[] line) {
        try {
            return JSON.readTree(line).path("checkpoint").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static void words(byte[] line, LogWalk walk) {
        try {
            JsonNode words = JSON.readTree(line).path("words");
            walk.words(words.path("seq").asLong(0), new Words(words.path("salt").asString(""), words.path("text").asString("")));
        } catch (JacksonException e) {
            walk.words(0, new Words("", ""));
        }
    }

    /** Writes the first line. */
    public static void head(OutputStream out, String origin, long events, List<LogKey> keys) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("origin", origin);
        head.put("events", events);
        head.put("keys", keys.stream().map(LogFile::published).toList());
        line(out, JSON.writeValueAsBytes(head));
    }

    private static Map<String, Object> published(LogKey key) {
        Map<String, Object> published = new LinkedHashMap<>();
        published.put("key", key.verifier().written());
        SignedNote handOver = key.handOver();
        if (handOver != null) {
            published.put("handOver", handOver.written());
        }
        return published;
    }

    public static void event(OutputStream out, byte[] canonical) throws IOException {
        line(out, canonical);
    }

    /** The reason of the event that was written last. */
    public static void words(OutputStream out, long seq, Words words) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seq", seq);
        members.put("salt", words.salt());
        members.put("text", words.text());
        line(out, JSON.writeValueAsBytes(Map.of("words", members)));
    }

    /** @param note as written */
    public static void checkpoint(OutputStream out, String note) throws IOException {
        line(out, JSON.writeValueAsBytes(Map.of("checkpoint", note)));
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    private static boolean startsWith(byte[] line, byte[] beginning) {
        return line.length >= beginning.length && java.util.Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Lines as bytes, because what is hashed are bytes. */
    private static final class Lines {

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int until;

        Lines(InputStream in) {
            this.in = in;
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            while (true) {
                for (int i = from; i < until; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        from = i + 1;
                        return line.toByteArray();
                    }
                }
                line.write(buffer, from, until - from);
                from = 0;
                until = in.read(buffer);
                if (until < 0) {
                    until = 0;
                    return line.size() == 0 ? null : line.toByteArray();
                }
                if (line.size() > LONGEST_LINE) {
                    throw new Malformed("This is not an export of an audit log: a line is longer than any event.");
                }
            }
        }
    }
}
