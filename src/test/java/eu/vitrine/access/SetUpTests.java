package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class SetUpTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SetUp setUp;

    @Autowired
    private FirstStart firstStart;

    @Autowired
    private UserRepository users;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void nobody_is_set_up() {
        new People(context).nobody();
        browser = new Browser(port);
    }

    @Test
    void the_printed_link_leads_to_the_first_administrator_who_can_sign_in(CapturedOutput output) {
        firstStart.sayHowToGetIn();
        String link = output.getOut().lines().filter(line -> line.contains("/set-up?token=")).findFirst().orElseThrow().strip();
        assertThat(link).startsWith("http://localhost:" + port + "/set-up?token=");

        String token = link.substring(link.indexOf('=') + 1);
        assertThat(browser.get("/set-up?token=" + token).status()).isEqualTo(200);
        assertThat(create(token).path()).isEqualTo("/sign-in");
        var home = browser.post("/sign-in", "name", "Ada@Example.eu", "password", People.PASSWORD);

        assertThat(home.path()).isEqualTo("/");
        assertThat(home.body()).contains("Ada Moreau", "Administration");
    }

    @Test
    void a_used_token_does_not_work_again() {
        String token = setUp.firstLink().value();
        browser.get("/set-up?token=" + token);
        create(token);
        assertThat(browser.get("/set-up?token=" + token).body()).contains("This link does not work");
        create(token);
        assertThat(users.count()).isEqualTo(1);
    }

    @Test
    void a_token_expires_after_thirty_minutes() {
        String token = setUp.firstLink().value();
        browser.get("/set-up?token=" + token);
        clock.moveBy(Duration.ofMinutes(30));
        assertThat(create(token).body()).contains("This link does not work");
        assertThat(users.count()).isZero();
    }

    @Test
    void a_wrong_token_creates_nobody() {
        setUp.firstLink();
        browser.get("/sign-in");
        assertThat(create("wrong").body()).contains("This link does not work");
        assertThat(users.count()).isZero();
    }

    @Test
    void a_restart_replaces_the_link_that_was_printed_before() {
        String before = setUp.firstLink().value();
        String after = setUp.firstLink().value();
        assertThat(setUp.invitee(before)).isEmpty();
        assertThat(setUp.invitee(after)).isPresent();
    }

    @Test
    void the_database_holds_no_token() {
        String token = setUp.firstLink().value();
        assertThat(jdbc.sql("SELECT token_hash FROM set_up_link").query(String.class).list())
                .hasSize(1).noneMatch(hash -> hash.contains(token));
    }

    @Test
    void without_users_every_page_leads_to_where_the_link_was_printed() {
        assertThat(browser.get("/").path()).isEqualTo("/set-up");
        assertThat(browser.get("/sign-in").path()).isEqualTo("/set-up");
        assertThat(browser.get("/audit").body()).contains("printed where Vitrine was started");
    }

    @Test
    void nothing_is_printed_once_somebody_is_set_up(CapturedOutput output) {
        new People(context).with(Role.ADMINISTRATOR);
        firstStart.sayHowToGetIn();
        assertThat(output.getOut()).doesNotContain("/set-up?token=");
    }

    @Test
    void a_form_with_faults_names_each_and_keeps_what_was_typed() {
        String token = setUp.firstLink().value();
        browser.get("/set-up?token=" + token);
        var page = browser.post("/set-up", "token", token, "displayName", "Ada", "name", "x", "password", "short", "repeated", "short");
        assertThat(page.body()).contains("There is a problem", "<title>Error: ", "href=\"#name\"", "href=\"#password\"", "value=\"Ada\"");
        assertThat(users.count()).isZero();
    }

    @Test
    void the_first_person_is_administrator_whatever_was_chosen() {
        String token = setUp.firstLink().value();
        context.getBean(TransactionOperations.class).executeWithoutResult(status -> {
            assertThat(setUp.createFirst(token, SignInName.of("ada").orElseThrow(), "Ada", People.PASSWORD, java.util.Set.of())).isTrue();
            assertThat(users.findBySignInName("ada").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        });
    }

    private Browser.Page create(String token) {
        return browser.post("/set-up", "token", token, "displayName", "Ada Moreau", "name", "ada@example.eu",
                "password", People.PASSWORD, "repeated", People.PASSWORD, "roles", "OFFICER");
    }
}
