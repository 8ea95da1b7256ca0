package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

@ServerTest
class StepUpTests {

    private static final String TYPED = "Ünit <b>\"one\" & two</b>";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private Units units;

    @LocalServerPort
    private int port;

    private People people;
    private People.Person administrator;
    private Browser browser;

    @BeforeEach
    void an_administrator_signed_in_fifteen_minutes_ago() {
        people = new People(context);
        people.nobody();
        administrator = people.with(Role.ADMINISTRATOR);
        browser = people.signedIn(port, administrator);
        browser.get("/admin/units");
        clock.moveBy(StepUp.VALIDITY);
    }

    private static String unit() {
        return "Unit " + java.util.UUID.randomUUID() + " " + TYPED;
    }

    private boolean exists(String unit) {
        people.actAs(administrator);
        boolean found = units.all().stream().anyMatch(one -> one.name().equals(unit));
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
        return found;
    }

    @Test
    void the_act_waits_for_the_password_and_is_then_done_with_what_was_typed() {
        String unit = unit();
        var asked = browser.post("/admin/units", "name", unit);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("Confirm that it is you", "action=\"/admin/units\"", "&lt;b&gt;&quot;one&quot; &amp; two&lt;/b&gt;").doesNotContain("<b>\"one\"");
        assertThat(asked.body()).contains("type=\"password\"").doesNotContain("one-time-code");
        assertThat(exists(unit)).isFalse();
        String number = browser.cookie("vitrine");

        var done = browser.post("/admin/units", "name", unit, "confirmation", People.PASSWORD);
        assertThat(done.path()).isEqualTo("/admin/units");
        assertThat(exists(unit)).isTrue();
        assertThat(browser.cookie("vitrine")).isNotEqualTo(number);
        assertThat(done.body()).doesNotContain(People.PASSWORD);
    }

    @Test
    void once_confirmed_the_next_acts_are_not_asked_again_for_fifteen_minutes() {
        browser.post("/admin/units", "name", unit(), "confirmation", People.PASSWORD);
        clock.moveBy(StepUp.VALIDITY.minusSeconds(1));
        assertThat(browser.post("/admin/units", "name", unit()).status()).isEqualTo(200);
        clock.moveBy(java.time.Duration.ofSeconds(1));
        assertThat(browser.post("/admin/units", "name", unit()).status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_does_nothing_keeps_what_was_typed_and_slows_down() {
        String unit = unit();
        for (int i = 0; i < 5; i++) {
            var asked = browser.post("/admin/units", "name", unit, "confirmation", "not the password at all");
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.body()).contains("This is not your password", "two&lt;/b&gt;").doesNotContain("not the password at all");
        }
        assertThat(browser.post("/admin/units", "name", unit, "confirmation", People.PASSWORD).status()).isEqualTo(429);
        assertThat(exists(unit)).isFalse();
    }

    @Test
    void another_persons_password_confirms_nothing() {
        String unit = unit();
        people.with(Role.ADMINISTRATOR);
        assertThat(browser.post("/admin/units", "name", unit, "confirmation", administrator.name()).status()).isEqualTo(401);
        assertThat(exists(unit)).isFalse();
    }

    @Test
    void whoever_may_not_do_it_is_refused_and_not_asked() {
        Browser officer = people.signedIn(port, people.with(Role.OFFICER));
        officer.get("/account");
        clock.moveBy(StepUp.VALIDITY);
        assertThat(officer.post("/admin/units", "name", "x").status()).isEqualTo(403);
    }

    @Test
    void a_confirmation_without_the_token_of_the_form_is_refused() {
        assertThat(browser.postWithoutToken("/admin/units", "name", "x", "confirmation", People.PASSWORD).status()).isEqualTo(403);
    }

    @Test
    void a_page_that_wants_it_leads_over_the_question_and_back() {
        browser.get("/account");
        assertThat(browser.get("/account/second-factor").path()).isEqualTo("/confirm?returnTo=%2Faccount%2Fsecond-factor");
        assertThat(browser.post("/confirm", "returnTo", "/account/second-factor", "confirmation", "wrong").status()).isEqualTo(422);
        assertThat(browser.post("/confirm", "returnTo", "//evil.example/", "confirmation", People.PASSWORD).path()).isEqualTo("/");
    }

    @Test
    void the_page_in_the_place_of_an_act_is_not_to_be_had_by_itself() {
        assertThat(browser.post("/confirm/asked", "name", "x").status()).isEqualTo(400);
    }

    @Test
    void reading_is_never_asked_for_a_confirmation() {
        assertThat(browser.get("/admin/users").path()).isEqualTo("/admin/users");
        assertThat(browser.get("/account").path()).isEqualTo("/account");
    }

    @Test
    void decisions_user_administration_and_ones_second_factor_want_it() {
        assertThat(RouteTable.ROUTES.stream().filter(route -> !route.method().equals(HttpMethod.GET) && (route.pattern().startsWith("/admin/")
                || route.pattern().matches("/approvals/\\{number}/(decide|withdraw)")))).hasSizeGreaterThan(10).allMatch(Route::fresh);
    }

    @Test
    void a_decision_is_not_taken_before_the_approver_has_confirmed() {
        Browser approver = people.signedIn(port, people.with(Role.APPROVER));
        approver.get("/approvals");
        clock.moveBy(StepUp.VALIDITY);
        var asked = approver.post("/approvals/1/decide", "decision", "APPROVE", "why", "All is known", "version", "1");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("action=\"/approvals/1/decide\"", "value=\"All is known\"");
    }
}
