package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables with a record in each row, as CSV or XLSX. */
public final class TableFormat implements RecordFormat {

    /** What {@link #id()} says. */
    public static final String ID = "table";

    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "xlsx");
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Vocabulary vocabulary;
    private final TableRecords rows;

    TableFormat(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.rows = new TableRecords(vocabulary);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Table (CSV or XLSX)";
    }

    @Override
    public boolean recognises(Source file) {
        return EXTENSIONS.contains(FileNames.extension(file.name()));
    }

    /** Reads with the columns that their names say. */
    @Override
    public Imported read(List<Source> files, Origin origin) {
        var records = new ArrayList<ImportedRecord>();
        var remarks = new ArrayList<Remark>();
        for (Source file : files) {
            Imported imported = read(file, origin, null);
            records.addAll(imported.records());
            remarks.addAll(imported.remarks());
        }
        return new Imported(records, remarks);
    }

    /**
     * Reads a table. A row with anything wrong in it is no record; the others still are.
     *
     * @param chosen what the columns hold, or null to go by their names
     */
    public Imported read(Source file, Origin origin, @Nullable TableColumns chosen) {
        try {
            Table table = table(file);
            TableColumns columns = chosen != null ? chosen : guess(table.headers());
            List<String> problems = columns.problems(vocabulary, table.headers());
            if (!problems.isEmpty()) {
                return new Imported(List.of(), problems.stream().map(problem -> new Remark(Remark.Weight.REJECTED, new Place(file.name(), 1, null), null,
                        null, null, problem, "Choose what the columns hold.")).toList());
            }
            if (table.rows().isEmpty()) {
                throw new InvalidFile(new Problem(file.name(), 1, 0, "the table names its columns and has no row with anything in it below"));
            }
            return rows.read(table, columns, origin);
        } catch (InvalidFile e) {
            return new Imported(List.of(), e.problems().stream().map(TableFormat::remark).toList());
        }
    }

    /** The columns by their names. */
    public TableColumns guess(List<String> headers) {
        Kind kind = TableColumns.kindOf(vocabulary, headers);
        return TableColumns.guess(vocabulary, kind, headers);
    }

    /**
     * The names of the columns with up to so many values of each, for a person to choose by.
     *
     * @throws InvalidFile when the file is no table that can be read
     */
    public List<Sample> samples(Source file, int most) {
        Table table = table(file);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < table.headers().size(); i++) {
            int column = i;
            samples.add(new Sample(table.headers().get(i), table.rows().stream().map(row -> row.cells().get(column)).filter(cell -> !cell.isBlank())
                    .limit(most).map(cell -> cell.length() > 60 ? cell.substring(0, 59) + "…" : cell).toList()));
        }
        return samples;
    }

    /** A column by its name, with some of its values. */
    public record Sample(String header, List<String> values) {}

    /**
     * The rows with these numbers as they are in the file, for handing them back.
     *
     * @throws InvalidFile when the file is no table that can be read
     */
    public Rows rows(Source file, Set<Integer> numbers) {
        Table table = table(file);
        return new Rows(table.headers(), table.rows().stream().filter(row -> numbers.contains(row.line())).map(row -> new Numbered(row.line(), row.cells())).toList());
    }

    /** Some rows of a table. */
    public record Rows(List<String> headers, List<Numbered> rows) {}

    /** @param line number of the row or of its first line in the file */
    public record Numbered(int line, List<String> cells) {}

    private static Table table(Source file) {
        byte[] bytes = file.bytes();
        boolean zip = bytes.length > 4 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1] && bytes[2] == ZIP[2] && bytes[3] == ZIP[3];
        if (!zip && FileNames.extension(file.name()).equals("xlsx")) {
            throw new InvalidFile(new Problem(file.name(), 0, 0, "the file is not a workbook in the format XLSX"));
        }
        return zip ? WorkbookReader.read(file) : CsvReader.read(file);
    }

    private static Remark remark(Problem problem) {
        return new Remark(Remark.Weight.REJECTED, new Place(problem.file(), problem.line(), null), null, null, null, problem.message(),
                "Correct the file and import it again.");
    }
}
