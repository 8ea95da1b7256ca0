package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages and endpoints on a server of its own, which begins without evidence and with a network of the test's own. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePagesTests {

    @TestConfiguration
    static class OwnNetwork {
        @Bean
        @Primary
        FakeNetwork fakeNetwork() {
            return new FakeNetwork();
        }
    }

    @TempDir
    private static Path folder;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FakeNetwork network;

    @Autowired
    private EvidenceFolder files;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private Browser administrator;
    private HttpsServer provider;
    private volatile String page = "";

    @BeforeAll
    void a_provider_publishes_terms_and_nothing_is_kept_yet() throws Exception {
        SSLContext certificate = SelfSigned.of("terms.example", folder);
        provider = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.setHttpsConfigurator(new HttpsConfigurator(certificate));
        provider.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        provider.start();
        network.tls = certificate.getSocketFactory();
        network.name("terms.example", "8.8.4.4");
        network.port(443, provider.getAddress().getPort());
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        administrator = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        assertThat(officer.get("/evidence").body()).contains("No evidence yet", "Keep a file", "no administrator has allowed a host yet", "at most 20 MB", "of at most 1 GB")
                .doesNotContain(">Capture<");
    }

    @AfterAll
    void the_provider_stops() {
        provider.stop(0);
    }

    private Browser.Page upload(String name, String content, String... fields) {
        officer.get("/evidence");
        return officer.upload("/evidence", "file", name, content.getBytes(StandardCharsets.UTF_8), fields);
    }

    @Test
    void an_officer_keeps_a_file_and_downloads_it_as_an_attachment_only() {
        var item = upload("Übersicht „1“.html", "<title>Overview</title><script>alert(1)</script><p>ours</p>", "title", "", "source", "");
        assertThat(item.path()).startsWith("/evidence/");
        assertThat(item.body()).contains("is kept. Facts can now name it", "<h1>Overview</h1>", ">Archived<", "no address given", "No fact or finding names these bytes yet")
                .doesNotContain(">URL only<", "Versions of this source");
        var file = officer.get(item.path() + "/content");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains("<script>alert(1)</script>");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(value -> assertThat(value).startsWith("attachment;").contains("filename*=UTF-8''%C3%9Cbersicht%20%E2%80%9E1%E2%80%9C.html"));
        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("ETag")).hasValueSatisfying(tag -> assertThat(tag).matches("\"[0-9a-f]{64}\""));
        assertThat(file.headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void what_is_refused_says_why_beside_the_field_and_keeps_what_was_typed() {
        var wrong = upload("report.pdf", "<html><script>x</script>", "title", "A \"title\"", "source", "https://example.org/");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("There is a problem", "id=\"file-error\"", "which is not what its name says", "value=\"A &quot;title&quot;\"", "value=\"https://example.org/\"");
        assertThat(upload("x.svg", "<svg/>").body()).contains("Files like &quot;x.svg&quot; are not kept; kept are pdf, html");
        assertThat(upload("x.txt", "").body()).contains("The file is empty");
        assertThat(upload("x.txt", "x", "source", "javascript:alert(1)").body()).contains("id=\"source-error\"", "is not an address that can be noted");
        assertThat(upload("x.txt", "x", "title", "x".repeat(301)).body()).contains("id=\"title-error\"");
        officer.get("/evidence");
        assertThat(officer.upload("/evidence", "file", java.util.List.of()).body()).contains("Choose a file");
    }

    @Test
    void captures_of_a_changed_page_are_versions_with_their_difference() {
        administrator.get("/evidence/hosts");
        assertThat(administrator.post("/evidence/hosts", "host", "terms.example").body()).contains("Captures from &quot;terms.example&quot; are allowed now");
        page = "<!doctype html><title>Terms</title><p>We keep inputs for 30 days.</p><p>Data stays in the Union.</p>";
        officer.get("/evidence");
        var first = officer.post("/evidence/captures", "url", "https://terms.example/v#top", "title", "");
        assertThat(first.body()).contains("&quot;Terms&quot; is captured and kept", "Captured by the server", "https://terms.example/v<", ">v.html<", "the first that is archived");
        page = page.replace("30", "90");
        officer.get("/evidence");
        var second = officer.post("/evidence/captures", "url", "https://terms.example/v", "title", "");
        assertThat(second.body()).contains("Changed.", "See what changed");
        assertThat(officer.get(first.path()).body()).contains("The source has changed since", ">Archived<");
        String older = first.path().substring("/evidence/".length());
        assertThat(officer.get(second.path() + "/versions/" + older).body()).contains("1 passage was reworded, 0 added, 0 removed", "<del>", "<ins>", "30 ", "90 ", "removed");
        officer.get("/evidence");
        var note = officer.post("/evidence/captures", "url", "https://terms.example/v", "title", "", "only", "true");
        assertThat(note.body()).contains(">URL only<", "nobody can show what it said", "cannot be compared").doesNotContain("Download");
        administrator.get("/evidence/hosts");
        assertThat(administrator.post("/evidence/hosts/remove", "host", "terms.example").body()).contains("is no longer asked");
        officer.get("/evidence");
        var refused = officer.post("/evidence/captures", "url", "https://terms.example/v", "title", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("No administrator has allowed captures from &quot;terms.example&quot;");
    }

    @Test
    void a_host_must_be_a_name() {
        administrator.get("/evidence/hosts");
        assertThat(administrator.post("/evidence/hosts", "host", "").body()).contains("Enter the name of a host");
        for (String wrong : new String[] {"127.0.0.1", "2130706433", "localhost", "https://x.example", "metadata.google.internal"}) {
            var page = administrator.post("/evidence/hosts", "host", wrong);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("is not the name of a host that can be asked");
        }
    }

    @Test
    void a_damaged_file_is_not_handed_out_and_its_page_says_so() throws IOException {
        var item = upload("damaged.txt", "will be damaged");
        String sha256 = item.body().replaceAll("(?s).*<dd class=\"id\">([0-9a-f]{64})</dd>.*", "$1");
        Files.writeString(files.path(sha256), "forged");
        var refused = officer.get(item.path() + "/content");
        assertThat(refused.path()).isEqualTo(item.path());
        assertThat(refused.body()).contains("The file &quot;damaged.txt&quot; was not handed out", ">Damaged<").doesNotContain(">Download");
        assertThat(officer.get("/api/v1" + item.path() + "/content").status()).isEqualTo(409);
        administrator.get("/evidence/check");
        administrator.post("/evidence/check");
        String checked = "";
        for (int i = 0; i < 100 && !checked.contains("is damaged"); i++) {
            checked = administrator.get("/evidence/check").body();
        }
        assertThat(checked).contains("1 file is damaged", sha256, "The file is no longer what was stored", item.path());
    }

    @Test
    void an_administrator_removes_an_item_for_a_reason() {
        var item = upload("private.txt", "a telephone number");
        administrator.get(item.path() + "/remove");
        assertThat(administrator.post(item.path() + "/remove", "reason", " ").body()).contains("Say why it is removed");
        assertThat(administrator.post(item.path() + "/remove", "reason", "holds personal data").body()).contains("private.txt&quot; is removed");
        assertThat(officer.get(item.path()).status()).isEqualTo(404);
        assertThat(officer.get(item.path() + "/remove").status()).isEqualTo(403);
    }

    @Test
    void only_officers_see_the_forms_and_procurement_sees_nothing() {
        upload("read.txt", "to be read", "title", "To be read");
        Browser auditor = people.signedIn(port, people.with(Role.AUDITOR));
        assertThat(auditor.get("/evidence?q=to+be+read").body()).contains("To be read").doesNotContain("Keep a file", "/evidence/hosts");
        assertThat(auditor.get("/evidence?q=nowhere+to+be+found").body()).contains("Nothing is held that matches &quot;nowhere to be found&quot;");
        Browser procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
        assertThat(procurement.get("/evidence").status()).isEqualTo(403);
        assertThat(procurement.get("/").body()).doesNotContain("href=\"/evidence\"");
    }

    private JsonNode json(Browser.Page page) {
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void a_program_keeps_a_file_and_reads_it_again() {
        officer.get("/evidence");
        var created = officer.send("/api/v1/evidence?name=facts.json&title=Facts&source=https://api.example/facts", "application/octet-stream", "{\"a\": 1}");
        assertThat(created.status()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/evidence/" + json(created).path("id").stringValue());
        JsonNode one = json(officer.get(location));
        assertThat(one.path("item").path("mediaType").stringValue()).isEqualTo("application/json");
        assertThat(one.path("versions").size()).isEqualTo(1);
        assertThat(officer.get(location + "/content").body()).isEqualTo("{\"a\": 1}");
        JsonNode list = json(officer.get("/api/v1/evidence?q=api.example&limit=1"));
        assertThat(list.path("evidence").get(0).path("title").stringValue()).isEqualTo("Facts");
        assertThat(officer.get("/api/v1/evidence?limit=1000").status()).isEqualTo(400);
    }

    @Test
    void answers_have_exactly_the_keys_of_the_description() {
        officer.get("/evidence");
        JsonNode created = json(officer.send("/api/v1/evidence/addresses", "application/json", "{\"url\": \"https://api.example/page\"}"));
        keys(created, "EvidenceItem");
        JsonNode one = json(officer.get("/api/v1/evidence/" + created.path("id").stringValue()));
        keys(one, "Evidence");
        keys(one.path("versions").get(0), "EvidenceVersion");
        keys(json(officer.get("/api/v1/evidence")), "EvidencePage");
    }

    private void keys(JsonNode answer, String schema) {
        JsonNode description = json(officer.get("/api/v1/openapi.json"));
        assertThat(answer.propertyNames()).as(schema)
                .containsExactlyInAnyOrderElementsOf(description.path("components").path("schemas").path(schema).path("properties").propertyNames());
    }

    @Test
    void what_a_program_may_not_is_a_problem() {
        officer.get("/evidence");
        assertThat(officer.send("/api/v1/evidence?name=x.exe", "application/octet-stream", "x").status()).isEqualTo(422);
        assertThat(officer.send("/api/v1/evidence/captures", "application/json", "{\"url\": \"https://other.example/\"}").status()).isEqualTo(422);
        assertThat(officer.send("/api/v1/evidence/captures", "application/json", "{\"url\": \"https://other.example/\", \"by\": \"me\"}").status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/evidence/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/api/v1/evidence").status()).isEqualTo(401);
    }

    @Test
    void a_body_that_announces_too_much_is_refused_before_it_is_read() throws IOException {
        for (String[] request : new String[][] {{"/evidence", "multipart/form-data; boundary=x", "21500000", "413"}, {"/imports", "multipart/form-data; boundary=x", "9000000", "413"},
                {"/api/v1/evidence", "application/octet-stream", "10000000000", "413"}, {"/api/v1/imports", "application/json", "10000000000", "413"},
                {"/evidence", "multipart/form-data; boundary=x", "20000000", "302"},
                {"/imports", "MULTIPART/form-data; boundary=x", "", "411"}, {"/api/v1/imports", "application/json", "", "411"}}) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String length = request[2].isEmpty() ? "Transfer-Encoding: chunked" : "Content-Length: " + request[2];
                socket.getOutputStream().write(("POST " + request[0] + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + request[1] + "\r\n" + length + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                socket.setSoTimeout(10_000);
                byte[] head = socket.getInputStream().readNBytes(12);
                assertThat(new String(head, StandardCharsets.US_ASCII)).as(request[0]).isEqualTo("HTTP/1.1 " + request[3]);
            }
        }
    }

    @Test
    void a_file_larger_than_other_forms_may_send_is_kept() {
        officer.get("/evidence");
        var item = officer.upload("/evidence", "file", "large.txt", "twelve bytes".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "title", "Large");
        assertThat(item.status()).isEqualTo(200);
        assertThat(item.body()).contains("<h1>Large</h1>", "11 MB");
        assertThat(officer.get(item.path() + "/content").body()).hasSize(12_000_000);
        officer.get("/evidence");
        assertThat(officer.upload("/evidence", "file", "large.txt", new byte[20 * 1024 * 1024 + 1]).status()).isEqualTo(413);
    }

    @Test
    void raw_bytes_without_announced_length_are_counted_while_they_arrive() throws Exception {
        officer.get("/evidence");
        long temporary = files.arrivingSince(java.time.Instant.MAX).size();
        var endless = new java.io.InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ < 200L * 1024 * 1024 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (sent >= 200L * 1024 * 1024) {
                    return -1;
                }
                sent += length;
                java.util.Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };
        var request = HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/api/v1/evidence?name=endless.txt"))
                .header("Content-Type", "application/octet-stream").header("Cookie", "vitrine=" + officer.cookie("vitrine"))
                .header("X-CSRF-TOKEN", officer.formToken()).POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless));
        try {
            assertThat(HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        } catch (IOException e) {
            assertThat(e).as("the server closes the connection on who does not stop").isNotNull();
        }
        assertThat(endless.sent).isLessThan(100L * 1024 * 1024);
        assertThat(files.arrivingSince(java.time.Instant.MAX)).hasSize((int) temporary);
    }
}
