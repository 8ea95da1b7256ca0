package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeAll
    void an_administrator_has_signed_in() {
        new People(context).nobody();
        browser = administrator();
    }

    private Browser administrator() {
        var people = new People(context);
        return people.signedIn(port, people.with(Role.ADMINISTRATOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/users", "/admin/users/new", "/audit", "/audit/1", "/audit/check", "/nonsense", "/theme",
        "/audit/none", "/audit/999999999", "/set-up?token=x", "/%2e%2e/%2e%2e", "/a;b=c"})
    void every_html_answer_carries_the_security_headers(String path) {
        var page = browser.get(path);
        assertThat(page.headers().map()).containsAllEntriesOf(java.util.Map.of(
                "content-security-policy", List.of(SecurityHeaders.CONTENT_SECURITY_POLICY),
                "x-content-type-options", List.of("nosniff"),
                "x-frame-options", List.of("DENY"),
                "referrer-policy", List.of("same-origin"),
                "cross-origin-opener-policy", List.of("same-origin"),
                "cross-origin-resource-policy", List.of("same-origin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/users", "/admin/users/new", "/audit", "/audit/check", "/nonsense", "/set-up?token=x"})
    void no_page_holds_a_script_or_style_of_its_own(String path) {
        String body = browser.get(path).body();
        assertThat(body).contains("<main").doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("<style").doesNotContainPattern("\\s(style|on[a-z]+)=\"");
    }

    @Test
    void pages_stay_out_of_caches_and_assets_stay_in() {
        var home = browser.get("/");
        assertThat(home.headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        for (String asset : List.of("href=\"(/assets/vitrine-[0-9a-f]+\\.css)\"", "src=\"(/webjars/[^\"]+)\"", "href=\"(/assets/mark-[0-9a-f]+\\.svg)\"")) {
            var link = java.util.regex.Pattern.compile(asset).matcher(home.body());
            assertThat(link.find()).as(asset).isTrue();
            var answer = browser.get(link.group(1));
            assertThat(answer.status()).as(link.group(1)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        assertThat(browser.postWithoutToken("/admin/users", "name", "bo").status()).isEqualTo(403);
    }

    @Test
    void a_write_started_by_another_site_is_refused_even_with_the_token() {
        var fresh = administrator();
        assertThat(fresh.postFromElsewhere("/theme", "theme", "dark").status()).isEqualTo(403);
        assertThat(fresh.cookie("theme")).isEmpty();
    }

    @Test
    void errors_say_in_plain_words_what_to_do_and_give_a_number() {
        var page = browser.get("/nonsense");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page", "Check the address").containsPattern("Number to report:\\s*<span class=\"id\">[0-9a-f]{16}<");
        assertThat(browser.get("/theme").status()).isEqualTo(405);
        assertThat(browser.send("DELETE", "/audit").status()).isIn(403, 405);
    }

    @Test
    void the_theme_is_kept_and_rendered_by_the_server() {
        browser.get("/audit");
        var page = browser.post("/theme", "theme", "dark", "returnTo", "/audit");
        assertThat(page.path()).isEqualTo("/audit");
        assertThat(page.body()).contains("data-theme=\"dark\"");
    }

    @Test
    void a_theme_nobody_offers_is_the_automatic_one() {
        browser.get("/audit");
        assertThat(browser.post("/theme", "theme", "\"><script>", "returnTo", "/").body()).contains("data-theme=\"auto\"");
    }

    @Test
    void the_navigation_shows_only_what_the_person_may_open() {
        assertThat(browser.get("/").body()).contains("href=\"/audit\"", "href=\"/admin/users\"");
        var people = new People(context);
        var officer = people.signedIn(port, people.with(Role.OFFICER));
        assertThat(officer.get("/").body()).doesNotContain("href=\"/audit\"").doesNotContain("href=\"/admin/users\"");
    }

    @Test
    void what_a_person_typed_is_shown_as_text() {
        browser.get("/admin/users/new");
        var page = browser.post("/admin/users", "displayName", "<script>alert(1)</script>", "name", "\"><b>", "roles", "OFFICER");
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("\"><b>");
    }

    @Test
    void an_address_the_server_cannot_read_is_answered_with_the_headers_too() {
        var headers = browser.get("/%2e%2e/%2e%2e").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(headers.firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    }

    @Test
    void trace_is_off() {
        assertThat(browser.send("TRACE", "/").status()).isIn(403, 405);
    }
}
