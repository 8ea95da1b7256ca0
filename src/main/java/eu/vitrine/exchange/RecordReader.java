package eu.vitrine.exchange;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the catalogue, files of one licence and scenario files, in YAML or JSON. A file with anything wrong in it is not a record; all
 * that is wrong in it is reported, and the other files are still read.
 */
public final class RecordReader {

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final FactPaths paths;
    private final boolean kept;

    private RecordReader(FactPaths paths, boolean kept) {
        this.paths = paths;
        this.kept = kept;
    }

    /** A reader of the facts of this vocabulary. It can be shared between threads. */
    public static RecordReader with(Vocabulary vocabulary) {
        return new RecordReader(new FactPaths(vocabulary), false);
    }

    /** A reader of what this product kept itself: there a model holds judgements of persons, which no file may bring. */
    public static RecordReader ofKept(Vocabulary vocabulary) {
        return new RecordReader(new FactPaths(vocabulary), true);
    }

    /**
     * Reads these files. Two files may have the same slug only when they say the same; the second of two that differ is a
     * problem.
     */
    public Reading read(List<Source> files) {
        List<RecordFile> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, First> bySlug = new HashMap<>();
        for (Source file : files) {
            List<Problem> own = new ArrayList<>();
            RecordFile record = read(file, new Complaints(file.name(), own), bySlug, own);
            own.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            problems.addAll(own);
            if (record != null && own.isEmpty()) {
                records.add(record);
            }
        }
        return new Reading(records, problems);
    }

    /** The first file with a slug. */
    private record First(String file, RecordFile record) {}

    private @Nullable RecordFile read(
            Source file, Complaints problems, Map<String, First> bySlug, List<Problem> all) {
        try {
            Located root = LocatedReader.read(text(file), file.name());
            Characters.check(root, problems);
            Form form = new Form(root, problems);
            RecordFile record = new FileReading(paths, kept, form, problems).record();
            if (problems.isEmpty()) {
                First first = bySlug.putIfAbsent(record.slug(), new First(file.name(), record));
                if (first != null && !first.record().equals(record)) {
                    form.complain("slug", "the slug \"" + record.slug() + "\" is already that of " + first.file()
                            + ", which says something else; give one of the two another slug");
                }
            }
            return record;
        } catch (InvalidFile e) {
            all.addAll(e.problems());
            return null;
        }
    }

    private static String text(Source file) {
        if (file.bytes().length > MAX_BYTES) {
            throw new InvalidFile(new Problem(file.name(), 0, 0, "the file is larger than 4 MiB; a record never is"));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
        CharBuffer text = CharBuffer.allocate(file.bytes().length);
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.toString().lastIndexOf('\n');
            throw new InvalidFile(new Problem(file.name(), line, column, "the byte 0x%02X here is not UTF-8; save the file as UTF-8"
                    .formatted(bytes.get(bytes.position()))));
        }
        String decoded = text.toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }
}
