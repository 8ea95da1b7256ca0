package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

class ReadableTextTests {

    @TempDir
    private Path folder;

    private final ReadableText texts = new ReadableText();

    private Optional<List<String>> lines(FileKind kind, byte[] bytes) throws IOException {
        return texts.lines(kind, Files.write(folder.resolve("it"), bytes));
    }

    private List<String> lines(FileKind kind, String text) throws IOException {
        return lines(kind, text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void a_page_is_read_by_its_blocks_without_scripts_and_styles() throws IOException {
        assertThat(lines(FileKind.HTML, "<title>T</title><style>p{}</style><h1>Terms &amp; more</h1><p>We  keep <b>inputs</b>.<br>Ω</p><table><tr><td>a<td>b</table><script>x()</script>"))
                .containsExactly("T", "Terms & more", "We keep inputs.", "Ω", "a", "b");
    }

    @Test
    void json_is_read_by_its_members_however_it_is_spaced() throws IOException {
        assertThat(lines(FileKind.JSON, "{\"a\":1,\"b\":[2]}")).isEqualTo(lines(FileKind.JSON, "{ \"a\" : 1,\n\"b\": [ 2 ] }"));
        assertThat(lines(FileKind.JSON, "{\"broken\": ")).containsExactly("{\"broken\":");
    }

    @Test
    void a_text_is_read_in_the_encoding_it_is_in() throws IOException {
        assertThat(lines(FileKind.TEXT, "größer\r\n\r\n Ω ")).containsExactly("größer", "Ω");
        assertThat(lines(FileKind.TEXT, "größer".getBytes(StandardCharsets.ISO_8859_1)).orElseThrow()).containsExactly("größer");
        assertThat(lines(FileKind.TEXT, "größer".getBytes(StandardCharsets.UTF_16)).orElseThrow()).containsExactly("größer");
    }

    @Test
    void a_picture_has_no_text() throws IOException {
        assertThat(lines(FileKind.PNG, new byte[10])).isEmpty();
    }

    private static byte[] pdf(String text) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph(text));
        document.close();
        return bytes.toByteArray();
    }

    @Test
    void a_pdf_is_read_too() throws IOException {
        assertThat(lines(FileKind.PDF, pdf("We keep inputs for 30 days.")).orElseThrow()).anyMatch(line -> line.contains("We keep inputs for 30 days."));
    }

    @Test
    void a_long_pdf_is_read_whatever_bytes_its_packing_gives() throws IOException {
        var random = new java.util.Random(7);
        var text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append(Long.toString(random.nextLong(), 36)).append(' ');
        }
        byte[] file = pdf(text + "the end");
        assertThat(file.length).isGreaterThan(400_000);
        assertThat(lines(FileKind.PDF, file).orElseThrow()).anyMatch(line -> line.contains("the end"));
    }

    @Test
    void a_pdf_that_unpacks_to_very_much_is_not_read() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(("%PDF-1.7\n1 0 obj\n<</Length " + packed.size() + "/Filter/FlateDecode>>\nstream\n").getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(packed.toByteArray());
        file.writeBytes("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(file.size()).isLessThan(1024 * 1024);
        assertThat(lines(FileKind.PDF, file.toByteArray())).isEmpty();
    }

    @Test
    void a_pdf_with_several_filters_or_in_pieces_is_not_read() throws IOException {
        assertThat(lines(FileKind.PDF, "%PDF-1.7\n1 0 obj<</Filter [/FlateDecode /FlateDecode]/Length 1>>stream\nx\nendstream".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(lines(FileKind.PDF, "%PDF-1.7\n1 0 obj<</Filter 7 0 R/Length 1>>stream\nx\nendstream".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        byte[] whole = pdf("words");
        String written = new String(whole, StandardCharsets.ISO_8859_1);
        assertThat(written).contains("/Filter/FlateDecode");
        assertThat(lines(FileKind.PDF, written.replace("/Filter/FlateDecode", "/Fil#74er/FlateDecode").getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        for (int length : new int[] {5, 20, whole.length / 2, whole.length - 10}) {
            assertThat(lines(FileKind.PDF, java.util.Arrays.copyOf(whole, length))).as("first " + length + " bytes").isIn(Optional.empty(), Optional.of(List.of("words")));
        }
    }

    @Test
    void a_page_of_very_deep_mark_up_is_read_without_harm() throws IOException {
        assertThat(lines(FileKind.HTML, "<div>".repeat(50_000) + "deep")).contains("deep");
    }
}
