package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which record a file of a format of others is taken for. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-intake")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchingTests {

    private static final String REPORT = """
            Indicator,Definition,Notes,Disclosure,Justification,References,Score
            Data size,Is it disclosed?,,No information disclosed,No information found,,0
            """;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void models_are_registered_under_short_names_of_ours() {
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        for (String[] model : new String[][] {{"our-heron", "Our Heron", "heron-lab/Heron-7B@abc1234"}, {"twin-one", "Twin One", "twins/Twin"},
            {"twin-two", "Twin Two", "Twins/twin"}, {"wader", "Wader", "heron-lab/Wader"}}) {
            String path = DryRuns.upload(officer, model[0] + ".yaml", "slug: " + model[0] + "\nname: " + model[1] + "\nmodel:\n  identifiers:\n    hub_id: " + model[2] + "\n").path();
            assertThat(officer.post(path + "/confirm").body()).contains("is saved");
        }
    }

    private JsonNode api(String parameters, String type, String body) {
        officer.get("/imports");
        var answer = officer.send("/api/v1/imports?" + parameters, type, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode card(String hub) {
        return api("name=README.md&format=hugging-face-card&originUrl=https://huggingface.co/" + hub, "text/markdown", "---\nlanguage:\n- en\n---\n# Text\n");
    }

    private static JsonNode model(JsonNode job) {
        for (JsonNode record : job.path("records")) {
            if (record.path("kind").stringValue().equals("model")) {
                return record;
            }
        }
        throw new AssertionError(job.toPrettyString());
    }

    @Test
    void a_card_finds_the_record_that_states_its_repository_in_whatever_case_and_revision() {
        JsonNode found = model(card("Heron-Lab/heron-7b"));
        assertThat(found.path("slug").stringValue()).isEqualTo("our-heron");
        assertThat(found.path("outcome").stringValue()).isEqualTo("changed");
        assertThat(found.path("name").stringValue()).isEqualTo("Our Heron");
        assertThat(found.path("matchedBy").stringValue()).isEqualTo("heron-lab/heron-7b");
    }

    @Test
    void a_bill_of_materials_finds_it_by_its_package_url() {
        JsonNode found = model(api("name=bom.cdx.json", "application/json", """
                {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"machine-learning-model","name":"Heron seven",
                 "purl":"pkg:huggingface/heron-lab/Heron-7B@def5678"}]}"""));
        assertThat(found.path("slug").stringValue()).isEqualTo("our-heron");
        assertThat(found.path("matchedBy").stringValue()).isNotEmpty();
    }

    @Test
    void a_repository_with_a_longer_name_is_another_model() {
        assertThat(model(card("heron-lab/heron-7b-instruct")).path("outcome").stringValue()).isEqualTo("new");
    }

    @Test
    void a_repository_of_the_same_name_in_another_account_is_another_model_and_leaves_the_first_alone() {
        String path = DryRuns.upload(officer, "egret.yaml", "slug: egret\nname: Egret\nmodel:\n  identifiers:\n    hub_id: marsh/egret\n").path();
        officer.post(path + "/confirm");
        JsonNode found = model(card("lake/egret"));
        assertThat(found.path("outcome").stringValue()).isEqualTo("new");
        assertThat(found.path("slug").stringValue()).isEqualTo("lake-egret");
        assertThat(model(card("marsh/egret")).path("slug").stringValue()).isEqualTo("egret");
    }

    @Test
    void two_records_of_the_same_repository_are_both_named_and_a_person_chooses() {
        JsonNode job = card("twins/twin");
        assertThat(job.path("counts").path("rejected").intValue()).isEqualTo(1);
        assertThat(job.path("records").size()).isZero();
        assertThat(job.path("remarks").get(0).path("problem").stringValue()).contains("\"Twin One\" (twin-one)", "\"Twin Two\" (twin-two)", "twins/twin");
        String path = "/imports/" + job.path("id").stringValue();
        assertThat(officer.get(path).body()).contains("Choose the model it is about", "Choose the model it is about.");
        assertThat(officer.get(path + "/about?search=twin").body()).contains("value=\"twin-one\"", "value=\"twin-two\"").doesNotContain("value=\"wader\"");
        assertThat(DryRuns.ended(officer, officer.post(path + "/about", "record", "twin-two")).body()).contains("Nothing is rejected", "Twin Two", "Found by your choice.");
        assertThat(officer.get(path + "?show=changed").body()).contains("Twin Two").doesNotContain("Twin One");
    }

    @Test
    void a_short_name_that_a_card_happens_to_give_does_not_settle_which_of_two_it_is() {
        String path = DryRuns.upload(officer, "same.yaml", "slug: stilt\nname: Stilt\nmodel:\n  identifiers:\n    hub_id: waders/stilt\n---\nslug: other-stilt\nname: Other\n"
                + "model:\n  identifiers:\n    hub_id: waders/stilt\n").path();
        officer.post(path + "/confirm");
        JsonNode job = card("waders/stilt");
        assertThat(job.path("records").size()).isZero();
        assertThat(job.path("remarks").get(0).path("problem").stringValue()).contains("(stilt)", "(other-stilt)");
    }

    @Test
    void a_transparency_report_becomes_no_record_of_its_own_but_part_of_the_one_chosen() {
        JsonNode job = api("name=Heron_fmtransparencyreport_Dec2025.csv", "text/csv", REPORT);
        assertThat(job.path("records").size()).isZero();
        assertThat(job.path("remarks").toString()).contains("does not say which model it is about");
        String path = "/imports/" + job.path("id").stringValue();
        assertThat(officer.post(path + "/about", "record", "no-such-model").body()).contains("Which model is this about?");
        officer.post(path + "/about", "record", "wader");
        DryRuns.ended(officer, officer.get(path));
        JsonNode chosen = JsonMapper.shared().readTree(officer.get("/api/v1" + path).body());
        assertThat(model(chosen).path("slug").stringValue()).isEqualTo("wader");
        assertThat(model(chosen).path("changes").toString()).contains("model.training.tokens");
        assertThat(officer.post(path + "/confirm").body()).contains("saved");
        assertThat(officer.get("/models/wader").body()).doesNotContain("transparency report</h1>");
        assertThat(officer.get("/models/heron-transparency-report-2025").status()).isEqualTo(404);
    }

    @Test
    void a_program_names_the_model_of_a_report_and_one_that_is_not_there_is_refused() {
        JsonNode job = api("about=our-heron&name=Heron_fmtransparencyreport_Dec2025.csv", "text/csv", REPORT);
        assertThat(model(job).path("slug").stringValue()).isEqualTo("our-heron");
        assertThat(officer.send("/api/v1/imports?about=nobody&name=x_fmtransparencyreport_Dec2025.csv", "text/csv", REPORT).status()).isEqualTo(422);
    }
}
