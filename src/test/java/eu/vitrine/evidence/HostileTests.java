package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent, parsers answer or refuse, and within their bounds. */
class HostileTests {

    @Provide
    Arbitrary<String> answers() {
        Arbitrary<String> part = Arbitraries.of("HTTP/1.1 200 OK\r\n", "HTTP/1.0 200\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "\r\n", "\n", ":", "5", "0", "ffff", "hello",
                "Location: /x\r\n", "\u0000", " ", "Content-Type: text/html\r\n", "-1", "99999999999999999999", "é", "HTTP/1.1 302 x\r\n");
        return part.list().ofMaxSize(20).map(parts -> String.join("", parts)).map(text -> "HTTP/1.1 200 OK\r\n" + text);
    }

    @Property(tries = 2000)
    void an_answer_is_read_within_its_limit_or_refused(@ForAll("answers") String answer) {
        try {
            assertThat(HttpAnswer.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)), 20).body()).hasSizeLessThanOrEqualTo(20);
        } catch (IOException e) {
            assertThat(e).isNotNull(); // the only way to refuse
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of("https://", "http://", "HTTPS://", "example.org", "127.0.0.1", "[::1]", "@", ":", "443", "/", "..", ".", "?", "#", "%2e", "%", "é", "\\", " ", "\r\n", "a", "&", "//", "xn--", "-",
                "\u3002").list().ofMaxSize(10).map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void an_address_is_spelled_once_and_for_all_or_refused(@ForAll("addresses") String typed) {
        try {
            SourceAddress address = SourceAddress.of(typed);
            assertThat(address.toString()).matches("https?://[\\x21-\\x7e]+").doesNotContain("#", "\\");
            assertThat(address.authority()).doesNotContain("@", "/", "?");
            assertThat(SourceAddress.of(address.toString())).isEqualTo(address);
            assertThat(HostName.of(address.host()).filter(host -> host.endsWith("127.0.0.1"))).isEmpty();
        } catch (EvidenceRefused e) {
            assertThat(e.reason()).isEqualTo(EvidenceRefused.Reason.ADDRESS);
        }
    }

    @Property(tries = 300)
    void a_file_of_any_bytes_has_a_text_or_none(@ForAll byte[] bytes, @ForAll FileKind kind) throws IOException {
        Path file = Files.createTempFile("evidence", ".bin");
        try {
            byte[] head = kind == FileKind.PDF ? "%PDF-1.4\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII) : new byte[0];
            Files.write(file, head);
            Files.write(file, bytes, java.nio.file.StandardOpenOption.APPEND);
            assertThat(new ReadableText().lines(kind, file).map(lines -> lines.stream().noneMatch(String::isBlank))).isIn(Optional.empty(), Optional.of(true));
        } finally {
            Files.delete(file);
        }
    }
}
