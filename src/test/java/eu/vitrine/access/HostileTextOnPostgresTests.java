package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.PostgresTest;
import eu.vitrine.TestClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** PostgreSQL cannot keep U+0000 and halves of surrogate pairs: who sends one is told so, and so is who sends without end or without haste. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.tomcat.connection-timeout=1s")
@Import(TestClock.class)
@ActiveProfiles("postgres")
@ContextConfiguration(initializers = PostgresTest.Started.class)
@DirtiesContext
class HostileTextOnPostgresTests {

    /** A file of evidence, what the container reads and throws away, and what lies in the buffers of both sockets; far from ten gigabytes. */
    private static final long MOST_TAKEN = 64L * 1024 * 1024;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser browser;
    private RawClient client;

    @BeforeEach
    void a_person_with_every_role_is_signed_in() {
        var people = new People(context);
        Role[] all = EnumSet.allOf(Role.class).toArray(Role[]::new);
        browser = people.signedIn(port, people.with(all[0], Arrays.copyOfRange(all, 1, all.length)));
        client = new RawClient(port, browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models?q=a%00b", "/evidence?q=a%00b", "/imports/all?page=a%00", "/audit?type=a%00b", "/api/v1/models?q=a%00b",
        "/api/v1/evidence?q=%01", "/api/v1/models?a%00=b", "/policies/sets/1?slug=a%00b"})
    void a_query_with_a_control_character_is_the_fault_of_whoever_sent_it(String target) {
        RawClient.Answer answer = client.send("GET", target, "", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(target.startsWith("/api/") ? "control character" : "could not be understood");
    }

    @ParameterizedTest
    @CsvSource({"/sign-in,name", "/admin/users,displayName", "/evidence/addresses,title", "/requests,name", "/forms/new/model,name"})
    void a_form_with_a_control_character_is_the_fault_of_whoever_sent_it(String path, String field) {
        assertThat(client.send("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", field + "=a%00b").status()).isBetween(400, 499);
    }

    @Test
    void line_ends_and_tabulators_are_text_like_any_other() {
        assertThat(client.send("GET", "/models?q=a%09b%0D%0Ac", "", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\u0007"})
    void a_text_of_json_that_cannot_be_kept_is_refused_where_it_stands(String escape) {
        RawClient.Answer answer = client.send("POST", "/api/v1/evidence/addresses", "Content-Type: application/json\r\n",
                "{\"url\": \"https://example.org/\", \"title\": \"a" + escape + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/title\"", "control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json", "a.csv", "README.md", "a.cdx.json", "a.spdx.json", "a.xml", "a\u0000b.yaml", "a\u0000b.csv"})
    void a_file_or_its_name_with_such_a_character_is_answered_in_its_report(String name) {
        for (String text : List.of("slug: \"a\\u0000\"\nkind: model\nname: \"x\\ud800\"\n", "slug;name\na;b\u0000c\n", "slug,name\n\u0000,\u0007\n",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\": \"machine-learning-model\", \"name\": \"a\\u0000\\ud800\"}]}",
                "{\"slug\": \"\\u0000\", \"\\ud800\": 1}", "---\nlicense: \"a\\0b\"\nmodel_name: \"\\ud800\"\n---\n\u0000", "a\u0000: b", "[\"\\ud800\"]")) {
            String part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--x--\r\n";
            RawClient.Answer taken = client.send("POST", "/imports", "Content-Type: multipart/form-data; boundary=x\r\n", part);
            assertThat(taken.fault()).as(text).isEmpty();
            taken.head().lines().filter(line -> line.startsWith("Location: ")).forEach(line -> {
                String address = line.substring(10).replaceFirst("https?://[^/]+", "");
                RawClient.Answer report = client.send("GET", address, "", "");
                for (int i = 0; i < 100 && report.body().contains("<progress"); i++) {
                    report = client.send("GET", address, "", "");
                }
                assertThat(report.fault()).as(text).isEmpty();
                assertThat(report.body()).as(text).doesNotContain("our fault");
            });
        }
        assertThat(context.getBean(JdbcClient.class).sql("SELECT count(*) FROM intake_import WHERE state = 'FAILED'").query(Integer.class).single()).isZero();
        String evidence = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace(".yaml", ".txt") + "\"\r\n\r\nhello\r\n--x--\r\n";
        assertThat(client.send("POST", "/evidence", "Content-Type: multipart/form-data; boundary=x\r\n", evidence).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/models,application/json,true", "/api/v1/imports,text/csv,true", "/api/v1/evidence?name=a.txt,application/octet-stream,true",
        "/evidence,multipart/form-data; boundary=x,true", "/sign-in,application/x-www-form-urlencoded,true", "/api/v1/models,application/json,false",
        "/evidence,multipart/form-data; boundary=x,false", "/none-such,application/json,true"})
    void a_body_of_ten_gigabytes_is_refused_early(String target, String type, boolean chunked) throws IOException {
        byte[] piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) 'a');
        long sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + browser.cookieHeader() + "\r\nX-CSRF-TOKEN: " + browser.formToken() + "\r\nContent-Type: "
                    + type + "\r\n" + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: 10000000000") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            try {
                while (sent < 10_000_000_000L && socket.getInputStream().available() == 0) {
                    if (chunked) {
                        out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(piece);
                    out.write(chunked ? new byte[] {'\r', '\n'} : new byte[0]);
                    sent += piece.length;
                }
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).matches("HTTP/1.1 4(00|11|13)");
            } catch (SocketException closed) {
                assertThat(sent).as("closed while it was still sent").isPositive();
            }
        }
        assertThat(sent).isLessThan(MOST_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX-", "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 100\r\n\r\nname=a"})
    void a_caller_that_falls_silent_is_cut_off(String beginning) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain(" 200 ", " 500 ");
        }
    }
}
