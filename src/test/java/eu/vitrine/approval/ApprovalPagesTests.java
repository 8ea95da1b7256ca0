package eu.vitrine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.api.DescribedApi;
import eu.vitrine.assessment.Examples;
import eu.vitrine.assessment.OwnServerTest;
import eu.vitrine.exchange.Source;
import eu.vitrine.issuance.DecisionDossiers;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.web.DatesInWords;
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
class ApprovalPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x>";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern GAP = Pattern.compile("name=\"treatment-(\\d+)\"");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private Browser approver;
    private Browser procurement;
    private int uses;
    private String use = "";

    @BeforeAll
    void people_have_signed_in() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        approver = people.signedIn(port, people.with(Role.APPROVER));
        procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
    }

    @BeforeEach
    void a_use_was_assessed() {
        use = "asked-" + ++uses;
        people.actAs(people.with(Role.OFFICER));
        context.getBean(ModelRegistry.class).importRecords(Examples.files());
        context.getBean(ModelRegistry.class).importRecords(List.of(file("personal")));
        SecurityContextHolder.clearContext();
        officer.get("/uses/" + use);
        officer.post("/models/mistral-small-3-2/assess");
        officer.post("/uses/" + use + "/assess");
    }

    private Source file(String data) {
        Source example = Examples.changed("use-support-replies", "slug: support-replies", "slug: " + use);
        return new Source("use.yaml", new String(example.bytes(), StandardCharsets.UTF_8).replace("data_class: personal", "data_class: " + data).getBytes(StandardCharsets.UTF_8));
    }

    /** The page of a request that was asked for with one plan for every gap. */
    private Browser.Page asked(String treatment, String reason) {
        var fields = new ArrayList<String>(List.of("note", HOSTILE));
        GAP.matcher(officer.get("/uses/" + use + "/approvals/new").body()).results().map(found -> found.group(1)).forEach(i ->
                fields.addAll(List.of("treatment-" + i, treatment, "reason-" + i, reason, "owner-" + i, "Ada", "deadline-" + i, "2027-01-31")));
        assertThat(fields).as("gaps").hasSizeGreaterThan(2);
        var page = officer.post("/uses/" + use + "/approvals", fields.toArray(String[]::new));
        assertThat(page.path()).as(page.body()).startsWith("/approvals/");
        return page;
    }

    private Browser.Page decided(String path, String... fields) {
        var found = VERSION.matcher(approver.get(path).body());
        assertThat(found.find()).isTrue();
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", found.group(1)));
        return approver.post(path + "/decide", all.toArray(String[]::new));
    }

    private String day(java.time.LocalDate day) {
        return context.getBean(DatesInWords.class).day(day);
    }

    private JsonNode json(Browser browser, String path) {
        var page = browser.get(path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(new DescribedApi(JsonMapper.shared().readTree(browser.get("/api/v1/openapi.json").body())).faultsOf("GET", path, page)).isEmpty();
        return JsonMapper.shared().readTree(page.body());
    }

    private String sentence() {
        JsonNode verdict = json(procurement, "/api/v1/verdicts?use=" + use).path("verdicts").get(0);
        String sentence = verdict.path("sentence").stringValue();
        assertThat(procurement.get("/uses/" + use).body()).contains(sentence);
        assertThat(officer.get("/uses/" + use).body()).contains(sentence);
        return sentence;
    }

    @Test
    void from_the_request_to_the_answer_page_and_program_say_the_same_words() {
        assertThat(sentence()).isEqualTo("Nobody has decided yet whether it may be used for “Drafting replies to customers”.");
        String path = asked("ACCEPT", "we live with it").path();
        assertThat(officer.get(path).body()).contains("Waits for a decision.").doesNotContain("name=\"decision\"").doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(approver.get("/approvals").body()).contains("href=\"" + path + "\"").contains("Yes");
        var until = context.getBean(DatesInWords.class).today().plusMonths(2);
        var page = decided(path, "decision", "APPROVE", "why", "All gaps are known " + HOSTILE, "until", until.toString(), "conditions", "A clerk reads each\n\n" + HOSTILE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Approved", "A clerk reads each").doesNotContain("<script>alert");
        JsonNode verdict = json(procurement, "/api/v1/verdicts?use=" + use + "&model=mistral-small-3-2").path("verdicts").get(0);
        assertThat(verdict.path("verdict").stringValue()).isEqualTo("WITH_CONDITIONS");
        assertThat(sentence()).startsWith("May be used for “Drafting replies to customers” until " + day(until) + ", under ");
        assertThat(procurement.get("/uses?q=drafting+replies").body()).contains("May be used with conditions");
        assertThat(json(officer, "/api/v1/approvals").findValuesAsString("use")).contains(use);
        assertThat(json(officer, "/api/v1" + path).path("decision").path("kind").stringValue()).isEqualTo("APPROVE");
    }

    @Test
    void a_change_that_matters_is_named_on_the_page_and_the_verdict_is_open_again() {
        String path = asked("ACCEPT", "we live with it").path();
        decided(path, "decision", "APPROVE", "why", "fine", "until", "2027-03-31");
        people.actAs(people.with(Role.OFFICER));
        context.getBean(ModelRegistry.class).importRecords(List.of(file("public")));
        SecurityContextHolder.clearContext();
        assertThat(sentence()).startsWith("Not decided yet for “Drafting replies to customers”: what was decided on ");
        assertThat(officer.get("/changes").body()).contains(sentence());
        assertThat(json(officer, "/api/v1/changes").findValuesAsString("approval")).contains(sentence());
        JsonNode verdict = json(procurement, "/api/v1/verdicts?use=" + use).path("verdicts").get(0);
        assertThat(verdict.path("changed")).isNotEmpty();
        assertThat(officer.get("/uses/" + use).body()).contains(verdict.path("changed").get(0).stringValue().replace("'", "&#39;"));
    }

    @Test
    void a_plan_without_a_reason_an_owner_or_a_right_day_keeps_what_was_typed_and_says_what_is_wrong() {
        String i = GAP.matcher(officer.get("/uses/" + use + "/approvals/new").body()).results().findFirst().orElseThrow().group(1);
        var page = officer.post("/uses/" + use + "/approvals", "note", "kept note", "treatment-" + i, "ASK", "reason-" + i, "", "owner-" + i, "", "deadline-" + i, "soon");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Say why, what is asked", "Say who sees to", "“soon” is no date", "kept note");
    }

    @Test
    void a_decision_without_a_way_a_reason_or_a_day_to_come_is_sent_back() {
        String path = asked("ACCEPT", "we live with it").path();
        var page = decided(path, "why", "", "until", "2020-01-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Choose one.", "Say why.");
        page = decided(path, "decision", "APPROVE", "why", "kept reason", "until", "2020-01-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("2020-01-01 is no day to come.", "kept reason");
    }

    @Test
    void what_keeps_anybody_from_approving_stands_by_name_and_approving_is_refused() {
        String path = asked("STOP", "first the contract").path();
        assertThat(approver.get(path).body()).contains("What keeps anybody from approving", "must be closed first");
        var page = decided(path, "decision", "APPROVE", "why", "anyway", "until", "2027-03-31");
        assertThat(page.status()).isEqualTo(422);
        assertThat(sentence()).startsWith("Nobody has decided yet");
    }

    @Test
    void who_asked_sees_why_the_decision_is_not_theirs_and_is_refused() {
        var both = people.signedIn(port, people.with(Role.OFFICER, Role.APPROVER));
        var fields = new ArrayList<String>();
        GAP.matcher(both.get("/uses/" + use + "/approvals/new").body()).results().map(found -> found.group(1)).forEach(i -> fields.addAll(List.of("treatment-" + i, "ACCEPT", "reason-" + i, "x")));
        String path = both.post("/uses/" + use + "/approvals", fields.toArray(String[]::new)).path();
        assertThat(both.get(path).body()).contains("You cannot decide on this: you asked for it.").doesNotContain("name=\"decision\"");
        assertThat(both.get("/approvals").body()).contains("No: you asked for it");
        assertThat(both.post(path + "/decide", "version", "1", "decision", "APPROVE", "why", "mine", "until", "2027-03-31").status()).isEqualTo(403);
        assertThat(sentence()).startsWith("Nobody has decided yet");
    }

    @Test
    void an_approval_is_withdrawn_with_a_reason_that_everybody_reads() {
        String path = asked("ACCEPT", "we live with it").path();
        decided(path, "decision", "APPROVE", "why", "fine", "until", "2027-03-31");
        assertThat(approver.post(path + "/withdraw", "version", "2", "withdrawn", "").status()).isEqualTo(422);
        assertThat(approver.post(path + "/withdraw", "version", "2", "withdrawn", "The terms were broken").status()).isEqualTo(200);
        assertThat(sentence()).startsWith("The approval for “Drafting replies to customers” was withdrawn on ");
        assertThat(procurement.get("/uses/" + use).body()).contains("The terms were broken");
    }

    @Test
    void one_plan_for_all_duties_of_makers_holds_for_those_without_one() {
        officer.get("/uses/" + use + "/approvals/new");
        String path = officer.post("/uses/" + use + "/approvals", "treatment-all-MAKER_DUTY", "ASK", "reason-all-MAKER_DUTY", "The provider is asked", "owner-all-MAKER_DUTY", "Ada", "deadline-all-MAKER_DUTY", "2027-01-31").path();
        JsonNode request = json(officer, "/api/v1" + path);
        assertThat(request.path("gaps")).filteredOn(gap -> gap.path("family").stringValue().equals("MAKER_DUTY")).isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.path("reason").stringValue()).isEqualTo("The provider is asked"));
        assertThat(request.path("gaps")).filteredOn(gap -> gap.path("family").stringValue().equals("USE_RIGHT")).isNotEmpty().allSatisfy(gap -> assertThat(gap.path("treatment").isNull()).isTrue());
    }

    @Test
    void verdicts_are_asked_for_by_use_or_model_and_a_wrong_question_is_answered() {
        assertThat(procurement.get("/api/v1/verdicts").status()).isEqualTo(400);
        assertThat(procurement.get("/api/v1/verdicts?use=nobody").status()).isEqualTo(404);
        assertThat(procurement.get("/api/v1/verdicts?use=" + use + "&model=deepseek-r1").status()).isEqualTo(404);
        assertThat(json(procurement, "/api/v1/verdicts?model=mistral-small-3-2").path("verdicts").findValuesAsString("use")).contains(use);
        assertThat(procurement.get("/approvals").status()).isEqualTo(403);
        assertThat(officer.get("/approvals/99999").status()).isEqualTo(404);
        assertThat(officer.get("/approvals?use=nobody-at-all").status()).isIn(200, 404);
    }

    @Test
    void candidates_stand_side_by_side_with_verdict_rights_prices_and_where_data_goes() {
        String page = procurement.get("/compare?use=" + use + "&use=product-chat&model=deepseek-r1").body();
        assertThat(page).contains("Nobody has decided yet whether it may be used for “Drafting replies to customers”.", "Not granted", "Countries of processing",
                "Price per million output tokens", "(deepseek-api-deepseek-r1)", "Example Union Cloud SARL", "not met", "href=\"/compare?use=" + use + "&amp;model=deepseek-r1\"");
        assertThat(procurement.get("/compare").body()).contains("Choose uses or models below");
        assertThat(procurement.get("/compare?use=" + use + "&find=gemma").body()).contains("href=\"/compare?use=" + use + "&amp;model=gemma-3-27b\"").doesNotContain("model=phi-4");
        assertThat(procurement.get("/compare?model=nobody").status()).isEqualTo(404);
        assertThat(procurement.get("/compare?" + "model=deepseek-r1&model=gpt-5&model=phi-4&model=qwen-long&model=lucie-7b&model=gemma-3-27b&model=deepseek-v3").body()).contains("One more is left out");
    }

    @Test
    void the_home_page_says_what_waits_for_the_person_and_what_for_others() {
        String path = asked("ACCEPT", "we live with it").path();
        assertThat(approver.get("/").body()).contains("href=\"" + path + "\"");
        assertThat(officer.get("/").body()).contains("for somebody else").doesNotContain("href=\"" + path + "\"");
        assertThat(procurement.get("/").body()).doesNotContain("for somebody else");
        var until = context.getBean(DatesInWords.class).today().plusDays(20);
        decided(path, "decision", "APPROVE", "why", "fine", "until", until.toString());
        assertThat(officer.get("/").body()).contains("href=\"/uses/" + use + "\"", "Holds until " + day(until));
    }

    @Test
    void who_follows_a_use_sees_at_home_what_its_verdict_was_and_is_until_that_is_noted() {
        procurement.get("/uses/" + use);
        assertThat(procurement.post("/uses/" + use + "/follow").body()).contains("You follow this use", "Follow no more");
        assertThat(procurement.get("/").body()).contains("Uses you follow").doesNotContain("it was:");
        decided(asked("ACCEPT", "we live with it").path(), "decision", "APPROVE", "why", "fine", "until", "2027-03-31");
        assertThat(procurement.get("/").body()).contains("May be used with conditions; it was: Not decided yet");
        assertThat(officer.get("/").body()).doesNotContain("Uses you follow");
        assertThat(procurement.post("/uses/" + use + "/noted").body()).contains("Uses you follow").doesNotContain("it was:");
        assertThat(procurement.post("/uses/" + use + "/unfollow").body()).contains("You no longer follow this use.");
        assertThat(procurement.get("/").body()).doesNotContain("Uses you follow");
    }

    @Test
    void procurement_finds_what_may_be_used_by_verdict_and_by_the_name_of_the_model() {
        decided(asked("ACCEPT", "we live with it").path(), "decision", "APPROVE", "why", "fine", "until", "2027-03-31");
        String allowed = procurement.get("/verdicts?verdict=with-conditions&q=mistral").body();
        assertThat(allowed).contains("href=\"/uses/" + use + "\"", "May be used with conditions", "31 March 2027", "Mistral Small 3.2").doesNotContain("href=\"/uses/product-chat\"");
        assertThat(procurement.get("/verdicts?verdict=not-decided-yet").body()).contains("href=\"/uses/product-chat\"").doesNotContain("href=\"/uses/" + use + "\"");
        assertThat(procurement.get("/verdicts?q=zvq-nothing").body()).contains("No use fits.");
        assertThat(procurement.get("/verdicts?verdict=nonsense").status()).isEqualTo(200);
    }

    private byte[] dossier(String path) {
        people.actAs(people.with(Role.AUDITOR));
        byte[] file = context.getBean(DecisionDossiers.class).download(Integer.parseInt(path.substring("/approvals/".length()))).file();
        SecurityContextHolder.clearContext();
        return file;
    }

    /** The text of a file without white space, since a reader guesses spaces from positions. */
    private static String text(byte[] file) throws IOException {
        var reader = new PdfReader(file);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return squeezed(text.toString());
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    @Test
    void the_dossier_of_a_decision_says_the_verdict_of_the_page_and_is_the_same_file_until_that_changes() throws IOException {
        String path = asked("ACCEPT", "we live with it").path();
        assertThat(officer.get(path + "/dossier.pdf").status()).isEqualTo(404);
        decided(path, "decision", "APPROVE", "why", "All gaps are known", "until", "2027-03-31", "conditions", "A clerk reads each");
        byte[] first = dossier(path);
        assertThat(text(first)).contains(squeezed(sentence()), squeezed("All gaps are known"), squeezed("A clerk reads each"), squeezed("we live with it"),
                squeezed("decided on as request")).doesNotContain("DRAFT");
        assertThat(dossier(path)).isEqualTo(first);
        approver.get(path);
        approver.post(path + "/withdraw", "version", "2", "withdrawn", "The terms were broken");
        byte[] second = dossier(path);
        assertThat(text(second)).contains(squeezed(sentence()), squeezed("The terms were broken"));
        assertThat(dossier(path)).isEqualTo(second).isNotEqualTo(first);
        assertThat(officer.get("/api/v1" + path + "/dossier.pdf").headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(procurement.get(path + "/dossier.pdf").status()).isEqualTo(403);
    }
}
