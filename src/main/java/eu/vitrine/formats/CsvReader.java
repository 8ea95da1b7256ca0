package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV: UTF-8 with or without a byte order mark, comma, semicolon or tabulator, quotes as in RFC 4180. */
final class CsvReader {

    private static final Pattern LINE = Pattern.compile("\\(line (\\d+)\\)");

    private CsvReader() {}

    /** @throws InvalidFile when it is no table that can be read to its end */
    static Table read(Source file) {
        String text = text(file);
        char delimiter = delimiter(text);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).setTrailingData(false).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return table(file.name(), text, parser, delimiter == ';');
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(file.name(), e);
        }
    }

    private static InvalidFile unreadable(String name, Exception e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return new InvalidFile(new Problem(name, line.find() ? Integer.parseInt(line.group(1)) : 0, 0,
                "a quote opens a cell and does not close it as it should; a quote within a cell is written twice"));
    }

    private static Table table(String name, String text, CSVParser parser, boolean decimalComma) {
        List<String> headers = List.of();
        List<Table.Row> rows = new ArrayList<>();
        int line = 1;
        int at = 0;
        for (CSVRecord record : parser) {
            int start = firstSaid(text, (int) record.getCharacterPosition());
            line += newLines(text, at, start);
            at = start;
            List<String> cells = record.stream().map(CsvReader::withoutApostrophe).toList();
            if (headers.isEmpty()) {
                headers = headers(name, cells);
            } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(line, cells, headers.size()));
            }
            if (rows.size() > Table.MOST_ROWS) {
                throw new InvalidFile(new Problem(name, line, 0, "the table has more than " + Table.MOST_ROWS + " rows; split it into several files"));
            }
        }
        if (headers.isEmpty()) {
            throw new InvalidFile(new Problem(name, 0, 0, "the file is empty; its first row must name the columns"));
        }
        return new Table(name, headers, rows, decimalComma, List.of());
    }

    static List<String> headers(String name, List<String> cells) {
        if (cells.size() > Table.MOST_COLUMNS) {
            throw new InvalidFile(new Problem(name, 1, 0, "the table has more than " + Table.MOST_COLUMNS + " columns"));
        }
        return cells.stream().map(String::strip).toList();
    }

    static Table.Row row(int line, List<String> cells, int columns) {
        Map<Integer, String> faults = new HashMap<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            if (cell.length() > Table.MOST_CHARACTERS) {
                faults.put(i, "the cell has more than " + Table.MOST_CHARACTERS + " characters");
            }
            kept.add(cell);
        }
        if (cells.size() > columns && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            faults.put(columns - 1, "the row has " + cells.size() + " cells and the first row names " + columns
                    + " columns; perhaps a cell with a comma or semicolon lacks its quotes");
        }
        return new Table.Row(line, kept, faults);
    }

    /** Exports put an apostrophe before what a spreadsheet would take for a formula; one comes off again. */
    private static String withoutApostrophe(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static int firstSaid(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    private static int newLines(String text, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The separator that stands most often in the first line, outside quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n' && i > 0) {
                break;
            } else if (!quoted) {
                counts[0] += c == ',' ? 1 : 0;
                counts[1] += c == ';' ? 1 : 0;
                counts[2] += c == '\t' ? 1 : 0;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private static String text(Source file) {
        byte[] start = file.bytes();
        if (start.length > 1 && ((start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE || (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF)) {
            throw new InvalidFile(new Problem(file.name(), 0, 0, "the file is UTF-16; save it as \"CSV UTF-8\""));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(start);
        CharBuffer text = CharBuffer.allocate(start.length);
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new InvalidFile(new Problem(file.name(), line, 0, "the byte 0x%02X here is not UTF-8; save the file as \"CSV UTF-8\""
                    .formatted(bytes.get(bytes.position()))));
        }
        String decoded = text.toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }
}
