package eu.vitrine.requests;

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
class RequestPagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser colleague;
    private Browser officer;

    @BeforeEach
    void a_colleague_and_an_officer_have_signed_in() {
        people = new People(context);
        colleague = people.signedIn(port, people.with(Role.PROCUREMENT));
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    private String asked(String what) {
        colleague.get("/requests/new");
        var page = colleague.post("/requests", "what", what, "purpose", "Notes of meetings", "dataClass", "personal", "wantedBy", "2026-12-20");
        assertThat(page.body()).contains("Your request is in.");
        return page.path();
    }

    @Test
    void whoever_asks_sees_when_an_answer_is_expected_and_then_the_answer() {
        String path = asked("Meeting tool");
        assertThat(colleague.get(path).body()).contains("Nobody has said yet").contains("Personal");
        officer.get(path);
        officer.post(path + "/progress", "version", "1", "expectedOn", "2026-12-01");
        assertThat(colleague.get(path).body()).contains("An answer is expected by 1 December 2026, in 6 days.");
        officer.get(path);
        officer.post(path + "/answer", "version", "2", "answer", "Yes, without personal data.");
        assertThat(colleague.get(path).body()).contains("Yes, without personal data.").doesNotContain("An answer is expected");
    }

    @Test
    void what_is_missing_is_named_and_what_was_typed_is_kept() {
        colleague.get("/requests/new");
        var page = colleague.post("/requests", "what", "", "purpose", "Kept <i>text</i>", "url", "ftp://x", "wantedBy", "soon");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Name what you want to use").contains("begins with https://").contains("&quot;soon&quot; is no day")
                .contains("Kept &lt;i&gt;text&lt;/i&gt;").contains("Error:");
    }

    @Test
    void a_colleague_sees_no_request_of_somebody_else() {
        String path = asked("Secret project tool");
        Browser other = people.signedIn(port, people.with(Role.PROCUREMENT));
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get("/requests").body()).doesNotContain("Secret project tool");
        assertThat(officer.get("/requests").body()).contains("Secret project tool");
    }

    @Test
    void of_two_officers_who_answer_at_once_one_is_told() {
        String path = asked("Contended tool");
        officer.get(path);
        officer.post(path + "/answer", "version", "1", "answer", "Yes.");
        Browser second = people.signedIn(port, people.with(Role.OFFICER));
        second.get("/requests");
        assertThat(second.post(path + "/answer", "version", "1", "answer", "No.").status()).isEqualTo(409);
        assertThat(colleague.get(path).body()).contains("Yes.").doesNotContain("No.</p>");
    }

    @Test
    void only_whoever_asked_withdraws() {
        String path = asked("Unneeded tool");
        officer.get(path);
        assertThat(officer.post(path + "/withdraw", "version", "1").status()).isEqualTo(404);
        colleague.get(path);
        assertThat(colleague.post(path + "/withdraw", "version", "1").body()).contains("Withdrawn by whoever asked.");
    }

    @Test
    void a_record_that_is_not_there_is_refused_and_one_that_is_leads_there() {
        String path = asked("Known model");
        officer.get(path);
        assertThat(officer.post(path + "/progress", "version", "1", "record", "nothing-such").body()).contains("There is no use, service or model");
        assertThat(officer.post(path + "/progress", "version", "1", "record", "olmo-3-32b").body()).contains("href=\"/models/olmo-3-32b\"");
        assertThat(colleague.get("/api/v1/requests").body()).contains("\"record\":\"/models/olmo-3-32b\"");
    }
}
