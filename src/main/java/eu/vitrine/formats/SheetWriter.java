package eu.vitrine.formats;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows to a stream as they come, so that no table is too long. No cell is ever a formula to a spreadsheet. */
public abstract sealed class SheetWriter implements Closeable {

    /** Writes one row. */
    public abstract void row(List<String> cells) throws IOException;

    /** CSV by RFC 4180 in UTF-8 with a byte order mark; an apostrophe goes before what would be taken for a formula. */
    public static SheetWriter csv(OutputStream out) throws IOException {
        return new Csv(out);
    }

    /** XLSX with one sheet; every cell is a text. */
    public static SheetWriter xlsx(OutputStream out, String sheet) {
        return new Xlsx(out, sheet);
    }

    /** The cell as it may stand in CSV (OWASP ASVS 5.0, 1.2.10). Reading takes exactly one apostrophe off again. */
    static String safe(String cell) {
        int at = 0;
        while (at < cell.length() && (cell.charAt(at) == '"' || cell.charAt(at) == ' ' || cell.charAt(at) == '\u00A0')) {
            at++;
        }
        boolean formula = at < cell.length() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(at)) >= 0;
        return formula || cell.startsWith("'") ? "'" + cell : cell;
    }

    private static final class Csv extends SheetWriter {

        private final Writer out;

        Csv(OutputStream out) throws IOException {
            this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            this.out.write('\uFEFF');
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                out.write(i == 0 ? "\"" : ",\"");
                out.write(safe(cells.get(i)).replace("\"", "\"\""));
                out.write('"');
            }
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class Xlsx extends SheetWriter {

        private static final int ROWS_AT_ONCE = 200;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        Xlsx(OutputStream out, String name) {
            this.workbook = new Workbook(out, "Vitrine", null);
            this.sheet = workbook.newWorksheet(name);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(rows, i, cells.get(i));
                }
            }
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
