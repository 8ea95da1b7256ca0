package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An officer fills in a section in a real browser, with scripts and without. */
class FormJourneyTests extends InBrowser {

    private static final String CONTACT = "[id='model.copyright.complaint_contact:value']";
    private static final String COMPUTE = "[id='model.training.compute:value']";

    private void registered(Page page, String slug) {
        open(page, "/models/new");
        page.locator("[id='record:name']").fill("Journey model");
        page.locator("[id='record:slug']").fill(slug);
        page.locator(".actions button").click();
    }

    @Test
    void what_is_typed_is_kept_while_the_officer_types_and_is_there_in_another_browser() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = signedIn(tab, officer);
            registered(page, "journey-1");
            open(page, "/models/journey-1/edit/model-training");
            page.locator(COMPUTE).fill("3.8e24");
            page.waitForCondition(() -> Pattern.matches("Saved \\d\\d:\\d\\d", page.locator("#saved").innerText()));
            assertThat(page.locator("[name='model.training.compute:answer'][value=value]").isChecked()).isTrue();
        }
        try (BrowserContext other = chromium.browser().newContext()) {
            Page page = signedIn(other, officer);
            open(page, "/models/journey-1/edit/model-training");
            assertThat(page.locator(COMPUTE).inputValue()).isEqualTo("3.8e24");
            page.locator(".actions button").first().click();
            open(page, "/models/journey-1/edit/check");
            page.locator(".actions button").click();
            assertThat(page.locator(".notice[role=status]").innerText()).contains("Saved as revision 2");
        }
    }

    @Test
    void when_a_draft_cannot_be_kept_the_page_says_so_until_it_is() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = signedIn(tab, officer);
            registered(page, "journey-2");
            open(page, "/models/journey-2/edit/model-training");
            tab.setOffline(true);
            page.locator(COMPUTE).fill("3.8e24");
            page.locator("#unsaved").waitFor();
            assertThat(page.locator("#unsaved").innerText()).contains("Not saved");
            tab.setOffline(false);
            page.locator("#unsaved button").click();
            page.waitForCondition(() -> page.locator("#saved").innerText().startsWith("Saved"));
            assertThat(page.locator("#unsaved").isVisible()).isFalse();
        }
    }

    @Test
    void without_scripts_an_error_takes_the_focus_and_what_was_typed_stays() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(tab, officer);
            registered(page, "journey-3");
            open(page, "/models/journey-3/edit/model-training");
            page.locator("[name='model.training.compute:answer'][value=value]").check();
            page.locator(COMPUTE).fill("a lot");
            page.locator(".actions button").first().click();
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.locator(".problem[autofocus]").innerText()).contains("must be a number");
            assertThat(page.locator(COMPUTE).inputValue()).isEqualTo("a lot");
            page.locator(COMPUTE).fill("3.8e24");
            page.locator(".actions button").first().click();
            assertThat(page.url()).endsWith("/models/journey-3/edit/model-lineage");
        }
    }

    @Test
    void long_text_stands_beside_how_it_will_look_and_what_is_pasted_is_only_its_text() {
        People.Person officer = people.with(Role.OFFICER);
        try (BrowserContext tab = chromium.browser().newContext(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = signedIn(tab, officer);
            registered(page, "journey-4");
            open(page, "/models/journey-4/edit/model-copyright");
            page.evaluate("""
                    () => navigator.clipboard.write([new ClipboardItem({
                        'text/html': new Blob(['<p style="mso-style-name:Normal"><b>Write</b> to:</p>'], {type: 'text/html'}),
                        'text/plain': new Blob(['Write to:'], {type: 'text/plain'})})])""");
            page.locator(CONTACT).focus();
            page.keyboard().press("Control+V");
            assertThat(page.locator(CONTACT).inputValue()).isEqualTo("Write to:");
            page.keyboard().type("\n\n- [the desk](https://desk.example/) <b>now</b>");
            page.waitForCondition(() -> page.locator(".written .prose li a[href='https://desk.example/']").count() == 1);
            assertThat(page.locator(".written .prose").first().innerText()).contains("the desk <b>now</b>");
            assertThat(page.locator(".counted").first().innerText()).contains("characters");
            page.locator(".actions button").first().click();
            open(page, "/models/journey-4/edit/check");
            page.locator(".actions button").click();
            page.locator(".notice[role=status]").waitFor();
            assertThat(page.locator(".prose li a").getAttribute("rel")).isEqualTo("noopener noreferrer nofollow");
        }
    }
}
