package eu.vitrine.formats;

import com.fasterxml.aalto.UncheckedStreamException;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the first sheet of an XLSX workbook, after {@link WorkbookCheck}. A formula is no value and makes its cell unusable. */
final class WorkbookReader {

    private WorkbookReader() {}

    /** @throws InvalidFile when it is no workbook, is refused by the check, or holds no table that can be read to its end */
    static Table read(Source file) {
        WorkbookCheck.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            if (sheets.isEmpty()) {
                throw refused(file, 0, "the workbook has no sheet");
            }
            try (Stream<Row> rows = sheets.getFirst().openStream()) {
                return table(file, rows.iterator(), further(file, sheets));
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException | UncheckedStreamException | IllegalArgumentException | IllegalStateException
                | IndexOutOfBoundsException | NullPointerException | NoSuchElementException | DateTimeException | ArithmeticException e) {
            // the library trusts what stands in a sheet, and lets all of these through where it does not hold
            throw refused(file, 0, "the workbook is damaged and cannot be read to its end");
        }
    }

    private static List<Remark> further(Source file, List<Sheet> sheets) {
        if (sheets.size() < 2) {
            return List.of();
        }
        String names = String.join(", ", sheets.stream().skip(1).map(Sheet::getName).toList());
        return List.of(new Remark(Remark.Weight.NOT_A_FACT, Place.of(file.name()), null, null, names,
                "only the first sheet is read, not the others", "Move what should be imported to the first sheet, or import each sheet as a file."));
    }

    private static Table table(Source file, Iterator<Row> rows, List<Remark> remarks) {
        List<String> headers = List.of();
        List<Table.Row> read = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Map<Integer, String> faults = new HashMap<>();
            List<String> cells = cells(file, row, faults);
            if (headers.isEmpty()) {
                headers = CsvReader.headers(file.name(), trimmed(cells));
            } else if (!faults.isEmpty() || cells.stream().anyMatch(cell -> !cell.isBlank())) {
                Table.Row plain = CsvReader.row(row.getRowNum(), cells, headers.size());
                Map<Integer, String> all = new HashMap<>(plain.faults());
                int columns = headers.size();
                faults.forEach((column, fault) -> all.put(Math.min(column, columns - 1), fault));
                read.add(new Table.Row(plain.line(), plain.cells(), all));
            }
            if (read.size() > Table.MOST_ROWS) {
                throw refused(file, row.getRowNum(), "the table has more than " + Table.MOST_ROWS + " rows; split it into several files");
            }
        }
        if (headers.isEmpty()) {
            throw refused(file, 0, "the first sheet is empty; its first row must name the columns");
        }
        return new Table(file.name(), headers, read, false, remarks);
    }

    private static List<String> trimmed(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }

    private static List<String> cells(Source file, Row row, Map<Integer, String> faults) {
        if (row.getCellCount() > Table.MOST_COLUMNS * 2) {
            throw refused(file, row.getRowNum(), "the row has more than " + Table.MOST_COLUMNS + " columns");
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            String text = "";
            if (cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null)) {
                faults.put(i, "the cell holds a formula; replace it by its value (copy, then paste values only)");
                text = "=" + cell.getFormula();
            } else if (cell != null && cell.getType() == CellType.ERROR) {
                faults.put(i, "the cell holds an error of the spreadsheet");
                text = cell.getRawValue() == null ? "" : cell.getRawValue();
            } else if (cell != null) {
                text = text(cell);
            }
            cells.add(text);
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
            case NUMBER -> isDate(cell.getDataFormatString()) ? date(cell.asDate()) : cell.asNumber().toString();
            default -> "";
        };
    }

    private static boolean isDate(@org.jspecify.annotations.Nullable String format) {
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("y") && bare.contains("m") || bare.contains("d") && bare.contains("m");
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
    }

    private static InvalidFile refused(Source file, int line, String why) {
        return new InvalidFile(new Problem(file.name(), line, 0, why));
    }
}
