package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.vitrine.access.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole way of the first person on a fresh installation, in a real browser. */
@JourneyServerTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FromSetUpToDossierTests {

    @Autowired
    private ConfigurableApplicationContext context;

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @BeforeAll
    void a_browser_is_there() {
        chromium = Chromium.started();
    }

    @AfterAll
    void the_browser_is_closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_first_person_comes_from_the_set_up_link_to_a_dossier(CapturedOutput output) throws IOException {
        travel(true, "DeepSeek-V3", output);
    }

    @Test
    void the_same_way_works_without_scripts(CapturedOutput output) throws IOException {
        travel(false, "DeepSeek-R1", output);
    }

    /** As on a start where nobody has been set up yet: the server prints a link. */
    private String printedLink(CapturedOutput output) {
        new People(context).nobody();
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        List<String> links = output.getOut().lines().filter(line -> line.contains("/set-up?token=")).toList();
        return links.getLast().strip();
    }

    private void travel(boolean scripts, String model, CapturedOutput output) throws IOException {
        String link = printedLink(output);
        try (BrowserContext tab = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setAcceptDownloads(true))) {
            Page page = tab.newPage();
            page.setDefaultTimeout(15_000);
            page.navigate("http://localhost:" + port + link.substring(link.indexOf("/set-up")));
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Ada Example");
            page.getByLabel("Signs in as").fill("ada");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
            page.getByLabel("Password again").fill(People.PASSWORD);
            for (Locator role : page.locator("input[name=roles]").all()) {
                role.check();
            }
            button(page, "Save and go to sign-in").click();
            page.getByLabel("Signs in as").fill("ada");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
            button(page, "Sign in").click();
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main")).getByText("Models").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(model).setExact(true)).first().click();
            assertThat(page.locator("main").textContent()).contains("Not assessed yet");
            assessByKeyboard(page);
            assertThat(page.locator(".notice").first().textContent()).contains("is stored. It can be cited");
            assertThat(page.locator("h1").textContent()).contains(model);
            page.locator("a[href*='/findings/AIA-53-1-d']").first().click();
            assertThat(page.locator("main").textContent()).contains("The four answers", "Does it apply?");
            page.goBack();
            Download download = page.waitForDownload(() -> page.getByText("Download dossier").click());
            byte[] file = Files.readAllBytes(download.path());
            assertThat(new String(file, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(download.suggestedFilename()).startsWith(model.toLowerCase(Locale.ROOT) + "-assessment-1").endsWith(".pdf");
            page.reload();
            assertThat(page.locator("main").textContent()).contains("Dossier issued on");
        }
    }

    /** The button is reached by the tab key alone and pressed by the enter key. */
    private static void assessByKeyboard(Page page) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            Locator focused = page.locator("form[action$='/assess'] button:focus");
            if (focused.count() == 1) {
                page.keyboard().press("Enter");
                page.waitForSelector(".notice");
                return;
            }
        }
        throw new AssertionError("The tab key does not reach the button \"Assess\"");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
