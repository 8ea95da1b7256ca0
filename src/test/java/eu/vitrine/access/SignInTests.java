package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class SignInTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private SignInThrottle throttle;

    @LocalServerPort
    private int port;

    private People people;
    private People.Person officer;
    private Browser browser;

    @BeforeEach
    void an_officer_at_the_sign_in_page() {
        people = new People(context);
        people.nobody();
        officer = people.with(Role.OFFICER);
        browser = new Browser(port);
        browser.get("/sign-in");
    }

    @Test
    void an_unknown_name_and_a_wrong_password_are_answered_alike() {
        var unknown = signIn("nobody.of.that.name", People.PASSWORD);
        var wrong = signIn(officer.name(), "not the password at all");
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(withoutTokens(unknown, "nobody.of.that.name")).isEqualTo(withoutTokens(wrong, officer.name()));
    }

    @Test
    void a_failure_is_counted_and_recorded_once() {
        long before = refusals();
        signIn(officer.name(), "not the password at all");
        assertThat(refusals() - before).isEqualTo(1);
        assertThat(jdbc.sql("SELECT failures FROM sign_in_failure WHERE subject LIKE 'account:%'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void signing_in_gives_the_session_another_number() {
        String before = browser.cookie("vitrine");
        signIn(officer.name(), People.PASSWORD);
        assertThat(browser.cookie("vitrine")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void the_session_cookie_is_hidden_from_scripts_and_other_sites() {
        var cookie = new Browser(port).get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void the_page_asked_for_is_shown_after_signing_in() {
        var asked = new Browser(port);
        var auditor = people.with(Role.AUDITOR);
        assertThat(asked.get("/audit?type=user").path()).isEqualTo("/sign-in?returnTo=%2Faudit%3Ftype%3Duser");
        assertThat(asked.post("/sign-in", "name", auditor.name(), "password", People.PASSWORD, "returnTo", "/audit?type=user").path())
                .isEqualTo("/audit?type=user");
    }

    @Test
    void nobody_is_led_to_another_site_after_signing_in() {
        assertThat(browser.post("/sign-in", "name", officer.name(), "password", People.PASSWORD, "returnTo", "//evil.example").path())
                .isEqualTo("/");
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait() {
        failFiveTimes(officer.name());
        var refused = signIn(officer.name(), People.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        clock.moveBy(Duration.ofMinutes(1));
        assertThat(signIn(officer.name(), People.PASSWORD).path()).isEqualTo("/");
    }

    @Test
    void a_name_nobody_has_is_slowed_down_in_the_same_way() {
        failFiveTimes("nobody.of.that.name");
        assertThat(signIn("nobody.of.that.name", People.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void a_restart_forgives_nobody() {
        failFiveTimes(officer.name());
        // A throttle made anew is what a restart leaves: it has only the database.
        var restarted = new SignInThrottle(jdbc, transactions, clock);
        assertThat(restarted.admit(SignInThrottle.Subject.account(keyOf("account:")))).isPresent();
    }

    @Test
    void a_source_is_slowed_down_across_accounts() {
        signIn("guess", "not the password at all");
        fail(SignInThrottle.Subject.source(keyOf("source:")), 19);
        assertThat(signIn(officer.name(), People.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void signing_out_ends_the_session() {
        signIn(officer.name(), People.PASSWORD);
        assertThat(browser.post("/sign-out").body()).contains("You are signed out");
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
    }

    @Test
    void signing_out_by_a_link_is_not_possible() {
        signIn(officer.name(), People.PASSWORD);
        assertThat(browser.get("/sign-out").status()).isEqualTo(405);
        assertThat(browser.get("/").path()).isEqualTo("/");
    }

    @Test
    void a_session_ends_after_twelve_hours() {
        signIn(officer.name(), People.PASSWORD);
        clock.moveBy(Duration.ofHours(12));
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
    }

    private void failFiveTimes(String name) {
        signIn(name, "not the password at all");
        fail(SignInThrottle.Subject.account(keyOf("account:")), 4);
    }

    /** Further failures, counted as the sign-in page counts them but without the slow comparison of passwords. */
    private void fail(SignInThrottle.Subject subject, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.admit(subject)).isEmpty();
        }
    }

    private String keyOf(String kind) {
        return jdbc.sql("SELECT subject FROM sign_in_failure WHERE subject LIKE ?").param(kind + "%").query(String.class).single()
                .substring(kind.length());
    }

    private Browser.Page signIn(String name, String password) {
        return browser.post("/sign-in", "name", name, "password", password);
    }

    private long refusals() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'sign-in.refused'").query(Long.class).single();
    }

    private static String withoutTokens(Browser.Page page, String name) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(name, "");
    }
}
