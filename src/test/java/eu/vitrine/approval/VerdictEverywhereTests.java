package eu.vitrine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.Units;
import eu.vitrine.assessment.Examples;
import eu.vitrine.assessment.OwnServerTest;
import eu.vitrine.cli.GateRun;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks, and wherever, is told the same. */
@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictEverywhereTests {

    private static final String MODEL = "mistral-small-3-2";
    private static final Pattern NUMBERED = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern GAP = Pattern.compile("name=\"treatment-(\\d+)\"");

    @TempDir
    private static Path folder;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private Browser approver;
    private Browser procurement;
    private Path token;
    private String secret = "";

    @BeforeAll
    void people_have_signed_in_and_a_pipeline_has_a_token() throws IOException {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        approver = people.signedIn(port, people.with(Role.APPROVER));
        procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
        secret = people.token(people.with(Role.PROCUREMENT));
        token = Files.writeString(folder.resolve("token"), secret);
        people.actAs(people.with(Role.OFFICER));
        context.getBean(ModelRegistry.class).importRecords(Examples.files());
        SecurityContextHolder.clearContext();
    }

    private void recorded(String use, String data) {
        people.actAs(people.with(Role.OFFICER));
        Source example = Examples.changed("use-support-replies", "slug: support-replies", "slug: " + use);
        String text = new String(example.bytes(), StandardCharsets.UTF_8).replace("data_class: personal", "data_class: " + data)
                .replace("name: Drafting replies to customers", "name: Replies & <b>letters</b> of " + use);
        context.getBean(ModelRegistry.class).importRecords(List.of(new Source("use.yaml", text.getBytes(StandardCharsets.UTF_8))));
        SecurityContextHolder.clearContext();
    }

    private String asked(String use) {
        officer.get("/uses/" + use);
        officer.post("/models/" + MODEL + "/assess");
        officer.post("/uses/" + use + "/assess");
        var fields = new ArrayList<String>();
        GAP.matcher(officer.get("/uses/" + use + "/approvals/new").body()).results().map(found -> found.group(1))
                .forEach(i -> fields.addAll(List.of("treatment-" + i, "ACCEPT", "reason-" + i, "known")));
        return officer.post("/uses/" + use + "/approvals", fields.toArray(String[]::new)).path();
    }

    private void decided(String path, String... fields) {
        var found = NUMBERED.matcher(approver.get(path).body());
        assertThat(found.find()).isTrue();
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", found.group(1), "why", "looked at"));
        assertThat(approver.post(path + "/decide", all.toArray(String[]::new)).status()).isEqualTo(200);
    }

    /** Makes a use of which the verdict is this one. */
    private String use(Verdict.Word word, String use) {
        recorded(use, "personal");
        String path = asked(use);
        LocalDate until = context.getBean(DatesInWords.class).today().plusMonths(2);
        int request = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        switch (word) {
            case MUST_NOT_BE_USED -> decided(path, "decision", "REJECT");
            case WITH_CONDITIONS -> decided(path, "decision", "APPROVE", "until", until.toString(), "conditions", "A clerk reads each");
            case MAY_BE_USED, WITHDRAWN, EXPIRED, NOT_DECIDED_YET -> decided(path, "decision", "APPROVE", "until", until.toString());
        }
        switch (word) {
            case MAY_BE_USED -> jdbc.sql("DELETE FROM approval_condition WHERE request = ?").param(request).update(); // those of the licence
            case EXPIRED -> jdbc.sql("UPDATE approval_decision SET valid_until = ? WHERE request = ?").params(context.getBean(DatesInWords.class).today().minusDays(1), request).update();
            case WITHDRAWN -> approver.post(path + "/withdraw", "version", "2", "withdrawn", "The terms were broken");
            case NOT_DECIDED_YET -> recorded(use, "public");
            default -> { }
        }
        return use;
    }

    private Browser.Page byToken(String path, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + secret));
        all.addAll(List.of(headers));
        return new Browser(port).ask("GET", path, "application/json", "", all.toArray(String[]::new));
    }

    private GateRun gate(String model, String use, String... more) {
        var args = new ArrayList<>(List.of(model, "--use", use, "--server", "http://localhost:" + port, "--token-file", token.toString()));
        args.addAll(List.of(more));
        return GateRun.of(args.toArray(String[]::new));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The row of a use in the list of uses. */
    private String rowOf(String use) {
        String list = procurement.get("/uses?q=letters+of+" + use).body();
        int from = list.indexOf("href=\"/uses/" + use + "\"");
        assertThat(from).as(list).isPositive();
        return list.substring(from, list.indexOf("</tr>", from));
    }

    @ParameterizedTest
    @CsvSource({"MAY_BE_USED,0", "WITH_CONDITIONS,0", "MUST_NOT_BE_USED,1", "NOT_DECIDED_YET,2", "EXPIRED,1", "WITHDRAWN,1"})
    void page_list_program_badge_and_gate_say_the_same(Verdict.Word word, int exit) {
        String use = use(word, "everywhere-" + word.code());
        JsonNode verdict = JsonMapper.shared().readTree(byToken("/api/v1/verdicts?use=" + use + "&model=" + MODEL).body()).path("verdicts").get(0);
        assertThat(verdict.path("verdict").stringValue()).isEqualTo(word.name());
        String sentence = verdict.path("sentence").stringValue();
        assertThat(sentence).contains("Replies & <b>letters</b> of " + use);
        assertThat(procurement.get("/uses/" + use).body()).contains(escaped(sentence));
        String shortly = context.getBean(org.springframework.context.MessageSource.class).getMessage("verdict." + word.code(), null, java.util.Locale.ENGLISH);
        assertThat(rowOf(use)).contains(shortly);
        for (Browser.Page badge : List.of(byToken("/badge/" + MODEL + ".svg?use=" + use), procurement.get("/badge/" + MODEL + ".svg?use=" + use))) {
            assertThat(badge.status()).isEqualTo(200);
            assertThat(badge.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
            assertThat(badge.body()).contains(">" + shortly + "</text>", "<title>" + escaped(sentence) + "</title>");
        }
        GateRun gate = gate(MODEL, use);
        assertThat(gate.exit()).isEqualTo(exit);
        assertThat(gate.out().lines().findFirst()).hasValue(sentence);
        JsonNode json = JsonMapper.shared().readTree(gate(MODEL, use, "--format", "json").out());
        assertThat(json.path("answer").stringValue()).isEqualTo(word.name());
        assertThat(json.path("sentence").stringValue()).isEqualTo(sentence);
        if (word == Verdict.Word.WITH_CONDITIONS) {
            assertThat(gate.out()).contains("Condition: A clerk reads each");
            assertThat(gate(MODEL, use, "--fail-on", "conditions").exit()).isEqualTo(1);
        }
    }

    @Test
    void a_model_is_asked_for_by_slug_hub_repository_and_version_and_another_version_is_unknown() {
        recorded("asked-by-name", "personal");
        String hub = "mistralai/Mistral-Small-3.2-24B-Instruct-2506";
        people.actAs(people.with(Role.OFFICER));
        String version = context.getBean(ModelRegistry.class).model(MODEL).version();
        SecurityContextHolder.clearContext();
        for (String name : List.of(MODEL, hub, hub.toLowerCase(java.util.Locale.ROOT), "pkg:huggingface/" + hub, MODEL + "@" + version, hub + "@" + version)) {
            GateRun run = gate(name, "asked-by-name");
            assertThat(run.out()).as(name).startsWith("Nobody has decided yet whether it may be used for");
            assertThat(run.exit()).isEqualTo(2);
        }
        for (String name : List.of(MODEL + "@another", hub + "@0000000", "nobody", "pkg:huggingface/nobody/nothing", "@", "a@", "@b", "x".repeat(400))) {
            GateRun run = gate(name, "asked-by-name");
            assertThat(run.exit()).as(name).isEqualTo(2);
            assertThat(run.out()).as(name).startsWith("The registry holds no model that goes by this name and version alone");
        }
        assertThat(gate("deepseek-r1", "asked-by-name").exit()).isEqualTo(2);
        assertThat(gate(MODEL, "no-such-use").exit()).isEqualTo(2);
    }

    @Test
    void a_gate_with_a_token_that_holds_no_more_gets_no_answer() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), secret.substring(0, 39) + (secret.endsWith("a") ? "b" : "a"));
        GateRun run = GateRun.of(MODEL, "--use", "asked-by-name", "--server", "http://localhost:" + port, "--token-file", wrong.toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("The server refused the token. This is no token of Vitrine");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_badge_is_the_same_grey_one_for_strangers_for_what_is_not_there_and_for_what_is_of_another_unit() {
        recorded("grey-one", "personal");
        String grey = byToken("/badge/no-such-model.svg").body();
        assertThat(grey).contains(">not assessed</text>");
        people.actAs(people.with(Role.ADMINISTRATOR));
        context.getBean(Units.class).add("Badges");
        context.getBean(Units.class).add("Elsewhere");
        SecurityContextHolder.clearContext();
        for (Browser.Page page : List.of(new Browser(port).get("/badge/" + MODEL + ".svg"), new Browser(port).get("/badge/no-such-model.svg"),
                new Browser(port).get("/badge/" + MODEL + ".svg?use=grey-one"), procurement.get("/badge/" + MODEL + ".svg?use=no-such-use"), procurement.get("/badge/gpt-5.svg"))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).isEqualTo(grey);
        }
        people.actAs(people.with(Role.OFFICER));
        context.getBean(Records.class).moveTo(Kind.MODEL, "lucie-7b", "badges");
        SecurityContextHolder.clearContext();
        var program = people.with(Role.PROCUREMENT);
        String its = people.token(program);
        assertThat(new Browser(port).ask("GET", "/api/v1/models/lucie-7b", "application/json", "", "Authorization", "Bearer " + its).status()).isEqualTo(200);
        people.of(program, "elsewhere");
        assertThat(new Browser(port).ask("GET", "/api/v1/models/lucie-7b", "application/json", "", "Authorization", "Bearer " + its).status()).as("its units, at once").isEqualTo(404);
        assertThat(new Browser(port).ask("GET", "/badge/lucie-7b.svg", "application/json", "", "Authorization", "Bearer " + its).body()).isEqualTo(grey);
        var elsewhere = people.signedIn(port, people.of(people.with(Role.PROCUREMENT), "elsewhere"));
        assertThat(elsewhere.get("/badge/lucie-7b.svg").body()).isEqualTo(grey);
        assertThat(byToken("/badge/" + MODEL + ".svg").body()).doesNotContain("not assessed").contains("uses</text>");
    }

    @Test
    void a_badge_is_kept_five_minutes_at_most_by_its_reader_alone_and_never_beyond_the_last_day() {
        String use = use(Verdict.Word.WITH_CONDITIONS, "kept-shortly");
        String path = "/badge/" + MODEL + ".svg?use=" + use;
        var badge = byToken(path);
        assertThat(badge.headers().firstValue("Cache-Control")).hasValue("max-age=300, must-revalidate, private");
        assertThat(badge.headers().allValues("Vary")).anyMatch(value -> value.contains("Authorization")).anyMatch(value -> value.contains("Cookie"));
        String tag = badge.headers().firstValue("ETag").orElseThrow();
        assertThat(byToken(path, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(byToken("/badge/no-such-model.svg", "If-None-Match", tag).status()).isEqualTo(200);
        var clock = context.getBean(eu.vitrine.TestClock.class);
        var dates = context.getBean(DatesInWords.class);
        jdbc.sql("UPDATE approval_decision SET valid_until = ? WHERE request = (SELECT max(number) FROM approval_request WHERE use_slug = ?)").params(dates.today(), use).update();
        var left = dates.untilEndOf(dates.today()).minusSeconds(40);
        clock.moveBy(left);
        try {
            assertThat(byToken(path).headers().firstValue("Cache-Control")).hasValue("max-age=40, must-revalidate, private");
            clock.moveBy(java.time.Duration.ofSeconds(40));
            assertThat(byToken(path).body()).contains(">Approval expired</text>");
            assertThat(gate(MODEL, use).exit()).isEqualTo(1);
        } finally {
            clock.moveBy(left.plusSeconds(40).negated());
        }
    }
}
