package eu.vitrine.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.vitrine.access.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Journeys of people who sign in with a real browser. */
@JourneyServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

    private static final double PATIENCE = 15_000;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    private int port;

    Chromium chromium;
    People people;

    @BeforeAll
    void a_browser_is_there() {
        chromium = Chromium.started();
        people = new People(context);
    }

    @AfterAll
    void the_browser_is_closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    Page signedIn(BrowserContext tab, People.Person person) {
        Page page = tab.newPage();
        page.setDefaultTimeout(PATIENCE);
        open(page, "/sign-in");
        signIn(page, person);
        return page;
    }

    /** On the page for signing in. */
    static void signIn(Page page, People.Person person) {
        page.locator("input[name=name]").fill(person.name());
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.locator("main button").click();
        page.getByText("Sign out").waitFor();
    }

    void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
