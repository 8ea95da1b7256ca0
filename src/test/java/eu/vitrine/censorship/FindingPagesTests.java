package eu.vitrine.censorship;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class FindingPagesTests {

    private static final String LIST = "/models/mistral-large-3/findings";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;

    @BeforeEach
    void an_officer_has_signed_in() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    private String added(String statement) {
        officer.get(LIST + "/new");
        var page = officer.post(LIST, "family", "CENSORSHIP", "kind", "EXTERNAL_STUDY", "applicability", "SAME_FAMILY", "statement", statement, "limits", "few prompts",
                "evaluator", "Lab", "testedModel", "Large 3", "sourceUrl", "https://example.org/study", "retrievedOn", "2026-11-01", "topicGroup", "US", "language", "fr");
        assertThat(page.body()).contains("saved as a draft");
        return page.path();
    }

    @Test
    void the_page_says_that_not_tested_is_not_nothing_found() {
        assertThat(officer.get("/models/smollm3-3b/findings").body()).contains("Nothing was tested here.").contains("Not tested").contains("The Act has no duty about censorship");
    }

    @Test
    void a_report_is_added_reviewed_by_a_second_person_and_counted_in_its_cell() {
        String path = added("It refuses half of the requests about surveillance.");
        assertThat(officer.get(path).body()).contains("You wrote what it says now").doesNotContain("/review");
        Browser second = people.signedIn(port, people.with(Role.APPROVER));
        assertThat(second.get(path).body()).contains("/review");
        assertThat(second.post(path + "/review", "version", "1").body()).contains("The finding is reviewed.");
        assertThat(officer.get(LIST).body()).contains("report").contains("French");
    }

    @Test
    void a_form_with_something_wrong_keeps_what_was_typed_and_says_what() {
        officer.get(LIST + "/new");
        var page = officer.post(LIST, "family", "CENSORSHIP", "kind", "SINGLE_OBSERVATION", "applicability", "SAME_FAMILY", "statement", "Kept <b>as typed</b>", "n", "20",
                "asOf", "yesterday");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is a problem").contains("Only a study carries figures").contains("&quot;yesterday&quot; is no date")
                .contains("Kept &lt;b&gt;as typed&lt;/b&gt;");
    }

    @Test
    void to_dispute_or_withdraw_takes_a_reason() {
        String path = added("It refuses.");
        assertThat(officer.post(path + "/withdraw", "version", "1", "reason", " ").body()).contains("Give a reason");
        assertThat(officer.post(path + "/withdraw", "version", "1", "reason", "retracted").body()).contains("Withdrawn").contains("retracted");
    }

    @Test
    void a_finding_is_found_only_under_its_own_model() {
        String path = added("It refuses.");
        assertThat(officer.get(path.replace("mistral-large-3", "olmo-3-32b")).status()).isEqualTo(404);
    }

    @Test
    void drafts_of_all_models_wait_in_one_list() {
        added("It refuses to be listed.");
        assertThat(officer.get("/findings").body()).contains("Findings about behaviour").contains("Draft");
    }

    @Test
    void a_program_reads_and_adds_findings_and_cannot_confirm_a_build() {
        var added = officer.send("/api/v1/findings?model=olmo-3-32b", "application/json", "{\"family\":\"SECURITY\",\"kind\":\"EXTERNAL_STUDY\",\"applicability\":\"EXACT_BUILD\","
                + "\"statement\":\"Answers.\",\"confirmedBy\":\"me\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body()).contains("\"confirmedBy\":null");
        assertThat(officer.get("/api/v1/findings?model=olmo-3-32b").body()).contains("Answers.");
        assertThat(officer.send("/api/v1/findings?model=olmo-3-32b", "application/json", "{\"family\":\"SECURITY\",\"role\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void a_program_says_on_which_version_its_act_rests() {
        var added = officer.send("/api/v1/findings?model=olmo-3-32b", "application/json", "{\"family\":\"SECURITY\",\"kind\":\"EXTERNAL_STUDY\",\"applicability\":"
                + "\"SAME_FAMILY\",\"statement\":\"Answers again.\"}");
        String path = added.headers().firstValue("Location").orElseThrow();
        String tag = added.headers().firstValue("ETag").orElseThrow();
        assertThat(officer.ask("POST", path + "/withdraw", "application/json", "{\"reason\":\"retracted\"}").status()).isEqualTo(428);
        assertThat(officer.ask("POST", path + "/withdraw", "application/json", "{\"reason\":\"retracted\"}", "If-Match", "\"9-0000000000000000\"").status()).isEqualTo(412);
        assertThat(officer.ask("POST", path + "/withdraw", "application/json", "{}", "If-Match", tag).status()).isEqualTo(422);
        assertThat(officer.ask("POST", path + "/withdraw", "application/json", "{\"reason\":\"retracted\"}", "If-Match", tag).body()).contains("\"status\":\"WITHDRAWN\"");
    }
}
