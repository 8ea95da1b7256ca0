package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffingTests {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

    @TempDir
    private Path folder;

    private final Sniffing sniffing = new Sniffing();

    private FileKind kind(String name, byte[] bytes) throws IOException {
        return sniffing.kind(name, Files.write(folder.resolve("it"), bytes));
    }

    private FileKind kind(String name, String text) throws IOException {
        return kind(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String name, byte[] bytes, EvidenceRefused.Reason reason) {
        assertThatThrownBy(() -> kind(name, bytes)).isInstanceOfSatisfying(EvidenceRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private void refused(String name, String text) {
        refused(name, text.getBytes(StandardCharsets.UTF_8), EvidenceRefused.Reason.CONTENT);
    }

    @Test
    void what_is_what_its_name_says_is_kept() throws IOException {
        assertThat(kind("a.PDF", "%PDF-1.7\n%âãÏÓ\n")).isEqualTo(FileKind.PDF);
        assertThat(kind("a.html", "<!DOCTYPE html><html><body>x</body></html>")).isEqualTo(FileKind.HTML);
        assertThat(kind("a.htm", "<p>a fragment</p>")).isEqualTo(FileKind.HTML);
        assertThat(kind("a.txt", "plain words, Ω")).isEqualTo(FileKind.TEXT);
        assertThat(kind("README.md", "<p align=\"center\">\n\n# A model\n")).isEqualTo(FileKind.MARKDOWN);
        assertThat(kind("a.json", "{\"a\": 1}")).isEqualTo(FileKind.JSON);
        assertThat(kind("a.yaml", "a: 1\n")).isEqualTo(FileKind.YAML);
        assertThat(kind("a.xml", "<?xml version=\"1.0\"?><a/>")).isEqualTo(FileKind.XML);
        assertThat(kind("a.csv", "a;b\n1;2\n")).isEqualTo(FileKind.CSV);
        assertThat(kind("a.eml", "From: a@example.org\nTo: b@example.org\nSubject: s\n\ntext\n")).isEqualTo(FileKind.MAIL);
        assertThat(kind("a.png", PNG)).isEqualTo(FileKind.PNG);
        assertThat(kind("a.docx", Kept.zip("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileKind.DOCX);
        assertThat(kind("a.xlsx", Kept.zip("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileKind.XLSX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.exe", "a.js", "a.zip", "a.docm", "a.html.svg", "a", ".", "pdf", "a.pdf.exe", "a.jar", "a.shtml", "a.pdf "})
    void a_name_that_is_not_on_the_list_is_refused(String name) {
        refused(name, "%PDF-1.7".getBytes(StandardCharsets.UTF_8), EvidenceRefused.Reason.EXTENSION);
    }

    @Test
    void what_is_not_what_its_name_says_is_refused() throws IOException {
        refused("a.pdf", "<html><script>alert(1)</script></html>");
        refused("a.pdf", "GIF89a%PDF-1.7");
        refused("a.txt", "<!DOCTYPE html><html><body>x</body></html>");
        refused("a.json", "<html><body>x</body></html>");
        refused("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        refused("a.xml", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
        refused("a.html", new String(PNG, StandardCharsets.ISO_8859_1));
        refused("a.docx", Kept.zip("[Content_Types].xml", "xl/workbook.xml"), EvidenceRefused.Reason.CONTENT);
        refused("a.docx", Kept.zip("META-INF/MANIFEST.MF", "Evil.class"), EvidenceRefused.Reason.CONTENT);
        refused("a.docx", "PK\u0003\u0004 and no archive at all".getBytes(StandardCharsets.UTF_8), EvidenceRefused.Reason.CONTENT);
        refused("a.txt", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0}, EvidenceRefused.Reason.CONTENT);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"../../etc/passwd, passwd", "C:\\Users\\a\\report.pdf, report.pdf", "a\u202Efdp.exe, afdp.exe", "..., ...", ".., file", "/, file",
        "'  r e port.pdf ', r e port.pdf"})
    void a_name_is_never_a_path_and_reads_as_it_is(String given, String name) {
        assertThat(FileName.of(given)).isEqualTo(name);
    }

    @Test
    void a_very_long_name_keeps_its_extension() {
        assertThat(FileName.of("x".repeat(500) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=utf-8, terms, HTML", "application/xhtml+xml, a, HTML", "text/plain, README.md, MARKDOWN", "text/plain, terms, TEXT", "application/octet-stream, a.pdf, PDF",
        "application/ld+json, a, JSON", "text/x-yaml, a, YAML", "APPLICATION/PDF, x.html, PDF"})
    void the_kind_of_a_capture_is_what_its_host_declares(String type, String name, FileKind kind) {
        assertThat(FileKind.declared(type, name)).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml, a.svg", "application/octet-stream, a", "video/mp4, a.mp4", "application/zip, a.docx"})
    void a_capture_of_another_kind_is_not_kept(String type, String name) {
        assertThat(FileKind.declared(type, name)).isEmpty();
    }
}
