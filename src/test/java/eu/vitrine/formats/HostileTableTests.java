package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Awkward and hostile tables are read as they are meant, or refused in a sentence. */
class HostileTableTests {

    private static String problemOf(Source file) {
        Imported imported = Cells.FORMAT.read(List.of(file), Origin.UNKNOWN);
        assertThat(imported.records()).isEmpty();
        return imported.remarks().getFirst().problem();
    }

    private static Source zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return new Source("t.xlsx", bytes.toByteArray());
    }

    @Test
    void a_workbook_that_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
        assertThat(problemOf(zip("xl/worksheets/sheet1.xml", new byte[8 * 1024 * 1024]))).contains("100 times its size");
    }

    @Test
    void macros_other_archives_external_links_and_document_types_are_refused() throws IOException {
        assertThat(problemOf(zip("xl/vbaProject.bin", new byte[10]))).contains("macros");
        assertThat(problemOf(zip("xl/externalLinks/externalLink1.xml", new byte[10]))).contains("refers to other workbooks");
        assertThat(problemOf(zip("xl/media/a.bin", new byte[] {'P', 'K', 3, 4, 0}))).contains("another archive");
        assertThat(problemOf(zip("xl/workbook.xml", "<!doctype a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>".getBytes(StandardCharsets.UTF_8)))).contains("document type");
    }

    @Test
    void more_than_a_thousand_parts_are_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= 1000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
                zip.closeEntry();
            }
        }
        assertThat(problemOf(new Source("t.xlsx", bytes.toByteArray()))).contains("1000 parts");
    }

    @Test
    void a_formula_in_a_workbook_is_no_value() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "t", null)) {
            var sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, "slug");
            sheet.value(0, 1, "model.training.compute");
            sheet.value(1, 0, "m");
            sheet.formula(1, 1, "1+1");
        }
        assertThat(problemOf(new Source("t.xlsx", bytes.toByteArray()))).contains("holds a formula");
    }

    @Test
    void semicolons_decimal_commas_a_byte_order_mark_quotes_and_line_breaks_in_cells_are_understood() {
        var imported = Cells.csv("\uFEFFslug;name;model.training.compute;model.release.channels.note\r\n\r\na;\"A; \"\"the\"\"\nfirst\";1,5e23;\r\nb;B;withheld;\r\n");
        assertThat(imported.remarks()).isEmpty();
        assertThat(imported.records()).extracting(record -> record.place().line()).containsExactly(3, 5);
        assertThat(imported.records().getFirst().file().name()).isEqualTo("A; \"the\"\nfirst");
        assertThat(((FactValue.Amount) imported.records().getFirst().file().model().get("model.training.compute").claim().value()).value()).isEqualByComparingTo("1.5e23");
        assertThat(imported.records().getLast().file().factsOf(Kind.MODEL).get("model.training.compute").state()).isEqualTo(State.WITHHELD);
    }

    @Test
    void a_number_that_can_be_read_in_two_ways_and_every_other_fault_of_a_row_are_named_at_once() {
        var imported = Cells.csv("slug,name,model.training.compute,model.release.first_public_date,licences\nm,M,\"1,234\",yesterday,mit (everything)\n");
        assertThat(imported.records()).isEmpty();
        assertThat(imported.remarks()).extracting(Remark::problem).anyMatch(text -> text.contains("two ways"))
                .anyMatch(text -> text.contains("first_public_date")).anyMatch(text -> text.contains("a licence covers"));
    }

    @Test
    void what_is_no_table_is_refused_with_its_place() {
        assertThat(problemOf(Cells.file("t.csv", ""))).contains("empty");
        assertThat(problemOf(Cells.file("t.csv", "slug,name\n\"a,b\n"))).contains("quote");
        assertThat(problemOf(new Source("t.csv", new byte[] {'s', 'l', 'u', 'g', '\n', (byte) 0xE9}))).contains("0xE9", "UTF-8");
        assertThat(problemOf(new Source("t.csv", new byte[] {(byte) 0xFF, (byte) 0xFE, 's', 0}))).contains("UTF-16");
        assertThat(problemOf(Cells.file("t.csv", "slug\n" + "a\n".repeat(10_001)))).contains("more than 10000 rows");
        assertThat(problemOf(Cells.file("t.csv", "slug,name\nm,M,too,many\n"))).contains("names 2 columns");
    }

    @Test
    void two_rows_of_one_slug_are_not_merged() {
        var imported = Cells.csv("slug,name\nm,One\nm,Two\n");
        assertThat(imported.records()).hasSize(1);
        assertThat(imported.remarks()).singleElement().matches(remark -> remark.problem().contains("row 2 has the same slug"));
    }
}
