package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An officer registers what a colleague wants to use, as a browser without scripts does it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageJourneyTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void an_officer_has_signed_in() {
        People people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    @Test
    void a_tool_with_unknown_models_and_our_use_of_it_are_registered_and_assessed() {
        assertThat(officer.get("/register").body()).contains("/register/tool");
        officer.get("/register/tool");
        Browser.Page tool = officer.post("/register/tool", "record:name", "Triage notes", "service.operator", "Notes SARL", "service.kind", "saas_tool",
                "service.data_location", "fr, DE", "source", "https://example.org/terms");
        assertThat(tool.path()).isEqualTo("/register/tool/triage-notes");
        assertThat(tool.body()).contains("/register/use?service=triage-notes");
        assertThat(officer.get("/register/use?service=triage-notes").body()).contains("name=\"use.service\" value=\"triage-notes\"");
        Browser.Page use = officer.post("/register/use", "record:name", "Triage minutes", "use.purpose", "Minutes of meetings", "use.service", "triage-notes",
                "use.owner", "Head of sales", "use.role", "deployer", "use.data_class", "internal", "use.languages", "de", "use.audience", "internal");
        assertThat(use.path()).isEqualTo("/uses/triage-minutes");
        assertThat(officer.post("/uses/triage-minutes/assess").path()).startsWith("/uses/triage-minutes");
        assertThat(officer.get("/uses/triage-minutes/assessments/1").status()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_stays() {
        officer.get("/register/tool");
        Browser.Page wrong = officer.post("/register/tool", "record:name", "Triage wrong", "service.data_location", "Atlantis", "source", "nowhere");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("not “Atlantis”", "not “nowhere”", "value=\"Triage wrong\"");
    }

    @Test
    void a_model_is_registered_together_with_its_new_provider() {
        officer.get("/register/model");
        Browser.Page model = officer.post("/register/model", "record:name", "Triage model", "record:version", "1", "record:provider_new", "Triage provider",
                "model.openness.weights", "open", "model.release.first_public_date", "2026-03");
        assertThat(model.path()).isEqualTo("/models/triage-model/edit");
        assertThat(officer.get("/providers/triage-provider").status()).isEqualTo(200);
    }

    @Test
    void a_request_shows_the_record_it_became() {
        officer.get("/requests/new");
        String request = officer.post("/requests", "what", "Triage asked", "purpose", "Summaries of calls").path();
        String number = request.substring(request.lastIndexOf('/') + 1);
        assertThat(officer.get("/register/use?request=" + number).body()).contains("value=\"Summaries of calls\"");
        officer.post("/register/use", "request", number, "record:name", "Triage asked", "use.purpose", "Summaries of calls");
        assertThat(officer.get(request).body()).contains("/uses/triage-asked");
    }
}
