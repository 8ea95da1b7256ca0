package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A session that ends soon, as a person in a form notices it. Sessions last some seconds here, by the container's own setting. */
class SessionJourneyTests extends InBrowser {

    private static final String COMPUTE = "[id='model.training.compute:value']";
    private static final String SECTION = "/models/phi-4/edit/model-training";

    /** The person's session ends after so many idle seconds, from the next request on. */
    private void lasts(BrowserContext tab, int seconds) {
        String id = tab.cookies().stream().filter(cookie -> cookie.name.equals("vitrine")).findFirst().orElseThrow().value;
        var server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        assertThat(Arrays.stream(server.getTomcat().getHost().findChildren()).map(Context.class::cast)
                .flatMap(one -> Stream.of(one.getManager().findSessions())).filter(one -> one.getId().equals(id)).map(Session::getSession)
                .peek(session -> session.setMaxInactiveInterval(seconds))).hasSize(1);
    }

    private static Locator warning(Page page) {
        return page.locator("#session.shown");
    }

    private static Locator stay(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in"));
    }

    @Test
    void the_page_says_when_half_an_hour_without_a_request_is_nearly_over() {
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = signedIn(tab, people.with(Role.OFFICER));
            page.clock().install();
            open(page, SECTION);
            page.clock().fastForward("27:50");
            assertThat(warning(page).isVisible()).isFalse();
            page.clock().fastForward("00:15");
            assertThat(warning(page).locator("[role=status]").innerText()).containsPattern("signed out at \\d\\d:\\d\\d").contains("kept as a draft");
            assertThat(stay(page).isVisible()).isTrue();
        }
    }

    @Test
    void whoever_stays_goes_on_where_the_focus_was_and_whoever_does_not_finds_the_draft_after_signing_in_again() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = signedIn(tab, officer);
            lasts(tab, 6);
            open(page, SECTION);
            page.locator(COMPUTE).fill("3.1e24");
            page.waitForCondition(() -> page.locator("#saved").innerText().startsWith("Saved"));
            stay(page).click();
            page.waitForCondition(() -> !warning(page).isVisible());
            assertThat(page.locator(COMPUTE).evaluate("field => field === document.activeElement")).isEqualTo(true);
            page.waitForCondition(() -> warning(page).isVisible() && page.locator("#session a").isVisible());
            assertThat(warning(page).innerText()).contains("You were signed out");
            page.waitForTimeout(1_000);
            page.locator("#session a").click();
            signIn(page, officer);
            assertThat(page.url()).endsWith(SECTION);
            assertThat(page.locator(COMPUTE).inputValue()).isEqualTo("3.1e24");
        }
    }

    @Test
    void what_is_done_in_another_tab_counts() {
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page first = signedIn(tab, people.with(Role.OFFICER));
            lasts(tab, 12);
            open(first, SECTION);
            warning(first).waitFor();
            assertThat(new AxeBuilder(first).setLegacyMode(true).include("#session").analyze().getViolations()).isEmpty();
            Page second = tab.newPage();
            open(second, "/models");
            first.waitForCondition(() -> !warning(first).isVisible());
        }
    }

    @Test
    void a_form_sent_after_the_session_has_ended_leads_back_to_it_by_way_of_signing_in() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(tab, officer);
            open(page, SECTION);
            assertThat(warning(page).count()).isZero();
            lasts(tab, 1);
            page.waitForTimeout(2_200);
            page.locator(".actions button").first().click();
            signIn(page, officer);
            assertThat(page.url()).endsWith(SECTION);
        }
    }
}
