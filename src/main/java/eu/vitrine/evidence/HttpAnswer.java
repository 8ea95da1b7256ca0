package eu.vitrine.evidence;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer by HTTP/1.1 (RFC 9112), read strictly and with a bound on everything: a line, the headers, the body.
 *
 * @param headers by name in lower case; of several with one name the last
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})(?:[;\\s].*)?");

    /** More than the limit was sent. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What was sent is not HTTP. */
    static final class NotUnderstood extends IOException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String what) {
            super(what);
        }
    }

    /** Reads one answer to a GET; the body of any status but 200 is left unread. */
    static HttpAnswer read(InputStream in, long limit) throws IOException {
        Matcher status = STATUS_LINE.matcher(line(in));
        if (!status.matches()) {
            throw new NotUnderstood("no status line");
        }
        int code = Integer.parseInt(status.group(1));
        Map<String, String> headers = headers(in);
        return new HttpAnswer(code, headers, code == 200 ? body(in, headers, limit) : new byte[0]);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean leadsOn() {
        return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) && headers.containsKey("location");
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || ++count > MOST_HEADERS) {
                throw new NotUnderstood("a header without name, or too many");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String before = headers.put(name, line.substring(colon + 1).strip());
            if (before != null && name.equals("content-length") && !before.equals(headers.get(name))) {
                throw new NotUnderstood("two lengths");
            }
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers, long limit) throws IOException {
        String encoding = headers.getOrDefault("content-encoding", "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new NotUnderstood("compressed, which was not asked for");
        }
        String transfer = headers.get("transfer-encoding");
        if (transfer != null) {
            if (!transfer.equalsIgnoreCase("chunked")) {
                throw new NotUnderstood("unknown transfer encoding");
            }
            return chunks(in, limit);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return whole(in, limit);
        }
        if (!length.matches("\\d{1,15}")) {
            throw new NotUnderstood("no length");
        }
        if (Long.parseLong(length) > limit) {
            throw new TooLong();
        }
        return exactly(in, Integer.parseInt(length));
    }

    private static byte[] whole(InputStream in, long limit) throws IOException {
        byte[] body = in.readNBytes((int) limit + 1);
        if (body.length > limit) {
            throw new TooLong();
        }
        return body;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ends early");
        }
        return body;
    }

    private static byte[] chunks(InputStream in, long limit) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            Matcher head = CHUNK.matcher(line(in));
            if (!head.matches()) {
                throw new NotUnderstood("a chunk without length");
            }
            int length = Integer.parseInt(head.group(1), 16);
            if (length == 0) {
                return body.toByteArray(); // what trails is not read: the connection is closed
            }
            if (body.size() + (long) length > limit) {
                throw new TooLong();
            }
            body.writeBytes(exactly(in, length));
            if (!line(in).isEmpty()) {
                throw new NotUnderstood("a chunk longer than its length");
            }
        }
    }

    /** A line without its end. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends early");
            }
            if (line.size() == LONGEST_LINE) {
                throw new NotUnderstood("a line without end");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
