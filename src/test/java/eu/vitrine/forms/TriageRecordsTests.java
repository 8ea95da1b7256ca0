package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

/** Naming records in the short forms when there are more than a list can show; on a server of its own, because it holds so many. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-triage")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageRecordsTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void there_are_more_tools_than_a_list_shows() {
        var people = new People(context);
        var person = people.with(Role.OFFICER);
        people.actAs(person);
        List<Saving> tools = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            tools.add(tool("tool-%03d".formatted(i), "Tool %03d".formatted(i)));
        }
        tools.add(tool("zebra-north", "Zebra"));
        tools.add(tool("zebra-south", "zebra"));
        tools.add(tool("zz-last", "Zz Last Tool"));
        context.getBean(Records.class).saveAll(tools, Revision.Origin.API, null);
        SecurityContextHolder.clearContext();
        officer = people.signedIn(port, person);
    }

    private static Saving tool(String slug, String name) {
        return new Saving(Kind.SERVICE, RecordFile.of(Kind.SERVICE, slug, name, Facts.none()), 0);
    }

    private Browser.Page use(String name, String service, String... more) {
        officer.get("/register/use");
        List<String> fields = new ArrayList<>(List.of("record:name", name, "use.purpose", "writes", "use.service", service));
        fields.addAll(List.of(more));
        return officer.post("/register/use", fields.toArray(String[]::new));
    }

    @Test
    void a_tool_beyond_the_suggestions_is_named_by_its_name() {
        assertThat(officer.get("/register/use").body()).contains("value=\"tool-000\"").doesNotContain("zz-last");
        assertThat(use("Use of the last", "zz last tool").path()).isEqualTo("/uses/use-of-the-last");
        assertThat(officer.get("/uses/use-of-the-last").body()).contains("/services/zz-last");
    }

    @Test
    void of_several_so_called_one_is_picked_from_a_list() {
        var page = use("Use of a zebra", "Zebra");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Several records are called", "name=\"pick:use.service\" value=\"zebra-north\"", "value=\"zebra-south\"");
        assertThat(use("Use of a zebra", "Zebra", "pick:use.service", "zebra-south").path()).isEqualTo("/uses/use-of-a-zebra");
        assertThat(officer.get("/uses/use-of-a-zebra").body()).contains("/services/zebra-south").doesNotContain("/services/zebra-north");
    }

    @Test
    void of_a_part_of_a_name_those_that_have_it_are_offered() {
        assertThat(use("Never", "last").body()).contains("There is no record called", "Did you mean one of these?", "value=\"zz-last\"");
        assertThat(use("Never", "nothing like it at all").body()).contains("There is no record called").doesNotContain("Did you mean");
        assertThat(officer.get("/uses/never").status()).isEqualTo(404);
    }

    @Test
    void a_field_asks_for_options_while_it_is_filled_in() {
        assertThat(officer.get("/register/matches/service?use.service=last").body()).contains("<option value=\"zz-last\"").doesNotContain("tool-000", "<html");
        assertThat(officer.get("/register/matches/service?use.service=").body()).doesNotContain("<option");
        assertThat(officer.get("/register/matches/policy?x=a").status()).isEqualTo(404);
    }
}
