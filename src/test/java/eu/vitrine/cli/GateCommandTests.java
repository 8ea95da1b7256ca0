package eu.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a pipeline gets from a server that answers, answers nonsense, or does not answer. */
class GateCommandTests {

    private static final String SECRET = "vit_0123456789abcdefghijABCDEFGHIJ012345";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private HttpServer server;
    private Path token;

    @BeforeEach
    void a_server_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        token = Files.writeString(folder.resolve("token"), SECRET + "\n");
    }

    @AfterEach
    void it_stops() {
        server.stop(0);
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answers(int status, String type, String body) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String verdict(String word, String... conditions) {
        String list = String.join(",", java.util.Arrays.stream(conditions).map(text -> "{\"origin\": \"SET\", \"text\": \"" + text + "\"}").toList());
        return "{\"verdicts\": [{\"use\": \"letters\", \"verdict\": \"" + word + "\", \"sentence\": \"The sentence.\", \"validUntil\": \"2027-03-31\", \"conditions\": [" + list + "]}]}";
    }

    private GateRun gate(String... more) {
        var args = new ArrayList<>(List.of("some-model", "--use", "letters", "--server", address(), "--token-file", token.toString()));
        args.addAll(List.of(more));
        GateRun run = GateRun.of(args.toArray(String[]::new));
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
        return run;
    }

    @ParameterizedTest
    @CsvSource({"MAY_BE_USED,0", "MUST_NOT_BE_USED,1", "EXPIRED,1", "WITHDRAWN,1", "NOT_DECIDED_YET,2"})
    void a_verdict_is_said_in_the_sentence_of_the_server_and_ends_as_documented(String word, int exit) {
        answers(200, "application/json", verdict(word));
        GateRun run = gate();
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEqualToIgnoringNewLines("The sentence.\n");
        assertThat(run.err()).isEmpty();
        assertThat(asked).containsExactly("/api/v1/verdicts?use=letters&model=some-model Bearer " + SECRET);
    }

    @Test
    void conditions_are_printed_and_fail_only_where_that_is_asked() {
        answers(200, "application/json", verdict("WITH_CONDITIONS", "A clerk reads each", "No names"));
        assertThat(gate().exit()).isEqualTo(Exit.OK);
        assertThat(gate().out()).contains("Condition: A clerk reads each", "Condition: No names");
        assertThat(gate("--fail-on", "conditions").exit()).isEqualTo(Exit.FAILED);
    }

    @Test
    void json_is_one_object_alone_on_standard_output() {
        answers(200, "application/json", verdict("WITH_CONDITIONS", "Read each"));
        JsonNode json = JsonMapper.shared().readTree(gate("--format", "json").out());
        assertThat(json.propertyNames()).containsExactly("model", "use", "answer", "sentence", "validUntil", "conditions", "exit");
        assertThat(json.path("answer").stringValue()).isEqualTo("WITH_CONDITIONS");
        assertThat(json.path("conditions").get(0).stringValue()).isEqualTo("Read each");
        assertThat(json.path("exit").intValue()).isZero();
        server.removeContext("/");
        answers(500, "text/plain", "no");
        json = JsonMapper.shared().readTree(gate("--format", "json").out());
        assertThat(json.path("answer").isNull()).isTrue();
        assertThat(json.path("exit").intValue()).isEqualTo(4);
    }

    @Test
    void what_the_server_does_not_know_is_undecided_and_another_server_is_none() {
        answers(404, "application/problem+json", "{\"status\": 404, \"detail\": \"The registry holds no model so.\"}");
        GateRun run = gate();
        assertThat(run.exit()).isEqualTo(Exit.UNDECIDED);
        assertThat(run.out()).contains("The registry holds no model so.");
        server.removeContext("/");
        answers(404, "text/html", "<h1>Not found</h1>");
        assertThat(gate().exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome to our network</html>", "[]", "null", "{}", "{\"verdicts\": []}", "{\"verdicts\": {}}", "{\"verdicts\": [1]}",
        "{\"verdicts\": [{\"use\": \"letters\", \"verdict\": \"YES\", \"sentence\": \"s\", \"conditions\": []}]}",
        "{\"verdicts\": [{\"use\": \"letters\", \"verdict\": \"MAY_BE_USED\", \"sentence\": \"s\"}]}",
        "{\"verdicts\": [{\"use\": \"letters\", \"verdict\": \"MAY_BE_USED\", \"sentence\": \"s\", \"conditions\": [{\"text\": \"x\"}]}]}",
        "{\"verdicts\": [{\"use\": \"another\", \"verdict\": \"MAY_BE_USED\", \"sentence\": \"s\", \"conditions\": []}]}",
        "{\"verdicts\": [{\"use\": \"letters\", \"verdict\": \"MAY_BE_USED\", \"sentence\": \"s\", \"conditions\": []}, {}]}", "{\"verdicts\": [{\"use\": \"letters\", \"verd"})
    void an_answer_that_is_no_verdict_on_the_use_lets_nothing_pass(String body) {
        answers(200, "application/json", body);
        GateRun run = gate();
        assertThat(run.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 401, 403, 429, 500, 503})
    void any_other_status_is_no_answer(int status) {
        answers(status, "application/problem+json", status == 204 ? "" : verdict("MAY_BE_USED"));
        assertThat(gate().exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_the_token_goes_nowhere_else(int status) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var reached = Collections.synchronizedList(new ArrayList<String>());
        other.createContext("/", exchange -> {
            reached.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/api/v1/verdicts");
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            GateRun run = gate();
            assertThat(run.exit()).isEqualTo(Exit.UNREACHABLE);
            assertThat(run.err()).contains("redirect");
            assertThat(reached).isEmpty();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_server_that_is_not_there_or_falls_silent_is_no_answer() throws IOException {
        server.stop(0);
        GateRun run = gate();
        assertThat(run.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(run.err()).contains("cannot be reached").doesNotContain("Exception");
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            GateAnswer answer = new GateServer(URI.create("http://localhost:" + silent.getLocalPort()), SECRET, Duration.ofMillis(300)).ask("m", "letters", false);
            assertThat(answer.exit()).isEqualTo(Exit.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_server_that_answers_byte_by_byte_is_not_waited_for() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 20; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.close();
        });
        assertThat(new GateServer(URI.create(address()), SECRET, Duration.ofMillis(400)).ask("m", "letters", false).exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vitrine.example.eu", "http://vitrine.example.eu", "ftp://localhost", "https://", "https://a.example?x=1", "https://me:secret@a.example", "https://a b"})
    void an_address_over_which_the_token_must_not_travel_is_wrong_usage(String address) {
        GateRun run = GateRun.of("some-model", "--use", "letters", "--server", address, "--token-file", token.toString());
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).doesNotContain(SECRET);
    }

    @Test
    void without_a_token_a_use_or_a_server_nothing_is_asked() throws IOException {
        answers(200, "application/json", verdict("MAY_BE_USED"));
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path lines = Files.writeString(folder.resolve("lines"), "one\ntwo\n");
        for (Path file : List.of(empty, lines, folder.resolve("nowhere"))) {
            assertThat(GateRun.of("m", "--use", "letters", "--server", address(), "--token-file", file.toString()).exit()).isEqualTo(Exit.USAGE);
        }
        assertThat(GateRun.of("m", "--server", address(), "--token-file", token.toString()).exit()).isEqualTo(Exit.USAGE);
        assertThat(GateRun.of("m", "--use", "letters", "--token-file", token.toString()).exit()).isEqualTo(Exit.USAGE);
        assertThat(GateRun.of("m", "--use", "letters", "--server", address(), "--token", SECRET).exit()).isEqualTo(Exit.USAGE);
        assertThat(asked).isEmpty();
    }
}
