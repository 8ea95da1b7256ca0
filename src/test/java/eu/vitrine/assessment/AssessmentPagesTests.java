package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Sha256;
import eu.vitrine.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;

    @BeforeAll
    void an_officer_has_signed_in_and_assessed_a_hostile_record() {
        people = new People(context);
        var person = people.with(Role.OFFICER);
        officer = people.signedIn(port, person);
        String record = "{\"schema_version\":2,\"slug\":\"hostile\",\"name\":\"" + HOSTILE + "\",\"version\":\"" + HOSTILE + "\",\"model\":{"
                + "\"identifiers\":{\"hub_id\":{\"value\":\"" + HOSTILE + "\",\"source_url\":\"https://example.org/%3Cscript%3E\",\"as_of\":\"2026-01-01\",\"note\":\"" + HOSTILE + "\"}}},"
                + "\"findings\":[{\"family\":\"censorship\",\"kind\":\"external_study\",\"statement\":\"" + HOSTILE + "\",\"applicability\":\"exact_build\","
                + "\"source_url\":\"https://example.org/%22onclick\",\"evaluator\":\"" + HOSTILE + "\",\"tested_model\":\"" + HOSTILE + "\"}],\"gaps\":[\"" + HOSTILE + "\"]}";
        imported(person, record);
        officer.get("/models/hostile");
        assertThat(officer.post("/models/hostile/assess").path()).isEqualTo("/models/hostile");
    }

    private void imported(People.Person person, String record) {
        people.actAs(person);
        context.getBean(ModelRegistry.class).importRecords(List.of(new Source("record.json", record.getBytes(StandardCharsets.UTF_8))));
        SecurityContextHolder.clearContext();
    }

    private void registered(String slug) {
        imported(people.with(Role.OFFICER), "{\"schema_version\":2,\"slug\":\"" + slug + "\",\"name\":\"" + slug + "\",\"model\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/hostile", "/models/hostile/assessments/1", "/models/hostile/assessments/1/findings/AIA-53-1-d",
        "/models/hostile/preview?as-of=2027-08-02", "/models/hostile/history", "/assessments", "/", "/policies/AIA-53-1-d", "/models?q=hostile"})
    void what_a_record_says_is_shown_as_text(String path) {
        var page = officer.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContain("href=\"javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/hostile", "/models/hostile/assessments/1/findings/AIA-53-1-d", "/policies", "/policies/CLS-3", "/policies/licences",
        "/policies/licences/gemma-terms", "/assessments"})
    void no_page_holds_a_script_or_style_of_its_own(String path) {
        assertThat(officer.get(path).body()).contains("<main").doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=\"");
    }

    @Test
    void a_model_that_was_never_assessed_says_what_to_do_and_shows_a_preview_that_cannot_be_cited() {
        registered("never-assessed");
        String body = officer.get("/models/never-assessed").body();
        assertThat(body).contains("Not assessed yet", "Assess it:", "it has no number, and nobody can cite it");
        assertThat(body).doesNotContain("dossier.pdf").doesNotContain("/findings/");
    }

    @Test
    void assessing_gives_a_number_and_a_notice() {
        officer.get("/models/apertus-70b");
        var page = officer.post("/models/apertus-70b/assess");
        assertThat(page.body()).contains("is stored. It can be cited", "Not decided yet", "Download dossier", "Duties of the maker, as of");
        assertThat(page.body()).doesNotContain("compliant");
    }

    @Test
    void the_page_names_what_is_of_the_act_and_what_is_not() {
        officer.get("/models/deepseek-r1");
        String body = officer.post("/models/deepseek-r1/assess").body();
        assertThat(body).contains("house rules, not duties of the Act", "About its family: shown, never used", "Not tested by us",
                "The two differ; no rule reads the author", "<svg xmlns");
    }

    @Test
    void what_others_observed_stands_on_the_page_with_its_review_and_as_unconfirmed_where_nobody_confirmed_the_build() {
        officer.get("/models/deepseek-r1");
        assertThat(officer.post("/models/deepseek-r1/assess").body()).contains("Draft: no second person has read it yet.",
                "Said to be about exactly this build, not confirmed").doesNotContain("About this exact build");
    }

    @Test
    void a_finding_tells_how_it_follows_and_what_would_change_it_and_every_link_between_answers_leads_somewhere() {
        registered("followed");
        officer.get("/models/followed");
        officer.post("/models/followed/assess");

        String body = officer.get("/models/followed/assessments/1/findings/AIA-53-1-a").body();

        assertThat(body).contains("How this follows", "The Act reaches the model", "What would change it", "Cannot determine whether it applies");
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(body).results().map(found -> found.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#(how-[^\"]+)\"").matcher(body).results().map(found -> found.group(1))).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void the_policy_book_tells_the_rules_in_words() {
        assertThat(officer.get("/policies/CLS-2").body()).contains("How it is decided", "is “Wide range of tasks”", "As its file writes it")
                .doesNotContain("holds: </span>");
    }

    @Test
    void a_finding_gives_the_four_answers_the_reason_and_the_answers_without_each_assumption() {
        officer.get("/models/deepseek-v3");
        officer.post("/models/deepseek-v3/assess");
        String body = officer.get("/models/deepseek-v3/assessments/1/findings/AIA-53-1-c").body();
        assertThat(body).contains("Does it apply?", "Is it due?", "Is it shown?", "Can it be enforced?", "PLACED_ON_RELEASE", "every assumption",
                "https://eur-lex.europa.eu/eli/reg/2024/1689/oj/eng#art_53", "Explanation in our words, not legal text");
        assertThat(officer.get("/models/deepseek-v3/assessments/1/findings/AIA-99").status()).isEqualTo(404);
    }

    @Test
    void another_date_shows_what_differs_first_and_keeps_nothing() {
        officer.get("/models/gpt-oss-120b");
        officer.post("/models/gpt-oss-120b/assess");
        int before = context.getBean(AssessmentArchive.class).all(eu.vitrine.facts.Kind.MODEL, "gpt-oss-120b").size();
        String body = officer.get("/models/gpt-oss-120b/preview?as-of=2025-01-01").body();
        assertThat(body).contains("gpt-oss-120b on 1 January 2025", "What differs from assessment", "findings differ", "Not yet due: 5 August 2025");
        assertThat(body.indexOf("What differs from")).isLessThan(body.indexOf("Duties of the maker"));
        assertThat(context.getBean(AssessmentArchive.class).all(eu.vitrine.facts.Kind.MODEL, "gpt-oss-120b")).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2027-02-30", "%3Cscript%3E", "0001-01-01"})
    void a_day_that_is_none_is_said_and_kept_as_typed(String typed) {
        var page = officer.get("/models/phi-4/preview?as-of=" + typed);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("There is a problem", "2027-08-02").doesNotContain("<script>");
    }

    @Test
    void all_models_without_a_current_assessment_are_assessed_at_once_and_then_none() {
        registered("assessed-with-the-others");
        officer.get("/assessments");
        assertThat(officer.post("/assessments/missing").body()).containsPattern("models? w(as|ere) assessed\\. The others were current");
        assertThat(officer.post("/assessments/missing").body()).contains("Every model had a current assessment");
        assertThat(officer.get("/").body()).contains("and all are assessed", "What falls due next", "2 August 2027", "What to find out first");
        assertThat(officer.get("/models").body()).contains("Undetermined").doesNotContain(">not assessed");
    }

    @Test
    void the_policy_book_shows_each_policy_with_rules_law_and_cases() {
        assertThat(officer.get("/policies").body()).contains("Duties of the maker", "PLACED_ON_RELEASE", "10²⁵", "Digest of the rules");
        assertThat(officer.get("/policies/AIA-53-1-d").body()).contains("Public summary of training content", "2 August 2027", "Cases",
                "Days for which a search that found nothing counts", "certain(agreed(model.summary.on_template == false))");
        assertThat(officer.get("/policies/AIA-99").status()).isEqualTo(404);
    }

    @Test
    void the_policy_book_names_each_role_and_what_is_our_own() {
        String body = officer.get("/policies").body();
        assertThat(body).contains("Duties of ours", "Use rights", "Our own rules", "Points of the annexes", "Text that is cited", "Figures of our own", "house.price_days", "does not count in the score");
        assertThat(officer.get("/policies/XII-1-a").body()).contains("Part of", "href=\"/policies/AIA-53-1-b\"", "Cases");
        assertThat(officer.get("/policies/AIA-53-1-b").body()).contains("Its points", "href=\"/policies/XII-2-c\"");
        assertThat(officer.get("/policies/ENF-101").body()).contains("Fines for providers of models").doesNotContain("How it is decided");
        assertThat(officer.get("/policies/HR-PRICE").body()).contains("our own", "How much does it weigh?");
    }

    @Test
    void the_licences_on_board_stand_by_what_their_clauses_answer() {
        String body = officer.get("/policies/licences").body();
        assertThat(body).contains("The text passes", "A person must read it", "The text fails", "as of 5 April 2025");
        assertThat(body.indexOf("/policies/licences/mit\"")).isBetween(body.indexOf("id=\"passes\""), body.indexOf("id=\"open\""));
        assertThat(body.indexOf("/policies/licences/kimi-k2-modified-mit\"")).isBetween(body.indexOf("id=\"open\""), body.indexOf("id=\"fails\""));
        assertThat(body.indexOf("/policies/licences/llama-4-community\"")).isGreaterThan(body.indexOf("id=\"fails\""));
        assertThat(officer.get("/policies").body()).contains("href=\"/policies/licences\"");
    }

    @Test
    void a_licence_shows_each_clause_with_its_source_and_each_condition_with_its_reason() {
        String body = officer.get("/policies/licences/llama-4-community").body();
        assertThat(body).contains("fail the open-source test", "Above a scale a further licence is needed", "href=\"/policies/FOSS-3\"",
                "section 1.a", "5 April 2025", "href=\"https://github.com/meta-llama/llama-models/blob/a9c89c4/models/llama4/LICENSE\"");
        assertThat(officer.get("/policies/licences/kimi-k2-modified-mit").body()).contains("for a person to read", "Turns on:", "A person should look");
        assertThat(officer.get("/policies/licences/nonsense").status()).isEqualTo(404);
    }

    @Test
    void procurement_reads_models_and_neither_assesses_nor_opens_the_policy_book() {
        var procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
        String body = procurement.get("/models/hostile").body();
        assertThat(body).doesNotContain("/models/hostile/assess\"").doesNotContain("dossier.pdf").doesNotContain("href=\"/policies");
        assertThat(procurement.post("/models/hostile/assess").status()).isEqualTo(403);
        assertThat(procurement.get("/policies").status()).isEqualTo(403);
        assertThat(procurement.get("/models/hostile/assessments/1/dossier.pdf").status()).isEqualTo(403);
    }

    @Test
    void a_model_that_is_not_there_is_a_plain_not_found() {
        assertThat(officer.get("/models/nobody").status()).isEqualTo(404);
        assertThat(officer.get("/models/hostile/assessments/77").status()).isEqualTo(404);
        assertThat(officer.get("/models/hostile/assessments/x").status()).isEqualTo(400);
    }

    @Test
    void an_assessment_whose_bytes_were_changed_is_refused_in_words_and_the_next_one_is_shown() {
        registered("altered");
        officer.get("/models/altered");
        officer.post("/models/altered/assess");
        context.getBean(JdbcClient.class).sql("UPDATE assessment SET evaluation = ? WHERE model_slug = 'altered'").param(new byte[] {91, 93}).update();
        var page = officer.get("/models/altered");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("are not those that were stored", "check the audit log").doesNotContain("Duties of the maker");
        assertThat(officer.get("/api/v1/models/altered/assessments/1").status()).isEqualTo(409);
        assertThat(officer.get("/models/altered/assessments/1/dossier.pdf").status()).isEqualTo(409);
        assertThat(officer.get("/models/altered/preview").status()).isEqualTo(200);
        officer.get("/models/altered");
        assertThat(officer.post("/models/altered/assess").body()).contains("Assessment 2 is stored");
    }

    @Test
    void an_assessment_that_this_release_answers_otherwise_stays_readable_as_it_was_stored() {
        registered("other-release");
        officer.get("/models/other-release");
        officer.post("/models/other-release/assess");
        byte[] other = "[]".getBytes(StandardCharsets.UTF_8);
        context.getBean(JdbcClient.class).sql("UPDATE assessment SET evaluation = ?, evaluation_sha256 = ? WHERE model_slug = 'other-release'")
                .params(other, Sha256.of(other)).update();
        var page = officer.get("/models/other-release");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("this release gives another answer", "href=\"/api/v1/models/other-release/assessments/1\"");
        assertThat(officer.get("/api/v1/models/other-release/assessments/1").body()).isEqualTo("[]");
    }

    @Test
    void an_assessment_that_this_release_answers_otherwise_shows_the_stored_answers_and_names_what_differs() {
        officer.get("/models/pharia-1-llm-7b-control");
        officer.post("/models/pharia-1-llm-7b-control/assess");
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String stored = new String(jdbc.sql("SELECT evaluation FROM assessment WHERE model_slug = 'pharia-1-llm-7b-control'")
                .query((row, n) -> row.getBytes(1)).single(), StandardCharsets.UTF_8);
        int at = stored.indexOf("\"policy\" : \"AIA-53-1-d\"");
        byte[] other = (stored.substring(0, at) + stored.substring(at).replaceFirst("\"outcome\" : \"[A-Z_]+\"", "\"outcome\" : \"PARTLY_MET\""))
                .getBytes(StandardCharsets.UTF_8);
        jdbc.sql("UPDATE assessment SET evaluation = ?, evaluation_sha256 = ? WHERE model_slug = 'pharia-1-llm-7b-control'").params(other, Sha256.of(other)).update();
        for (String path : List.of("/models/pharia-1-llm-7b-control", "/models/pharia-1-llm-7b-control/assessments/1",
                "/models/pharia-1-llm-7b-control/assessments/1/findings/AIA-53-1-d")) {
            var page = officer.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("Shown as it was stored", "answers otherwise under 1 policy", "Partly met", "AIA-53-1-d");
        }
        assertThat(officer.get("/models/pharia-1-llm-7b-control/assessments/1/dossier.pdf").status()).as("no new document from it").isEqualTo(409);
    }

    @Test
    void the_page_says_that_the_assessment_was_replayed() {
        officer.get("/models/smollm3-3b");
        assertThat(officer.post("/models/smollm3-3b/assess").body()).contains("Replayed by this release: the same, byte for byte.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07-31", "9999-12-31", "1899-12-31", "2100-01-01"})
    void a_day_on_which_there_was_no_such_law_or_that_nobody_means_is_refused(String day) {
        assertThat(officer.get("/models/phi-4/preview?as-of=" + day).body()).contains("There is a problem", "2024-08-01", "2099-12-31");
        var answer = officer.get("/api/v1/models/phi-4/preview?as-of=" + day);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("2024-08-01", day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-08-01", "2025-02-02", "2099-12-31"})
    void any_day_since_the_act_entered_into_force_has_a_preview(String day) {
        assertThat(officer.get("/models/phi-4/preview?as-of=" + day).body()).doesNotContain("There is a problem");
        assertThat(officer.get("/api/v1/models/phi-4/preview?as-of=" + day).body()).contains("\"asOf\" : \"" + day + "\"");
    }
}
