package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** There is one organisation on a server, so these have a server of their own. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-organisation-form")
class OrganisationFormTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void the_organisation_is_registered_once_and_edited_without_a_slug_in_its_address() {
        var people = new People(context);
        Browser anna = people.signedIn(port, people.with(Role.OFFICER));
        assertThat(anna.get("/organisation/edit").status()).isEqualTo(404);
        anna.get("/organisation/new");
        var page = anna.post("/organisation/new", "do", "register", "record:name", "Ourselves", "record:shown", "1");
        assertThat(page.path()).isEqualTo("/organisation/edit");
        page = anna.get("/organisation/edit/organisation-profile");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("action=\"/organisation/edit/organisation-profile\"");
        assertThat(anna.get("/organisation/new").path()).isEqualTo("/organisation/edit");
        assertThat(anna.post("/organisation/new", "do", "register", "record:name", "Others", "record:shown", "1").status()).isEqualTo(409);
    }
}
