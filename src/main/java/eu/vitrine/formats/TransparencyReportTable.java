package eu.vitrine.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a report with the lines on which they begin; a cell may go over several lines. */
final class TransparencyReportTable {

    static final List<String> COLUMNS = List.of("Indicator", "Definition", "Notes", "Disclosure", "Justification", "References", "Score");
    private static final int MOST_ROWS = 1000;

    private TransparencyReportTable() {}

    /** One indicator. */
    record Row(int line, String indicator, String definition, String disclosure, String justification, String references, String score) {}

    /** The rows as far as they can be read; what is wrong becomes remarks. */
    static List<Row> rows(PlainFile file, Remarks remarks) {
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(file.text(), format)) {
            int line = 1;
            boolean header = true;
            for (CSVRecord record : parser) {
                int begins = line;
                line = (int) parser.getCurrentLineNumber() + 1;
                boolean empty = record.stream().allMatch(String::isBlank);
                if (header) {
                    header = false;
                    if (!record.toList().stream().map(String::strip).toList().equals(COLUMNS)) {
                        remarks.rejected(file.at(1, null), String.join(", ", record.toList().stream().limit(20).toList()),
                                "The columns of a report are " + String.join(", ", COLUMNS) + ".",
                                "Bring the report of one company, not the table of scores or of indicators.");
                        return List.of();
                    }
                } else if (!empty && record.size() != COLUMNS.size()) {
                    remarks.leftOut(file.at(begins, null), null, record.get(0), "The row has " + record.size() + " cells instead of "
                            + COLUMNS.size() + ".", null);
                } else if (!empty) {
                    rows.add(new Row(begins, record.get(0).strip(), record.get(1).strip(), record.get(3).strip(), record.get(4).strip(),
                            record.get(5).strip(), record.get(6).strip()));
                }
                if (record.getRecordNumber() > MOST_ROWS) {
                    remarks.leftOut(file.at(begins, null), null, null, "The table has more than " + MOST_ROWS + " rows; the rest was not read.",
                            null);
                    return rows;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            remarks.leftOut(Place.of(file.name()), null, null, "The table is broken after " + rows.size() + (rows.size() == 1 ? " row" : " rows")
                    + ": a quotation mark is not closed or stands inside a cell.", "Export the table again.");
        }
        return rows;
    }
}
