package eu.vitrine.formats;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Our own records in YAML or JSON: one in a file, several as YAML documents or as a JSON list. */
public final class RecordFiles implements RecordFormat {

    /** What {@link #id()} says. */
    public static final String ID = "vitrine";

    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json", "");
    private static final Pattern SLUG = Pattern.compile("(?m)^slug[ \\t]*:|\"slug\"[ \\t]*:");

    private final RecordReader reader;
    private final FactLines lines;

    RecordFiles(Vocabulary vocabulary) {
        this.reader = RecordReader.with(vocabulary);
        this.lines = new FactLines(vocabulary);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Vitrine record (YAML or JSON)";
    }

    @Override
    public boolean recognises(Source file) {
        return EXTENSIONS.contains(FileNames.extension(file.name()))
                && SLUG.matcher(new String(file.bytes(), StandardCharsets.UTF_8)).find();
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        var records = new ArrayList<ImportedRecord>();
        var remarks = new ArrayList<Remark>();
        Map<String, ImportedRecord> first = new HashMap<>();
        for (Source file : files) {
            for (Documents.Document document : documents(file, remarks)) {
                read(document, origin, first, records, remarks);
            }
        }
        return new Imported(records, remarks);
    }

    private static List<Documents.Document> documents(Source file, List<Remark> remarks) {
        try {
            return Documents.of(file);
        } catch (InvalidFile e) {
            e.problems().forEach(problem -> remarks.add(remark(problem, 0)));
            return List.of();
        }
    }

    private void read(Documents.Document document, Origin origin, Map<String, ImportedRecord> first, List<ImportedRecord> records,
            List<Remark> remarks) {
        Reading reading = reader.read(List.of(document.source()));
        reading.problems().forEach(problem -> remarks.add(remark(problem, document.linesBefore())));
        for (RecordFile file : reading.records()) {
            Place place = new Place(document.source().name(), document.linesBefore() + 1, null);
            var record = new ImportedRecord(Sourced.from(origin, file), place, lines.of(document, file), true);
            ImportedRecord earlier = first.putIfAbsent(file.shape() == RecordFile.Shape.CATALOGUE ? "model " + file.slug() : file.stated() + " " + file.slug(), record);
            if (earlier == null) {
                records.add(record);
            } else if (!earlier.file().equals(record.file())) {
                remarks.add(new Remark(Remark.Weight.REJECTED, place, file.slug(), null, file.slug(), "the slug \"" + file.slug()
                        + "\" is already that of " + earlier.place().words() + ", which says something else", "Give one of the two another slug."));
            }
        }
    }

    private static Remark remark(Problem problem, int linesBefore) {
        return new Remark(Remark.Weight.REJECTED, new Place(problem.file(), problem.line() == 0 ? 0 : problem.line() + linesBefore, null), null,
                null, null, problem.message(), "Correct the file and import it again.");
    }
}
