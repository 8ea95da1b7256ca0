package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.api.DescribedApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On a server of its own, because records are changed here: two models with revisions, one of them assessed twice. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-history")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryPagesTests {

    private static final String PATCH = "application/merge-patch+json";
    private static final String MODEL = "/models/deepseek-r1";
    private static final String CONTEXT = "{\"model\": {\"release\": {\"eu_excluded\": {\"value\": \"%s\", \"note\": \"%s\"}}}, \"gaps\": [\"%s\"]}";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private DescribedApi described;

    @BeforeAll
    void a_model_was_assessed_changed_twice_and_assessed_again() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        officer.get("/models");
        described = new DescribedApi(JsonMapper.shared().readTree(officer.get("/api/v1/openapi.json").body()));
        officer.get(MODEL);
        officer.post(MODEL + "/assess");
        patch(MODEL, "{\"model\": {\"summary\": {\"url\": {\"value\": \"https://example.org/summary\", \"source_url\": \"https://example.org\", \"as_of\": \"2026-11-20\", \"note\": null}}}}", "the provider published it");
        patch(MODEL, "{\"model\": {\"disclosure\": {\"corpus_description\": {\"value\": \"14.8T tokens of web pages\"}, \"languages\": {\"value\": [\"en\", \"zh\", \"fr\"]}}}, \"name\": \"DeepSeek R1\"}", "read again");
        officer.get(MODEL);
        officer.post(MODEL + "/assess");
    }

    private void patch(String record, String body, String reason) {
        String path = "/api/v1" + record;
        String tag = officer.get(path + "?view=record").headers().firstValue("ETag").orElseThrow();
        var answer = officer.ask("PATCH", path + "?reason=" + reason.replace(" ", "%20"), PATCH, body, "If-Match", tag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String page(String path) {
        var page = officer.get(path);
        assertThat(page.status()).as(path + page.body()).isEqualTo(200);
        return page.body();
    }

    private JsonNode json(String path) {
        var page = officer.get(path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(described.faultsOf("GET", path, page)).isEmpty();
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void the_list_names_who_saved_each_revision_how_and_why_and_leads_to_it() {
        assertThat(page(MODEL + "/revisions")).contains("href=\"/models/deepseek-r1/revisions/1\"", "starter catalogue", "sent by a program", "read again",
                "the provider published it", "/models/deepseek-r1/revisions/compare?from=2&amp;to=3");
        assertThat(page(MODEL)).contains("href=\"/models/deepseek-r1/revisions/3\"");
    }

    @Test
    void an_earlier_revision_is_shown_as_it_was_and_marked_as_not_the_present_one() {
        assertThat(page(MODEL + "/revisions/1")).contains("This is not the present record", "DeepSeek-R1, revision 1", "href=\"/models/deepseek-r1/revisions/1/restore\"")
                .doesNotContain("example.org/summary");
        assertThat(page(MODEL + "/revisions/3")).contains("This is the present record", "DeepSeek R1, revision 3").doesNotContain("/restore\"");
    }

    @Test
    void two_revisions_are_laid_side_by_side_with_who_changed_what() {
        String compared = page(MODEL + "/revisions/compare?from=1&to=3");
        assertThat(compared).contains("3 facts changed and 1 other part of the record", "id=\"change-model.summary.url\"", "<q>the provider published it</q>", "<q>read again</q>",
                "<span class=\"away\">added </span>", "<span class=\"away\">removed </span>", "href=\"/models/deepseek-r1/revisions/2\"");
    }

    @Test
    void the_filter_leaves_only_what_affects_findings() {
        assertThat(page(MODEL + "/revisions/compare?from=1&to=3&only=findings")).contains("id=\"change-model.summary.url\"")
                .doesNotContain("id=\"change-model.disclosure.languages\"", "id=\"change-name\"");
    }

    @Test
    void any_two_revisions_can_be_compared_also_backwards_and_with_themselves() {
        assertThat(page(MODEL + "/revisions/compare?from=3&to=1")).contains("3 facts changed");
        assertThat(page(MODEL + "/revisions/compare?from=2&to=2")).contains("Nothing changed.", "The two say the same");
        assertThat(page(MODEL + "/revisions/compare")).contains("2 facts changed");
        assertThat(officer.get(MODEL + "/revisions/compare?from=1&to=9").status()).isEqualTo(404);
        assertThat(officer.get("/models/nobody/revisions").status()).isEqualTo(404);
    }

    @Test
    void a_licence_shows_what_its_change_does_to_the_models_under_it() {
        patch("/licences/mit", "{\"facts\": {\"licence.grants.modify\": {\"value\": false}}}", "misread");
        assertThat(page("/licences/mit/revisions/compare")).contains("1 fact changed", "What that does to findings", "href=\"/models/phi-4\"");
        JsonNode diff = json("/api/v1/licences/mit/diff?from=1&to=2");
        assertThat(diff.path("counts").path("facts").intValue()).isEqualTo(1);
        assertThat(diff.path("evaluated").intValue()).isPositive();
        assertThat(diff.path("affecting").valueStream().map(JsonNode::asString)).containsExactly("licence.grants.modify");
    }

    @Test
    void two_assessments_are_laid_side_by_side_with_the_facts_between_their_revisions() {
        assertThat(page(MODEL + "/assessments/1/compare/2")).contains("Two assessments of", "Revision 1 was read first, then revision 3", "AIA-53-1-d",
                "Both were made by one policy set", "id=\"change-model.summary.url\"");
        assertThat(officer.get(MODEL + "/assessments/1/compare/7").status()).isEqualTo(404);
    }

    @Test
    void bringing_back_is_confirmed_with_a_reason_and_makes_a_new_revision() {
        patch("/models/phi-4", CONTEXT.formatted("no", "one", "g"), "first");
        patch("/models/phi-4", CONTEXT.formatted("licensees_only", "two", "h"), "second");
        String address = "/models/phi-4/revisions/2/restore";
        assertThat(page(address)).contains("What will change", "1 fact will change", "name=\"reason\"", "name=\"expected\" value=\"3\"");
        assertThat(officer.post(address, "expected", "3", "reason", " ").status()).isEqualTo(422);
        var done = officer.post(address, "expected", "3", "reason", "the second was wrong");
        assertThat(done.path()).isEqualTo("/models/phi-4/revisions");
        assertThat(done.body()).contains("what it said is now revision 4", "brought back from an earlier revision", "the second was wrong");
        assertThat(json("/api/v1/models/phi-4/diff?from=2&to=4").path("patch").isEmpty()).isTrue();
        assertThat(page("/models/phi-4/revisions/2/restore")).contains("There is nothing to bring back");
    }

    @Test
    void who_decided_on_an_outdated_record_is_told_and_nothing_is_brought_back() {
        patch("/models/olmo-3-32b", CONTEXT.formatted("no", "one", "g"), "first");
        page("/models/olmo-3-32b/revisions/1/restore");
        patch("/models/olmo-3-32b", CONTEXT.formatted("no", "two", "g"), "meanwhile");
        var stale = officer.post("/models/olmo-3-32b/revisions/1/restore", "expected", "2", "reason", "as it was");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("The record was saved meanwhile", "as it was", "/models/olmo-3-32b/revisions/compare?from=2&amp;to=3", "Nothing was brought back");
        assertThat(json("/api/v1/models/olmo-3-32b/revisions")).hasSize(3);
    }

    @Test
    void a_program_reads_a_revision_with_its_tag_and_the_difference_as_a_patch() {
        var first = officer.get("/api/v1/models/deepseek-r1/revisions/1");
        assertThat(described.faultsOf("GET", "/api/v1/models/deepseek-r1/revisions/1", first)).isEmpty();
        assertThat(officer.ask("GET", "/api/v1/models/deepseek-r1/revisions/1", "application/json", "", "If-None-Match", first.headers().firstValue("ETag").orElseThrow()).status()).isEqualTo(304);
        JsonNode diff = json("/api/v1/models/deepseek-r1/diff?from=1&to=3");
        assertThat(diff.path("patch").valueStream().map(one -> one.path("op").asString() + " " + one.path("path").asString())).contains("replace /name", "replace /model/disclosure/languages/value");
        assertThat(diff.path("affecting").valueStream().map(JsonNode::asString)).contains("model.summary.url");
        assertThat(diff.path("findings").valueStream().map(one -> one.path("policy").asString())).contains("AIA-53-1-d");
    }

    @Test
    void a_program_brings_a_revision_back_on_the_revision_it_saw() {
        patch("/providers/mistral", "{\"name\": \"Mistral\"}", "shorter");
        String path = "/api/v1/providers/mistral/revisions/1/restore";
        String tag = officer.get("/api/v1/providers/mistral?view=record").headers().firstValue("ETag").orElseThrow();
        assertThat(restore(path, "{\"reason\": \"as it was\"}").status()).isEqualTo(428);
        assertThat(restore(path, "{\"reason\": \"as it was\"}", "If-Match", "\"1-0000000000000000\"").status()).isEqualTo(412);
        assertThat(restore(path, "{\"reason\": \"as it was\", \"force\": true}", "If-Match", tag).status()).isEqualTo(400);
        assertThat(restore(path, "{}", "If-Match", tag).status()).isEqualTo(400);
        var done = restore(path, "{\"reason\": \"as it was\"}", "If-Match", tag);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(done.body()).path("number").intValue()).isEqualTo(3);
        assertThat(json("/api/v1/providers/mistral/revisions").path(0).path("origin").asString()).isEqualTo("RESTORE");
    }

    @Test
    void a_request_sent_again_under_its_key_is_answered_as_before_and_not_done_again() {
        patch("/providers/google", "{\"name\": \"G\"}", "shorter");
        String path = "/api/v1/providers/google/revisions/1/restore";
        String tag = officer.get("/api/v1/providers/google?view=record").headers().firstValue("ETag").orElseThrow();
        assertThat(restore(path, "{}", "If-Match", tag, "Idempotency-Key", "k1").status()).isEqualTo(400);
        var first = restore(path, "{\"reason\": \"as it was\"}", "If-Match", tag, "Idempotency-Key", "k1");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        var second = restore(path, "{\"reason\": \"as it was\"}", "If-Match", tag, "Idempotency-Key", "k1");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(restore(path, "{\"reason\": \"another\"}", "If-Match", tag, "Idempotency-Key", "k1").status()).isEqualTo(422);
        assertThat(restore(path, "{\"reason\": \"as it was\"}", "If-Match", tag, "Idempotency-Key", "k2").status()).isEqualTo(412);
        context.getBean(JdbcClient.class).sql("UPDATE answered_request SET status = NULL WHERE request_key = 'k1'").update();
        assertThat(restore(path, "{\"reason\": \"as it was\"}", "If-Match", tag, "Idempotency-Key", "k1").status()).isEqualTo(409);
        assertThat(json("/api/v1/providers/google/revisions")).hasSize(3);
    }

    private Browser.Page restore(String path, String body, String... headers) {
        var answer = officer.ask("POST", path, "application/json", body, headers);
        assertThat(described.faultsOf("POST", path, answer)).as(answer.body()).isEmpty();
        return answer;
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void everybody_reads_revisions_and_only_officers_bring_them_back(Role role) {
        var other = people.signedIn(port, people.with(role));
        assertThat(other.get(MODEL + "/revisions/1").body()).contains("This is not the present record").doesNotContain("/restore\"");
        assertThat(other.get(MODEL + "/revisions/compare?from=1&to=2").status()).isEqualTo(200);
        assertThat(other.get(MODEL + "/revisions/1/restore").status()).isEqualTo(403);
        assertThat(other.post(MODEL + "/revisions/1/restore", "expected", "3", "reason", "r").status()).isEqualTo(403);
    }
}
