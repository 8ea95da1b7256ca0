package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.vitrine.evidence.CaptureRefused.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Captures against real servers on this machine; only names and the last hop of a connection are the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureTests {

    private static final String HOST = "terms.example";
    private static final String PUBLIC = "8.8.4.4";

    @TempDir
    private static Path folder;

    private HttpsServer https;
    private HttpServer http;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Headers> asked = new ConcurrentHashMap<>();
    private final FakeNetwork network = new FakeNetwork();
    private SSLContext certificate;
    private CaptureClient client;

    private record Answer(int status, Map<String, String> headers, byte[] body, boolean chunked) {

        static Answer ok(String type, String body) {
            return new Answer(200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), false);
        }

        static Answer to(String location) {
            return new Answer(302, Map.of("Location", location), new byte[0], false);
        }
    }

    @BeforeAll
    void servers_answer() throws Exception {
        certificate = SelfSigned.of(HOST, folder);
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(certificate));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (HttpServer server : List.of(https, http)) {
            server.createContext("/", exchange -> {
                asked.put(exchange.getRequestURI().toString(), exchange.getRequestHeaders());
                Answer answer = answers.getOrDefault(exchange.getRequestURI().toString(), new Answer(404, Map.of(), new byte[0], false));
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(answer.status(), answer.chunked() ? 0 : answer.body().length == 0 ? -1 : answer.body().length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.body());
                }
            });
            server.start();
        }
        network.port(443, https.getAddress().getPort());
        network.port(80, http.getAddress().getPort());
    }

    @AfterAll
    void servers_stop() {
        https.stop(0);
        http.stop(0);
    }

    @BeforeEach
    void one_host_is_allowed() {
        network.tls = certificate.getSocketFactory();
        network.name(HOST, PUBLIC);
        network.dialled.clear();
        asked.clear();
        client = client(Duration.ofSeconds(5), List.of(443), List.of());
    }

    private CaptureClient client(Duration whole, List<Integer> ports, List<String> plain, AllowedHosts.Host... more) {
        var limits = new EvidenceLimits(folder, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10), DataSize.ofMegabytes(10),
                new EvidenceLimits.Capture(DataSize.ofKilobytes(100), Duration.ofSeconds(1), whole, ports, plain));
        var hosts = new java.util.HashMap<String, AllowedHosts.Host>();
        hosts.put(HOST, host(HOST, false));
        hosts.put("second.example", host("second.example", false));
        for (AllowedHosts.Host one : more) {
            hosts.put(one.name(), one);
        }
        return new CaptureClient(new CaptureGate(name -> Optional.ofNullable(hosts.get(name)), network, limits), network, limits);
    }

    private static AllowedHosts.Host host(String name, boolean inside) {
        return new AllowedHosts.Host(name, inside, Instant.EPOCH, "Ada");
    }

    private CaptureClient.Page fetch(String url) {
        return client.fetch(SourceAddress.of(url));
    }

    private void refused(String url, Reason reason) {
        assertThatThrownBy(() -> fetch(url)).isInstanceOfSatisfying(CaptureRefused.class, refusal -> assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason));
    }

    @Test
    void a_page_of_an_allowed_host_comes_byte_for_byte() {
        answers.put("/terms?v=2", Answer.ok("text/html; charset=utf-8", "<p>Žofia Ω</p>"));
        CaptureClient.Page page = fetch("https://terms.example/terms?v=2#part");
        assertThat(page.body()).isEqualTo("<p>Žofia Ω</p>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void the_connection_goes_to_the_address_that_was_checked_and_names_the_host() {
        answers.put("/a", Answer.ok("text/plain", "a"));
        fetch("https://terms.example/a");
        assertThat(network.dialled).extracting(address -> address.getAddress().getHostAddress()).containsExactly(PUBLIC);
        assertThat(asked.get("/a").getFirst("Host")).isEqualTo(HOST);
    }

    @Test
    void nothing_is_told_that_would_know_a_person_again() {
        answers.put("/a", Answer.ok("text/plain", "a"));
        fetch("https://terms.example/a");
        assertThat(asked.get("/a").keySet()).containsExactlyInAnyOrder("Host", "User-agent", "Accept", "Accept-encoding", "Connection");
    }

    @Test
    void an_answer_in_chunks_is_put_together() {
        answers.put("/chunks", new Answer(200, Map.of("Content-Type", "text/plain"), "c".repeat(30_000).getBytes(StandardCharsets.UTF_8), true));
        assertThat(fetch("https://terms.example/chunks").body()).hasSize(30_000);
    }

    @Test
    void a_host_nobody_allowed_is_not_asked() {
        network.name("other.example", PUBLIC);
        refused("https://other.example/", Reason.HOST);
        refused("https://www.terms.example/", Reason.HOST);
        assertThat(network.dialled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1"})
    void an_allowed_name_that_leads_inside_is_not_asked(String address) {
        network.name(HOST, address);
        refused("https://terms.example/", Reason.ADDRESS);
        network.name(HOST, PUBLIC, address);
        refused("https://terms.example/", Reason.ADDRESS);
        assertThat(network.dialled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
        "https://localhost/", "https://metadata.google.internal/"})
    void an_address_in_figures_is_no_host(String url) {
        refused(url, Reason.HOST);
    }

    @Test
    void plain_http_is_for_named_hosts_of_the_own_network_alone() {
        answers.put("/inside", Answer.ok("text/plain", "inside"));
        network.name("wiki.corp", "10.1.2.3");
        refused("http://terms.example/inside", Reason.SCHEME);
        client = client(Duration.ofSeconds(5), List.of(443), List.of(HOST), host("wiki.corp", true));
        refused("http://terms.example/inside", Reason.SCHEME);
        refused("http://wiki.corp/inside", Reason.SCHEME);
        client = client(Duration.ofSeconds(5), List.of(443), List.of("wiki.corp"), host("wiki.corp", true));
        assertThat(fetch("http://wiki.corp/inside").body()).isEqualTo("inside".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void other_ports_are_asked_only_where_they_are_set() {
        answers.put("/a", Answer.ok("text/plain", "a"));
        network.port(8443, https.getAddress().getPort());
        refused("https://terms.example:8443/a", Reason.PORT);
        refused("https://terms.example:22/a", Reason.PORT);
        client = client(Duration.ofSeconds(5), List.of(443, 8443), List.of());
        assertThat(fetch("https://terms.example:8443/a").body()).hasSize(1);
    }

    @Test
    void a_redirect_is_followed_to_allowed_hosts_and_each_step_is_checked() {
        answers.put("/from", Answer.to("/to"));
        answers.put("/to", Answer.ok("text/plain", "arrived"));
        assertThat(fetch("https://terms.example/from").from()).hasToString("https://terms.example/to");
        answers.put("/away", Answer.to("https://elsewhere.example/"));
        refused("https://terms.example/away", Reason.HOST);
        answers.put("/down", Answer.to("http://terms.example/to"));
        refused("https://terms.example/down", Reason.SCHEME);
        answers.put("/cloud", Answer.to("http://169.254.169.254/latest/meta-data/"));
        refused("https://terms.example/cloud", Reason.HOST);
        network.name("second.example", "192.168.0.1");
        answers.put("/inward", Answer.to("https://second.example/"));
        refused("https://terms.example/inward", Reason.ADDRESS);
    }

    @Test
    void a_name_that_changes_its_address_between_two_steps_is_checked_anew() {
        answers.put("/again", Answer.to("/again"));
        network.name(HOST, PUBLIC);
        refused("https://terms.example/again", Reason.REDIRECTS);
        network.name(HOST, "127.0.0.1");
        refused("https://terms.example/again", Reason.ADDRESS);
    }

    @Test
    void a_certificate_must_be_trusted_and_be_for_the_name() {
        network.name("second.example", PUBLIC);
        refused("https://second.example/", Reason.CERTIFICATE);
        network.tls = (javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault();
        refused("https://terms.example/", Reason.CERTIFICATE);
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "500", "204"})
    void an_answer_without_the_page_is_refused_with_its_status(int status) {
        answers.put("/status", new Answer(status, Map.of(), new byte[0], false));
        refused("https://terms.example/status", Reason.STATUS);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_it_says_so_or_not() {
        byte[] large = new byte[100 * 1024 + 1];
        answers.put("/large", new Answer(200, Map.of(), large, false));
        refused("https://terms.example/large", Reason.TOO_LARGE);
        answers.put("/large-chunks", new Answer(200, Map.of(), large, true));
        refused("https://terms.example/large-chunks", Reason.TOO_LARGE);
        answers.put("/exact", new Answer(200, Map.of(), new byte[100 * 1024], false));
        assertThat(fetch("https://terms.example/exact").body()).hasSize(100 * 1024);
    }

    @Test
    void a_name_that_is_not_known_is_told() {
        network.name(HOST);
        refused("https://terms.example/", Reason.NAME_UNKNOWN);
    }

    @Test
    void a_host_that_sends_a_byte_now_and_then_is_cut_off_at_the_deadline() throws IOException {
        network.name("wiki.corp", "10.1.2.3");
        client = client(Duration.ofMillis(700), List.of(443), List.of("wiki.corp"), host("wiki.corp", true));
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var thread = Executors.newSingleThreadExecutor()) {
            network.port(80, slow.getLocalPort());
            thread.submit(() -> {
                try (Socket socket = slow.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 100; i++) {
                        socket.getOutputStream().write('x');
                        socket.getOutputStream().flush();
                        Thread.sleep(50);
                    }
                }
                return null;
            });
            Instant start = Instant.now();
            refused("http://wiki.corp/", Reason.TIME);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        } finally {
            network.port(80, http.getAddress().getPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 200 OK\r\nno header\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"})
    void what_is_not_plain_http_is_not_understood(String answer) {
        assertThatThrownBy(() -> HttpAnswer.read(new java.io.ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)), 1000))
                .isInstanceOf(HttpAnswer.NotUnderstood.class);
    }

    @Test
    void endless_headers_are_not_read_to_the_end() {
        var endless = new java.io.InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return read <= 17 ? "HTTP/1.1 200 OK\r\n".charAt((int) read - 1) : 'x';
            }
        };
        assertThatThrownBy(() -> HttpAnswer.read(endless, 1000)).isInstanceOf(HttpAnswer.NotUnderstood.class);
        assertThat(endless.read).isLessThan(20_000);
    }
}
