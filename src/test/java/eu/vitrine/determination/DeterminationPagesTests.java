package eu.vitrine.determination;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.api.DescribedApi;
import eu.vitrine.assessment.OwnServerTest;
import eu.vitrine.exchange.Source;
import eu.vitrine.issuance.Dossiers;
import eu.vitrine.registry.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeterminationPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x>";
    private static final String READING = "model.copyright.policy_reading";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private Browser approver;
    private Browser procurement;
    private int models;
    private String model = "";

    @BeforeAll
    void people_have_signed_in() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        approver = people.signedIn(port, people.with(Role.APPROVER));
        procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
    }

    @BeforeEach
    void a_model_was_assessed() {
        model = "read-" + ++models;
        people.actAs(people.with(Role.OFFICER));
        says("https://maker.example/copyright");
        SecurityContextHolder.clearContext();
        officer.get("/models/" + model);
        officer.post("/models/" + model + "/assess");
    }

    private void says(String address) {
        String text = "schema_version: 2\nslug: " + model + "\nname: Read\nmodel: {generality: broad, new_pretraining_run: true,"
                + " release: {context: market, eu_excluded: \"no\", eu_placing_date: \"2026-03-01\"}, copyright: {policy_url: " + address + "}}\n";
        context.getBean(ModelRegistry.class).importRecords(List.of(new Source("model.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private String finding(int assessment) {
        return "/models/" + model + "/assessments/" + assessment + "/findings/AIA-53-1-c";
    }

    private String[] fields(String question, String... more) {
        var fields = new ArrayList<>(List.of("kind", "model", "slug", model, "number", "1", "policy", "AIA-53-1-c", "question", question));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private Browser.Page proposed(String question, String answer) {
        var page = officer.post("/determinations", fields(question, "answer", answer, "words", HOSTILE, "reason", "read in full", "sources",
                "https://maker.example/copyright", "until", "2027-06-30"));
        assertThat(page.path()).as(page.body()).startsWith("/determinations/");
        return page;
    }

    private Browser.Page decided(Browser who, String path, String decision) {
        var found = VERSION.matcher(who.get(path).body());
        assertThat(found.find()).isTrue();
        return who.post(path + "/decide", "version", found.group(1), "decision", decision, "why", "I compared them");
    }

    private JsonNode json(Browser browser, String path) {
        var page = browser.get(path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(new DescribedApi(JsonMapper.shared().readTree(browser.get("/api/v1/openapi.json").body())).faultsOf("GET", path, page)).isEmpty();
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void from_the_finding_to_the_fact_page_and_program_show_it_beside_the_answer_of_the_rule() {
        assertThat(officer.get(finding(1)).body()).contains("What a person determined", READING + "@" + model, "question=OVERRIDE");
        assertThat(officer.get("/determinations/new?kind=model&slug=" + model + "&number=1&policy=AIA-53-1-c&question=" + READING + "@" + model).body())
                .contains("does the policy do what the duty asks?", "Insufficient");
        String path = proposed(READING + "@" + model, "sufficient").path();
        assertThat(approver.get("/determinations").body()).contains(path, "Waiting for a second person");
        assertThat(officer.get(finding(1)).body()).contains("Waits for a second person.", "No evidence");
        decided(approver, path, "confirm");
        assertThat(officer.get("/models/" + model).body()).contains("A person determined: Sufficient.", path);
        officer.post("/models/" + model + "/assess");
        assertThat(officer.get(finding(2)).body()).contains("Met", "Confirmed by a second person.", path).doesNotContain("<img src=x>");
        JsonNode line = json(procurement, "/api/v1/determinations?kind=model&slug=" + model).get(0);
        assertThat(line.path("standing").stringValue()).isEqualTo("HOLDS");
        assertThat(line.path("ruleAnswer").stringValue()).isEqualTo("No evidence");
        assertThat(line.path("fact").path("id").stringValue()).isEqualTo(READING);
        assertThat(json(procurement, "/api/v1" + path)).isEqualTo(line);
    }

    @Test
    void an_override_is_marked_at_the_finding_and_names_what_made_it_lapse() {
        String path = proposed("OVERRIDE", "DOES_NOT_HOLD").path();
        decided(approver, path, "confirm");
        assertThat(procurement.get("/models/" + model).body()).contains("A person determined otherwise: &lt;script&gt;");
        people.actAs(people.with(Role.OFFICER));
        says("https://maker.example/another");
        SecurityContextHolder.clearContext();
        assertThat(officer.get(path).body()).contains("Lapsed.", "says something else");
        assertThat(officer.get("/models/" + model).body()).contains("A determination has lapsed");
        assertThat(json(officer, "/api/v1" + path).path("lapsed").get(0).stringValue()).contains("says something else");
    }

    @Test
    void the_dossier_prints_what_held_when_it_was_issued_and_keeps_it() throws IOException {
        String path = proposed("OVERRIDE", "DOES_NOT_HOLD").path();
        decided(approver, path, "confirm");
        people.actAs(people.with(Role.OFFICER));
        String text = text(context.getBean(Dossiers.class).download(model, 1).file());
        assertThat(text).contains(squeezed("Is the answer of the rule right? A person determined: Does not hold."), squeezed("read in full"),
                "https://maker.example/copyright", squeezed("confirmed by Person"));
        says("https://maker.example/another");
        assertThat(text(context.getBean(Dossiers.class).download(model, 1).file())).isEqualTo(text);
        SecurityContextHolder.clearContext();
        officer.post("/models/" + model + "/assess");
        people.actAs(people.with(Role.OFFICER));
        assertThat(text(context.getBean(Dossiers.class).download(model, 2).file())).doesNotContain(squeezed("A person determined"));
        SecurityContextHolder.clearContext();
    }

    private static String text(byte[] file) throws IOException {
        var reader = new PdfReader(file);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return squeezed(text.toString());
    }

    /** Without white space, since a reader guesses spaces from positions. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void what_is_missing_or_wrong_in_the_form_is_said_and_nothing_typed_is_lost() {
        var page = officer.post("/determinations", fields("OVERRIDE", "words", "kept words", "sources", "not an address", "until", "yesterday"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Choose an answer.", "Say why.", "neither an address", "is no day", "kept words");
        var past = officer.post("/determinations", fields("OVERRIDE", "answer", "HOLDS", "words", "w", "reason", "r", "until", "2020-01-01"));
        assertThat(past.body()).contains("not a day to come");
        var unheld = officer.post("/determinations", fields("OVERRIDE", "answer", "HOLDS", "words", "w", "reason", "r", "sources", "a".repeat(64), "until", "2027-06-30"));
        assertThat(unheld.status()).isEqualTo(422);
        assertThat(unheld.body()).contains("No evidence with the SHA-256");
    }

    @Test
    void whoever_proposed_or_lacks_the_role_is_refused_on_the_page_too() {
        var both = people.signedIn(port, people.with(Role.OFFICER, Role.APPROVER));
        both.get(finding(1));
        String path = both.post("/determinations", fields("OVERRIDE", "answer", "HOLDS", "words", "w", "reason", "r", "until", "2027-06-30")).path();
        assertThat(both.get(path).body()).contains("somebody else must confirm").doesNotContain("name=\"decision\"");
        assertThat(both.post(path + "/decide", "version", "1", "decision", "confirm", "why", "mine").status()).isEqualTo(403);
        assertThat(officer.post(path + "/decide", "version", "1", "decision", "confirm", "why", "no role").status()).isEqualTo(403);
        procurement.get(path);
        assertThat(procurement.post(path + "/withdraw", "version", "1", "withdrawn", "x").status()).isEqualTo(403);
        assertThat(decided(approver, path, "refuse").body()).contains("Refused by a second person.");
        approver.get(path);
        assertThat(approver.post(path + "/decide", "version", "1", "decision", "confirm", "why", "late").status()).isEqualTo(409);
    }

    @Test
    void no_program_can_send_a_judgement_about_a_model_and_one_that_stands_survives_a_change() {
        String address = "/api/v1/models/" + model;
        String judgement = "{\"model\": {\"copyright\": {\"policy_reading\": {\"value\": \"sufficient\"}}}}";
        var refused = officer.ask("PATCH", address, "application/merge-patch+json", judgement, "If-Match", "*");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("second person confirms", "/model/copyright/policy_reading");
        decided(approver, proposed(READING + "@" + model, "sufficient").path(), "confirm");
        var named = officer.ask("PATCH", address, "application/merge-patch+json", "{\"name\": \"Read twice\"}", "If-Match", "*");
        assertThat(named.status()).as(named.body()).isEqualTo(200);
        assertThat(named.body()).contains("policy_reading", "Read twice");
    }

    @Test
    void an_import_that_changes_another_fact_leaves_the_judgement_and_none_can_bring_one() throws InterruptedException {
        decided(approver, proposed(READING + "@" + model, "sufficient").path(), "confirm");
        String brought = "slug: " + model + "\nmodel: {copyright: {policy_reading: insufficient}}\n";
        assertThat(imported(brought).body()).contains("never imported");
        var report = imported("schema_version: 2\nslug: " + model + "\nname: Read\nmodel: {copyright: {complaint_contact: \"https://maker.example/contact\"}}\n");
        assertThat(officer.post(report.path() + "/confirm").body()).contains("1 revision is saved");
        String head = officer.ask("GET", "/api/v1/models/" + model + "?view=record", "application/json", "").body();
        assertThat(head).contains("policy_reading", "https://maker.example/contact");
    }

    private Browser.Page imported(String text) throws InterruptedException {
        officer.get("/imports");
        Browser.Page page = officer.upload("/imports", "files", List.of(new Browser.Upload("model.yaml", text.getBytes(StandardCharsets.UTF_8))));
        for (int i = 0; i < 300 && page.body().contains("<progress"); i++) {
            Thread.sleep(100);
            page = officer.get(page.path());
        }
        return page;
    }

    @Test
    void a_judgement_that_is_not_there_is_answered_as_none() {
        assertThat(officer.get("/determinations/99999").status()).isEqualTo(404);
        assertThat(officer.get("/determinations/new?kind=model&slug=" + model + "&number=1&policy=AIA-53-1-c&question=nothing").status()).isEqualTo(404);
        assertThat(officer.get("/api/v1/determinations?kind=model").status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/determinations?kind=planet&slug=x").status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/determinations/99999").status()).isEqualTo(404);
    }
}
