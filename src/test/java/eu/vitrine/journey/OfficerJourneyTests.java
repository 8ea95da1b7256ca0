package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.vitrine.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers do each week, from the home page on and by nothing but what the pages offer: a model from its card, and a tool nobody can see into. */
class OfficerJourneyTests extends InBrowser {

    private static final String CARD = """
            ---
            license: apache-2.0
            language: [en, nl]
            pipeline_tag: text-generation
            base_model: example-lab/%1$s-base
            ---
            # %1$s

            A language model of nine billion parameters that follows instructions.
            """;

    /** What the officer reads on the pages of the provider; every other question is answered with "I do not know". */
    private static final Map<String, String> READ = Map.of("model.generality", "=broad", "model.release.context", "=market", "model.openness.weights", "=open",
            "model.openness.gate", "=none", "model.openness.architecture_information_public", "=true", "model.openness.usage_information_public", "=true",
            "model.monetisation.price_for_access", "=false", "provider.placing_entity_in_eu", "=false");

    private BrowserContext tab(int width, boolean scripts) {
        return chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts));
    }

    private static void follow(Page page, String words) {
        loads(page, page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words)).first());
    }

    private static void press(Page page, String words) {
        loads(page, page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words)).last());
    }

    /** A click, and the page it leads to; a click alone does not wait for it. */
    private static void loads(Page page, Locator clicked) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes' }");
        clicked.click();
        page.locator("html:not([data-left]) main").waitFor();
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    /** Answers every question of the page and those after it, checks the answers and saves. */
    private static int answerAll(Page page) {
        int answered = 0;
        while (page.locator("fieldset.question").count() > 0) {
            for (Locator question : page.locator("fieldset.question").all()) {
                String fact = question.locator("legend").getAttribute("id").replace(":answer", "");
                question.locator("[name='" + fact + ":answer'][value='" + READ.getOrDefault(fact, "unknown") + "']").check();
                answered++;
            }
            press(page, "Save and continue");
        }
        press(page, "Save");
        return answered;
    }

    @ParameterizedTest
    @CsvSource({"Heron-9B, 1280, true, true", "Bittern-9B, 320, false, false"})
    void a_model_comes_from_an_unseen_card_to_ready_for_assessment(String name, int width, boolean scripts, boolean addressKnown) {
        try (BrowserContext tab = tab(width, scripts)) {
            Page page = signedIn(tab, people.with(Role.OFFICER));
            follow(page, "Register");
            follow(page, "A model");
            follow(page, "I have a model card or a file");
            page.getByLabel("Files").setInputFiles(new FilePayload("README.md", "text/markdown", CARD.formatted(name).getBytes(StandardCharsets.UTF_8)));
            if (addressKnown) {
                page.getByLabel("Address").fill("https://huggingface.co/example-lab/" + name);
            }
            press(page, "Look at what would change");
            page.waitForCondition(() -> {
                if (page.locator("progress").count() > 0) {
                    page.reload();
                }
                return main(page).contains("would be new");
            });
            press(page, addressKnown ? "Save 2 records" : "Save 1 record");
            follow(page, "Go on with " + name);
            assertThat(main(page)).contains("Not ready for assessment yet", "answers to 18 of 18 first questions about " + name);
            String provider = addressKnown ? "example-lab" : name + " maker";
            if (!addressKnown) {
                follow(page, "who provides it");
                page.locator("[id='record:provider_new']").fill(provider);
                press(page, "Save and continue");
                press(page, "Save");
            }
            follow(page, "Answer the first questions");
            assertThat(page.locator("[id='section:source_url']").inputValue()).as("where the card was read, which need not be typed again")
                    .isEqualTo(addressKnown ? "https://huggingface.co/example-lab/" + name : "");
            assertThat(answerAll(page)).isEqualTo(18);
            assertThat(main(page)).contains("Not ready for assessment yet", "2 of 2 first questions about " + provider).doesNotContain("18 first questions");
            follow(page, "2 of 2 first questions about");
            assertThat(answerAll(page)).as("and back to the model, from where they were asked").isEqualTo(2);
            assertThat(main(page)).contains("Ready for assessment.", "Apache-2.0");
            press(page, "Assess");
            assertThat(main(page)).contains("Assessment 1 is stored. It can be cited");
        }
    }

    @ParameterizedTest
    @CsvSource({"Scribe, 1280, true", "Notary, 320, false"})
    void a_tool_with_unknown_models_is_registered_with_its_use_and_assessed(String name, int width, boolean scripts) {
        try (BrowserContext tab = tab(width, scripts)) {
            Page page = signedIn(tab, people.with(Role.OFFICER));
            follow(page, "Register");
            follow(page, "A tool or service");
            page.getByLabel("What is the tool called?").fill(name);
            page.getByLabel("Who operates the service?").fill(name + " BV");
            page.getByLabel("What kind of service is it?").selectOption("saas_tool");
            page.getByLabel("Where are its terms?").fill("https://tool.example/terms");
            press(page, "Register");
            follow(page, "Register our use of it");
            page.getByLabel("What do we call this use?").fill(name + " in sales");
            page.getByLabel("What is the model or service used for?").fill("Minutes of meetings");
            page.getByLabel("Who answers for this use in the organisation?").fill("Head of sales");
            page.getByLabel("Which role do we have in this use?").selectOption("deployer");
            page.getByLabel("Which is the most sensitive class of data that enters the model or service?").selectOption("internal");
            press(page, "Register");
            press(page, "Assess");
            assertThat(main(page)).contains("Assessment 1 is stored", "Which models are inside cannot be determined.",
                    "Ask the operator of the service, " + name + " BV, which models are inside");
            follow(page, name);
            assertThat(main(page)).contains("Models embedded").doesNotContain("Our uses of it\nNone");
        }
    }
}
