package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests, and what happens to them when one part says something else. */
final class Workbooks {

    /** A sheet of two models with every type of cell, and a second sheet. */
    static final byte[] PLAIN = plain();

    private Workbooks() {}

    private static byte[] plain() {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "t", null)) {
            Worksheet sheet = workbook.newWorksheet("models");
            String[] headers = {"slug", "name", "model.training.compute", "model.release.first_public_date", "model.disclosure.datasets_named", "licences"};
            for (int i = 0; i < headers.length; i++) {
                sheet.value(0, i, headers[i]);
            }
            sheet.value(1, 0, "river-7b");
            sheet.value(1, 1, "River 7B");
            sheet.value(1, 2, 1.5e23);
            sheet.value(1, 3, java.time.LocalDate.of(2026, 4, 1));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, "apache-2-0 (weights)");
            sheet.value(2, 0, "brook-1b");
            sheet.value(2, 1, "Brook 1B");
            sheet.formula(2, 2, "C2*2");
            workbook.newWorksheet("notes").value(0, 0, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The plain workbook with rows of the sheet as they are written here. */
    static Source sheet(String rows) {
        return with("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows + "</sheetData></worksheet>");
    }

    /** The plain workbook with another text in one part. */
    static Source with(String part, String text) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Mutation.unpacked(PLAIN));
        parts.put(part, text.getBytes(StandardCharsets.UTF_8));
        return new Source("models.xlsx", Mutation.packed(parts));
    }
}
