package eu.vitrine.api;

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
class RefusedProgramsTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;

    @BeforeEach
    void nobody_was_slowed_down() {
        people = new People(context);
        people.nobody();
    }

    @Test
    void a_program_without_sign_in_gets_a_401_problem_and_no_page() {
        assertProblem(new Browser(port).get("/api/v1/nothing"), 401);
    }

    @Test
    void a_resource_nobody_has_is_a_404_problem() {
        assertProblem(people.signedIn(port, people.with(Role.OFFICER)).get("/api/v1/nothing"), 404);
    }

    @Test
    void an_address_the_firewall_rejects_is_a_problem_too() {
        assertProblem(new Browser(port).get("/api/v1/a;b=c"), 400);
    }

    @Test
    void a_write_without_token_is_a_problem() {
        assertThat(new Browser(port).postWithoutToken("/api/v1/nothing").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private static void assertProblem(Browser.Page answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).containsPattern("\"traceId\":\"[0-9a-f]{16}\"").doesNotContain("Exception");
    }
}
