package eu.vitrine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.Examples;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.registry.ModelRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every page of people, in both themes, by axe; and at the width of a small telephone. */
@JourneyServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {

    private static final List<String> PAGES = List.of("/", "/models", "/models/gemma-3-27b", "/models/gemma-3-27b/history",
            "/models/gemma-3-27b/revisions", "/models/gemma-3-27b/revisions/1", "/models/gemma-3-27b/revisions/compare?from=1&to=2",
            "/models/gemma-3-27b/revisions/compare?from=2&to=1&only=findings", "/models/gemma-3-27b/revisions/1/restore", "/models/gemma-3-27b/assessments/1/compare/2",
            "/licences/mit/revisions/compare", "/organisation/revisions",
            "/models/gemma-3-27b/assessments/1/findings/AIA-53-1-d", "/models/gemma-3-27b/assessments/1/findings/AIA-53-1-b",
            "/models/gemma-3-27b/assessments/1/findings/XII-1-a", "/models/gemma-3-27b/assessments/1/findings/CLS-3",
            "/models/gemma-3-27b/preview?as-of=2027-08-02",
            "/models/gemma-3-27b/preview?as-of=never", "/models/phi-4", "/assessments", "/policies", "/policies/AIA-53-1-d", "/policies/sets",
            "/policies/sets/1", "/policies/try", "/policies/try?set=1&model=gemma-3-27b", "/policies/try?set=1&model=nobody", "/outlook",
            "/outlook?day=2027-08-02", "/policies/licences", "/policies/licences/gemma-terms", "/policies/UR-1", "/policies/AIA-53-1-b", "/policies/XII-1-a",
            "/policies/HR-PRICE", "/policies/ENF-101", "/uses", "/uses/product-chat",
            "/uses/meeting-notes", "/uses/product-chat/assessments/1/findings/ADP-50-1",
            "/uses/product-chat/assessments/1/findings/UR-1", "/uses/product-chat/assessments/1/findings/HR-EXIT", "/organisation", "/imports", "/imports/all", "/exports", "/models/gemma-3-27b/export", "/providers",
            "/providers/google", "/licences", "/services", "/audit", "/audit/1", "/audit/check", "/admin/users", "/admin/users/new", "/admin/units", "/admin/bundle-keys", "/tokens", "/admin/tokens", "/account", "/account/second-factor", "/confirm", "/bundles", "/evidence", "/evidence?q=nowhere", "/evidence/hosts", "/evidence/check", "/changes", "/requests", "/requests/new", "/determinations", "/determinations/new?kind=model&slug=gemma-3-27b&number=2&policy=AIA-53-1-d&question=OVERRIDE", "/determinations/1", "/approvals", "/uses/support-replies/approvals/new", "/uses/product-chat/approvals/new", "/approvals/1", "/compare", "/verdicts", "/verdicts?verdict=not-decided-yet", "/compare?use=support-replies&use=product-chat&model=deepseek-r1", "/findings", "/models/deepseek-r1/findings", "/models/deepseek-r1/findings/new",
            "/register", "/register/tool", "/register/use", "/register/model", "/models/new", "/providers/new", "/uses/new", "/models/gemma-3-27b/edit", "/models/gemma-3-27b/edit/first", "/models/phi-4/edit/first-2", "/models/gemma-3-27b/edit/name",
            "/models/gemma-3-27b/edit/model-identity", "/models/gemma-3-27b/edit/model-training", "/models/gemma-3-27b/edit/model-lineage", "/models/gemma-3-27b/edit/model-release",
            "/models/gemma-3-27b/edit/model-monetisation", "/models/gemma-3-27b/edit/model-safety", "/models/gemma-3-27b/edit/model-copyright", "/services/deepseek-r1-deepseek/edit/service-data", "/models/gemma-3-27b/edit/check", "/models/gemma-3-27b/sources/model.training.compute", "/licences/mit/edit/licence-restrictions", "/licences/mit/clauses", "/licences/mit/clauses?text=isc",
            "/providers/google/edit", "/providers/google/edit/provider-entity", "/uses/product-chat/edit/use-purpose", "/organisation/edit", "/nonsense");

    /** All of them, with those whose names are known only when the server runs. */
    private final List<String> pages = new ArrayList<>(PAGES);

    /** Violations alone are told; axe spends much of its time on describing what is right. */
    private static final String AXE = """
            only => axe.run(document, {runOnly: only, resultTypes: ['violations']})
                .then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))
            """;

    private final Map<ColorScheme, List<String>> faults = new EnumMap<>(ColorScheme.class);
    private final List<String> wide = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private People.Person person;

    @BeforeAll
    void a_browser_has_been_on_every_page() {
        chromium = Chromium.started();
        var people = new People(context);
        person = people.with(Role.OFFICER, Role.APPROVER, Role.AUDITOR, Role.ADMINISTRATOR, Role.POLICY_AUTHOR);
        var browser = people.signedIn(port, person);
        browser.get("/account");
        browser.post("/account/second-factor");
        browser.get("/models/gemma-3-27b");
        browser.post("/models/gemma-3-27b/assess");
        browser.get("/models/gemma-3-27b/assessments/1/dossier.pdf");
        assertThat(browser.ask("PATCH", "/api/v1/models/gemma-3-27b?reason=read+again", "application/merge-patch+json", """
                {"name": "Gemma 3", "model": {"summary": {"url": {"state": "absent", "value": null, "note": "not on the pages of the provider",
                    "searched": {"where": ["the hub"], "on": "2026-11-20"}}},
                 "censorship": {"coverage": {"complete": true, "value": [{"topic_group": "China", "language": "en", "state": "NOTHING_FOUND"}]}}}}
                """, "If-Match", "*").status()).isEqualTo(200);
        browser.get("/models/gemma-3-27b");
        browser.post("/models/gemma-3-27b/assess");
        people.actAs(person);
        context.getBean(ModelRegistry.class).importRecords(Examples.files());
        pages.addAll(evidence(context.getBean(Evidence.class)));
        SecurityContextHolder.clearContext();
        browser.get("/uses/product-chat");
        browser.post("/uses/product-chat/assess");
        browser.post("/models/mistral-small-3-2/assess");
        browser.post("/uses/support-replies/assess");
        browser.get("/models/gemma-3-27b/assessments/2/findings/AIA-53-1-d");
        browser.post("/determinations", "kind", "model", "slug", "gemma-3-27b", "number", "2", "policy", "AIA-53-1-d", "question", "OVERRIDE", "answer", "HOLDS",
                "words", "It holds.", "reason", "Nothing was found.", "sources", "https://maker.example/", "until", "2027-06-30");
        browser.get("/uses/support-replies/approvals/new");
        browser.post("/uses/support-replies/approvals", "note", "Please", "treatment-0", "ACCEPT", "reason-0", "It is known");
        pages.add(imported(browser, "slug,name,model.training.compute\ngemma-3-27b,Gemma,2e25\nwrong,Wrong,plenty\n"));
        pages.add(imported(browser, "Tool,Firm\nChatty,Chat SA\n"));
        pages.add(pages.get(pages.size() - 2) + "/about");
        walk();
    }

    /** The page of an import: its report, or what its columns hold. */
    private static String imported(eu.vitrine.Browser browser, String table) {
        browser.get("/imports");
        return browser.upload("/imports", "files", List.of(new eu.vitrine.Browser.Upload("t.csv", table.getBytes(StandardCharsets.UTF_8)))).path();
    }

    /** Two versions of a page, an address, and what differs; their pages have names of their own. */
    private static List<String> evidence(Evidence evidence) {
        String url = "https://terms.example/terms";
        var first = evidence.upload("Terms", url, "terms.txt", new ByteArrayInputStream("We keep inputs for 30 days.\nold".getBytes(StandardCharsets.UTF_8)));
        var second = evidence.upload("Terms", url, "terms.txt", new ByteArrayInputStream("We keep inputs for 90 days.\nnew\nmore".getBytes(StandardCharsets.UTF_8)));
        var address = evidence.noteAddress("Terms", url);
        return List.of(first.path(), second.path(), address.path(), second.path() + "/versions/" + first.id(), first.path() + "/remove");
    }

    @AfterAll
    void the_browser_is_closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page signedIn(BrowserContext tab) {
        Page page = tab.newPage();
        page.setDefaultTimeout(15_000);
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("input[name=name]").fill(person.name());
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.locator("main button").click();
        return page;
    }

    /** Opens every page once and looks at it in every way, since opening it costs more than looking. */
    private void walk() {
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = signedIn(tab);
            for (String path : pages) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.setViewportSize(1280, 720);
                page.navigate("http://localhost:" + port + path);
                Object ids = page.evaluate("() => { const all = [...document.querySelectorAll('[id]')].map(e => e.id); return all.filter((id, at) => all.indexOf(id) !== at).join(' ') }");
                if (!"".equals(ids)) {
                    twice.add(path + ": " + ids);
                }
                page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
                page.evaluate(AxeBuilder.getAxeScript());
                note(path, ColorScheme.LIGHT, page.evaluate(AXE, Map.of("type", "tag",
                        "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))));
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                // the theme changes nothing but colours, so the second time only these are looked at
                note(path, ColorScheme.DARK, page.evaluate(AXE, Map.of("type", "rule", "values", List.of("color-contrast"))));
                page.setViewportSize(320, 800);
                int beyond = ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
                if (beyond > 0) {
                    wide.add(path + " by " + beyond + " pixels");
                }
            }
        }
    }

    private void note(String path, ColorScheme scheme, Object faults) {
        ((List<?>) faults).forEach(fault -> this.faults.computeIfAbsent(scheme, none -> new ArrayList<>()).add(path + " " + fault));
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void no_page_has_a_fault_that_axe_finds(ColorScheme scheme) {
        assertThat(faults.getOrDefault(scheme, List.of())).isEmpty();
    }

    @Test
    void no_page_scrolls_sideways_at_320_pixels() {
        assertThat(wide).isEmpty();
    }

    @Test
    void no_page_holds_an_identifier_twice() {
        assertThat(twice).isEmpty();
    }

    @Test
    void a_fault_on_a_page_would_be_found() {
        try (BrowserContext tab = chromium.browser().newContext()) {
            Page page = tab.newPage();
            page.setContent("""
                    <!doctype html><html lang="en"><title>A page with faults</title><style>
                    p { color: #000 } @media (prefers-color-scheme: dark) { p { color: #eee } }</style>
                    <main><h1>Faults</h1><img src="data:,"><p>Words</p></main></html>
                    """);
            page.evaluate(AxeBuilder.getAxeScript());
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(page.evaluate(AXE, Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa")))).asString().contains("image-alt").doesNotContain("color-contrast");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(page.evaluate(AXE, Map.of("type", "rule", "values", List.of("color-contrast")))).asString().contains("color-contrast: <p>");
        }
    }
}
