package eu.vitrine.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text of a PDF, page by page, without layout. Files that would unpack to much, or hide how they are packed, are not read. */
final class PdfText {

    private static final Logger LOG = LoggerFactory.getLogger(PdfText.class);
    private static final int MOST_PAGES = 300;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    /** Where a stream begins (ISO 32000-1, 7.3.8). */
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

    /** More than one filter, or one that is named elsewhere: the pre-check would not see what comes out. */
    private static final Pattern HIDDEN_FILTER = Pattern.compile("/Filter\\s*(?:\\[[^\\]]*/[^\\]]*/|\\[?\\s*\\d+\\s+\\d+\\s+R)|/(?:LZWDecode|RunLengthDecode)\\b");

    /** A name with characters written as numbers (ISO 32000-1, 7.3.5). */
    private static final Pattern WRITTEN_AROUND = Pattern.compile("/((?:[A-Za-z0-9]|#[0-9A-Fa-f]{2}){1,60})");
    private static final Pattern NUMBER = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Set<String> TELLING = Set.of("Filter", "FlateDecode", "LZWDecode", "RunLengthDecode");

    private PdfText() {}

    /** The text; empty where the file cannot be read, is encrypted, or is refused by the rules above. */
    static Optional<String> of(byte[] file) {
        String raw = new String(file, StandardCharsets.ISO_8859_1);
        if (hidesFilters(raw) || unpacked(file, raw) > MOST_UNPACKED) {
            return Optional.empty();
        }
        try (PdfReader reader = new PdfReader(file)) {
            return reader.isEncrypted() || reader.getNumberOfPages() > MOST_PAGES ? Optional.empty() : Optional.of(text(reader));
        } catch (IOException | RuntimeException e) { // the library answers broken files with whatever it stumbles over
            LOG.debug("The text of a PDF cannot be read", e);
            return Optional.empty();
        }
    }

    private static boolean hidesFilters(String raw) {
        return HIDDEN_FILTER.matcher(raw).find() || raw.indexOf('#') >= 0 && WRITTEN_AROUND.matcher(raw).results().map(name -> name.group(1))
                .filter(name -> name.indexOf('#') >= 0).anyMatch(name -> TELLING.contains(NUMBER.matcher(name).replaceAll(PdfText::character)));
    }

    private static String character(MatchResult number) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1), 16)));
    }

    private static String text(PdfReader reader) throws IOException {
        var extractor = new PdfTextExtractor(reader);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    /** How many bytes the streams unpack to, counted without keeping them; counting ends where the limit is passed. */
    private static long unpacked(byte[] file, String raw) {
        long total = 0;
        var streams = STREAM.matcher(raw);
        while (streams.find() && total <= MOST_UNPACKED) {
            total += inflated(file, streams.end(), MOST_UNPACKED - total);
        }
        return total;
    }

    private static long inflated(byte[] file, int from, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            byte[] block = new byte[8192];
            long size = 0;
            while (size <= most && !inflater.finished()) {
                int read = inflater.inflate(block);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return size;
                }
                size += read;
            }
            return size;
        } catch (DataFormatException e) {
            return 0; // not packed this way: as large as it is in the file
        } finally {
            inflater.end();
        }
    }
}
