package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies and headers that are wrong in one place are the fault of whoever sent them, and are answered so, soon and in our own words. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-hostile")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MODEL = "/api/v1/models/mistral-large-3";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser browser;
    private RawClient client;
    private JsonNode api;
    private String finding = "";

    @BeforeAll
    void somebody_with_every_role_has_written_a_finding() {
        var people = new People(context);
        people.nobody();
        Role[] all = EnumSet.allOf(Role.class).toArray(Role[]::new);
        browser = people.signedIn(port, people.with(all[0], Arrays.copyOfRange(all, 1, all.length)));
        client = new RawClient(port, browser);
        api = JSON.readTree(browser.get("/api/v1/openapi.json").body());
        JsonNode statement = BrokenBody.allowed(api.at("/components/schemas/FindingStatement"), api, "");
        Browser.Page written = browser.ask("POST", "/api/v1/findings?model=mistral-large-3", "application/json", statement.toString());
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        finding = JSON.readTree(written.body()).path("id").stringValue();
    }

    private static String json(String type) {
        return "Content-Type: " + type + "\r\nIf-Match: *\r\n";
    }

    /** What an answer is that should not be so; empty where all is well. */
    private List<String> faults(RawClient.Answer answer, boolean refused, boolean program) {
        var faults = new ArrayList<String>();
        answer.fault().ifPresent(faults::add);
        if (refused && answer.status() < 400) {
            faults.add("taken with " + answer.status());
        }
        if (program && answer.status() >= 400 && !answer.head().isEmpty() && !(answer.head().contains("Content-Type: application/problem+json") && answer.body().contains("\"traceId\""))) {
            faults.add(answer.status() + " without a problem: " + answer.body());
        }
        return faults;
    }

    private void ask(String method, String path, String headers, String body, boolean refused, String what, List<String> faults) {
        long begun = System.nanoTime();
        RawClient.Answer answer = client.send(method, path, headers, body);
        faults(answer, refused, path.startsWith("/api/")).forEach(fault -> faults.add(what + " → " + fault));
        if (System.nanoTime() - begun > SOON.toNanos()) {
            faults.add(what + " → late");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_the_description_does_not_allow_is_refused_with_a_problem() {
        return api.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream().flatMap(operation ->
                operation.getValue().path("requestBody").path("content").properties().stream().filter(content -> content.getKey().endsWith("json"))
                        .filter(content -> !content.getValue().path("schema").has("format"))
                        .map(content -> DynamicTest.dynamicTest(operation.getKey() + " " + path.getKey(), () ->
                                assertThat(broken(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), content.getKey(), content.getValue().path("schema"))).isEmpty()))));
    }

    private List<String> broken(String method, String template, String type, JsonNode schema) {
        var faults = new ArrayList<String>();
        String path = template.replace("/findings/{id}", "/findings/" + finding).replace("{act}", "dispute").replace("{number}", "1").replace("{slug}", slug(template))
                + (template.equals("/api/v1/findings") ? "?model=mistral-large-3" : "");
        ObjectNode body = template.endsWith("{slug}") || template.endsWith("/organisation") ? record(path, method.equals("PATCH")) : (ObjectNode) BrokenBody.allowed(schema, api, "");
        for (BrokenBody one : BrokenBody.of(body, schema, api)) {
            ask(method, path, json(type), one.text(), one.refused() && !(method.equals("PATCH") && one.what().endsWith("missing")), one.what(), faults);
        }
        if (template.equals("/api/v1/models/{slug}") && method.equals("PUT")) {
            inside(body, path, faults);
        }
        return faults;
    }

    /** Members of members, in the record that says most; the server knows their shape, and the description refers to docs/record.schema.json. */
    private void inside(ObjectNode body, String path, List<String> faults) {
        for (String place : BrokenBody.inside(body, 6)) {
            for (Map.Entry<String, String> wrong : Map.of("a text", "\"text\"", "a number", "-7.5", "a list", "[[[]]]", "a stranger", "{\"noSuchMember\": {}}", "a text with U+0000",
                    "\"\\u0000\"", "a truth", "true").entrySet()) {
                ObjectNode changed = body.deepCopy();
                JsonNode parent = changed.at(place.substring(0, place.lastIndexOf('/')));
                String name = place.substring(place.lastIndexOf('/') + 1);
                if (parent instanceof ObjectNode object) {
                    object.set(name, JSON.readTree(wrong.getValue()));
                    ask("PUT", path, json("application/json"), changed.toString(), wrong.getKey().contains("stranger") || wrong.getKey().contains("U+0000"),
                            place + " " + wrong.getKey(), faults);
                }
            }
        }
    }

    private static String slug(String template) {
        return template.contains("/providers/") ? "mistral-ai" : template.contains("/licences/") ? "mit" : template.contains("/services/") ? "deepseek-r1-deepseek"
                : template.contains("/uses/") ? "hostile-use" : "mistral-large-3";
    }

    /** The record as the server gives it, or as much of one as the description asks for. */
    private ObjectNode record(String path, boolean patch) {
        Browser.Page said = browser.get(path);
        ObjectNode small = JSON.createObjectNode().put("slug", path.substring(path.lastIndexOf('/') + 1)).put("name", "A name");
        return said.status() == 200 && !patch && JSON.readTree(said.body()) instanceof ObjectNode whole && whole.has("slug") ? whole : small;
    }

    static List<String> headers() {
        var headers = new ArrayList<>(List.of("Accept: */*;q=abc", "Accept: ;;;", "Accept: text/html; charset=\"", "Accept: application/json;q=2", "Accept: a", "Accept: ../..",
                "Accept: " + "a/b,".repeat(1_500), "Accept: image/png", "Accept: application/problem+json;q=0, */*;q=0", "Accept-Language: *;q=x", "Accept-Language: -",
                "Accept-Language: en_US@calendar=zz", "Accept-Language: i-klingon,,,;;;", "Accept-Language: " + "xx-yy-zz,".repeat(800), "Accept-Language: \u00e9\u0080",
                "Accept-Encoding: identity;q=0, *;q=0", "Accept-Encoding: gzip;q=9", "Accept-Charset: none-such", "Content-Type: a/b/c; ==", "Content-Type: */*", "Content-Type: ",
                "Content-Type: application/json; charset=none-such", "Content-Type: application/json; charset=UTF-32", "Content-Type: text/html", "Content-Type: " + "a".repeat(5_000) + "/b",
                "Content-Encoding: gzip", "Content-Language: \"", "If-Match: ", "If-Match: \"", "If-Match: W/\"", "If-Match: *, \"1\"", "If-Match: \"99999999999999999999\"",
                "If-Match: \"-1\"", "If-Match: \"1e9\"", "If-Match: " + "\"1\",".repeat(900), "If-None-Match: \"", "If-None-Match: W/W/W/", "If-None-Match: *\r\nIf-Match: *",
                "If-Modified-Since: yesterday", "If-Modified-Since: Thu, 99 Xyz 99999 99:99:99 GMT", "If-Unmodified-Since: -1", "If-Range: \"", "Range: bytes=0-", "Range: bytes=-1",
                "Range: bytes=5-1", "Range: bytes=99999999999999999999-", "Range: bytes=" + "0-0,".repeat(1_000) + "1-1", "Range: lines=1-2", "Range: bytes", "Range: bytes=--1",
                "Cookie: vitrine=", "Cookie: vitrine=../../x", "Cookie: theme=<script>", "Cookie: theme=" + "a".repeat(3_000), "Cookie: $Version=1; vitrine=\"a", "Cookie: ; ; ;=",
                "Cookie: " + "a=1; ".repeat(1_000), "Cookie: theme=\u0001", "X-Forwarded-For: 127.0.0.1, '\"<script>", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: javascript",
                "X-Forwarded-Port: 99999999", "X-Forwarded-Prefix: //evil.example/", "Forwarded: for=_x;host=evil.example;proto=", "X-Original-URL: /admin/users", "X-Rewrite-URL: /admin/users",
                "X-HTTP-Method-Override: DELETE", "X-Requested-With: XMLHttpRequest", "Origin: null", "Origin: https://evil.example", "Referer: javascript:alert(1)",
                "Referer: https://evil.example/?" + "a".repeat(4_000), "Referer: %zz", "Sec-Fetch-Site: \"", "Sec-Fetch-Site: nowhere", "Idempotency-Key: ", "Idempotency-Key: " + "k".repeat(5_000),
                "Idempotency-Key: a\u0080b", "HX-Request: true\r\nHX-Current-URL: %zz", "HX-Request: true\r\nHX-Target: " + "#".repeat(3_000), "Traceparent: 00-zz-zz-zz", "Traceparent: " + "0".repeat(5_000),
                "User-Agent: " + "\u00ff".repeat(3_000), "Upgrade: h2c\r\nHTTP2-Settings: AAAA", "Expect: 100-continue", "Via: " + "1.1 a,".repeat(500), "Authorization: Basic !!!!",
                "Authorization: Bearer " + "a".repeat(3_000), "Host: evil.example", "Host: ", "a b: c", ": c", "x", "X-\u0000: 1", "X: a\u0000b", "X-Long: " + "a".repeat(30_000)));
        headers.add("X-Many: 1\r\n".repeat(400).strip());
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /models?q=nowhere", "GET /api/v1/models?q=nowhere", "GET /api/v1/models/phi-4", "GET /assets/vitrine.css", "GET /none-such", "GET /api/none-such",
        "POST /theme", "POST /imports", "PUT /api/v1/models/mistral-large-3", "POST /api/v1/imports", "POST /api/v1/evidence/addresses"})
    void a_hostile_header_costs_an_answer_at_most(String request) {
        var faults = new ArrayList<String>();
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);
        for (String header : headers()) {
            RawClient.Answer answer = client.send(method, path, header + "\r\n", method.equals("GET") ? "" : "{}");
            answer.fault().ifPresent(fault -> faults.add(shortened(header) + " → " + fault));
            if (answer.head().contains("Location: http://evil") || answer.head().contains("Location: //evil") || answer.body().contains("evil.example")) {
                faults.add(shortened(header) + " → leads elsewhere");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static String part(String head, String content) {
        return "--line\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    static List<String[]> multiparts() {
        String type = "multipart/form-data; boundary=line";
        String disposition = "Content-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"";
        String whole = part(disposition, "slug: a\nname: A") + "--line--\r\n";
        var all = new ArrayList<String[]>();
        for (String wrong : List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other", "multipart/form-data; boundary=\"line", "multipart/form-data; boundary=line; boundary=b",
                "multipart/form-data; boundary=" + "b".repeat(300), "multipart/form-data; boundary=a b", "multipart/form-data; boundary=\u00e9", "multipart/form-data; charset=none-such; boundary=line",
                "multipart/mixed; boundary=line", "multipart/related; boundary=line", "multipart/; boundary=line", "multipart/form-data; BOUNDARY=line", "multipart/form-data; boundary=line; x=\"" + "y".repeat(3_000) + "\"")) {
            all.add(new String[] {wrong, whole});
        }
        IntStream.rangeClosed(0, 12).forEach(i -> all.add(new String[] {type, whole.substring(0, whole.length() * i / 13)}));
        for (String head : List.of("", "X: y", "Content-Disposition: form-data", "Content-Disposition: form-data; name=", "Content-Disposition: form-data; name=\"\"; filename=\"\"",
                "Content-Disposition: attachment; filename=a", "Content-Disposition: form-data; name=\"none\"; filename=\"a\"", "Content-Disposition: form-data; name=\"file[0]\"; filename=\"a\"",
                "Content-Disposition: form-data; name=\"file\"", "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%zz", "Content-Disposition: form-data; name=\"file\"; filename*=none'such'a",
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + "a".repeat(9_000) + ".yaml\"", "Content-Disposition: form-data; name=\"" + "n".repeat(9_000) + "\"; filename=\"a\"",
                disposition + "\r\nContent-Type: multipart/mixed; boundary=inner", disposition + "\r\nContent-Transfer-Encoding: base64", disposition + "\r\nContent-Type: ;;;",
                disposition + "\r\nContent-Type: text/plain; charset=none-such", disposition + "\r\nContent-Length: -1", disposition + "\r\n" + disposition, disposition + "\r\n folded", "no colon")) {
            all.add(new String[] {type, part(head, "slug: a\nname: A") + "--line--\r\n"});
        }
        all.add(new String[] {type, part(disposition, part(disposition, part(disposition, "x"))) + "--line--\r\n"});
        all.add(new String[] {type, part(disposition + "\r\nContent-Type: multipart/mixed; boundary=inner", "--inner\r\n" + disposition + "\r\n\r\nx\r\n--inner--") + "--line--\r\n"});
        all.add(new String[] {type, IntStream.range(0, 4_000).mapToObj(i -> part("Content-Disposition: form-data; name=\"a" + i + "\"", "")).reduce("", String::concat) + "--line--\r\n"});
        all.add(new String[] {type, part(disposition, "x").repeat(2_000) + "--line--\r\n"});
        all.add(new String[] {type, part(disposition + "\r\nX: y".repeat(2_000), "x") + "--line--\r\n"});
        all.add(new String[] {type, whole.replace("\r\n", "\n")});
        all.add(new String[] {type, "a preamble\r\n".repeat(1_000) + whole + "an epilogue"});
        all.add(new String[] {type, "--line--\r\n"});
        all.add(new String[] {type, "--line".repeat(5_000)});
        all.add(new String[] {type, part("Content-Disposition: form-data; name=\"_charset_\"", "none-such") + whole});
        all.add(new String[] {type, part("Content-Disposition: form-data; name=\"title\"", "a\u0000b") + whole});
        return all;
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void a_broken_form_with_files_is_answered_in_our_own_words(String path) {
        var faults = new ArrayList<String>();
        for (String[] one : multiparts()) {
            String body = path.equals("/imports") ? one[1].replace("name=\"file\"", "name=\"files\"") : one[1];
            ask("POST", path, "Content-Type: " + one[0] + "\r\n", body, false, shortened(one[0]) + " " + shortened(body), faults);
        }
        assertThat(faults).isEmpty();
    }

    static List<String> uploads() {
        return List.of("/imports", "/evidence", "/bundles", "/policies/sets", "/policies/try", "/theme", "/api/v1/imports", "/api/v1/evidence?name=a.txt", MODEL + "/revisions/1/restore");
    }
}
