package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.approval.Approvals;
import eu.vitrine.approval.Foundation;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.OwnServerTest;
import eu.vitrine.determination.Determinations;
import eu.vitrine.determination.Proposal;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.requests.Requests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every route of the table that names an object of a unit, for every role that may use it: people of another unit are answered as if
 * there were no such object.
 */
@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherUnitTests {

    private static final String HIDDEN = "zvq-hidden";
    private static final String MISSING = "zvq-absent";
    /** Kinds of record that belong to units, by the first part of their address. */
    private static final Map<String, String> OF_UNITS = Map.of("models", "model", "services", "service", "uses", "use");
    /** Routes that name a slug of their own to be made, or a licence, provider, policy or list, which all units share. */
    private static final List<String> SHARED = List.of("/providers", "/licences", "/policies", "/organisation", "/api/v1/providers", "/api/v1/licences", "/api/v1/organisation",
            "/examples", "/exports", "/api/v1/exports", "/evidence", "/api/v1/evidence", "/admin", "/audit", "/views", "/register", "/api/v1/policy-sets", "/api/v1/audit",
            "/badge", "/tokens", "/account");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final Map<Role, Browser> strangers = new EnumMap<>(Role.class);
    private Browser own;
    private int request;
    private int approval;
    private int determination;
    private String importId = "";
    private String finding = "";

    /** An object that is there and hidden, and one that is not there, under the names that a route has for them. */
    private record Pair(String hidden, String missing) {}

    @BeforeAll
    void a_unit_has_records_a_request_an_import_a_finding_and_an_approval_that_others_may_not_know_of() {
        var people = new People(context);
        people.actAs(people.with(Role.ADMINISTRATOR));
        var units = context.getBean(Units.class);
        String here = units.add("Zvq here").orElseThrow().slug();
        String there = units.add("Zvq there").orElseThrow().slug();
        for (Role role : Role.values()) {
            strangers.put(role, people.signedIn(port, people.of(people.with(role), here)));
        }
        var officer = people.of(people.with(Role.OFFICER), there);
        people.actAs(officer);
        for (Source file : List.of(
                file("slug: " + HIDDEN + "\nname: Zvq hidden\nschema_version: 2\nprovider: {slug: zvq-maker}\nmodel: {generality: {value: broad}}\nfindings:\n- {family: censorship, kind: external_study,"
                        + " topic_group: CN, behaviour: STATE_NARRATIVE, statement: Zvq, tested_model: Zvq, applicability: same_family, evaluator: Zvq, source_url: 'https://zvq.example/', as_of: '2026-01-01'}\n"),
                file("slug: " + HIDDEN + "\nname: Zvq hidden\nfacts: {service.operator: Zvq}\n"), file("slug: " + HIDDEN + "\nname: Zvq hidden\nfacts: {use.purpose: Zvq}\n"))) {
            context.getBean(ModelRegistry.class).importRecords(List.of(file)); // one by one, because kinds may share a slug only so
        }
        context.getBean(Assessments.class).assess(Kind.MODEL, HIDDEN);
        context.getBean(Assessments.class).assess(Kind.USE, HIDDEN);
        request = context.getBean(Requests.class).ask("Zvq", null, "Zvq", null, null);
        Foundation foundation = context.getBean(Approvals.class).foundation(HIDDEN);
        assertThat(foundation.blockers()).isEmpty();
        approval = context.getBean(Approvals.class).ask(HIDDEN, "", Map.of());
        var determinations = context.getBean(Determinations.class);
        var offer = determinations.offers(Kind.MODEL, HIDDEN, 1, "AIA-53-1-d").getFirst();
        determination = determinations.propose(new Proposal(Kind.MODEL, HIDDEN, 1, "AIA-53-1-d", offer.code(), offer.choices().getFirst().code(), "Zvq", "Zvq",
                List.of("https://zvq.example/"), java.time.LocalDate.parse("2027-03-31")));
        SecurityContextHolder.clearContext();
        own = people.signedIn(port, officer);
        own.get("/imports");
        importId = own.send("/api/v1/imports?name=zvq.yaml", "application/yaml", "slug: " + HIDDEN + "\nname: Zvq hidden\nfacts: {use.purpose: Other}\n").headers().firstValue("Location")
                .orElseThrow().replaceAll(".*/", "");
        var found = java.util.regex.Pattern.compile("/models/" + HIDDEN + "/findings/([0-9a-f-]{36})").matcher(own.get("/models/" + HIDDEN + "/findings").body());
        assertThat(found.find()).isTrue();
        finding = found.group(1);
        strangers.values().forEach(stranger -> stranger.get("/"));
    }

    private static Source file(String text) {
        return new Source("zvq.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The addresses of a route for an object that is hidden and one that is missing; empty where the route names none of a unit. */
    private List<Pair> pairs(String pattern) {
        if (!pattern.contains("{") || SHARED.stream().anyMatch(pattern::startsWith)) {
            return List.of();
        }
        String path = pattern.replace("{policy}", "AIA-53-1-d").replace("{fact}", "use.purpose").replace("{page}", "use-purpose").replace("{act}", "review").replace("{other}", "1") + (pattern.endsWith("/diff") ? "?from=1&to=1" : "");
        if (pattern.startsWith("/approvals/") || pattern.startsWith("/api/v1/approvals/")) {
            return List.of(new Pair(path.replace("{number}", Integer.toString(approval)), path.replace("{number}", "987654")));
        }
        if (pattern.startsWith("/determinations/") || pattern.startsWith("/api/v1/determinations/")) {
            return List.of(new Pair(path.replace("{number}", Integer.toString(determination)), path.replace("{number}", "987654")));
        }
        if (pattern.startsWith("/requests/") || pattern.startsWith("/api/v1/requests/")) {
            return List.of(new Pair(path.replace("{number}", Integer.toString(request)), path.replace("{number}", "987654")));
        }
        if (pattern.startsWith("/imports/") || pattern.startsWith("/api/v1/imports/")) {
            return List.of(new Pair(path.replace("{id}", importId), path.replace("{id}", "00000000-0000-0000-0000-000000000001")));
        }
        if (pattern.startsWith("/api/v1/findings/")) {
            return List.of(new Pair(path.replace("{id}", finding), path.replace("{id}", "00000000-0000-0000-0000-000000000001")));
        }
        var pairs = new ArrayList<Pair>();
        for (String records : OF_UNITS.keySet()) {
            String one = path.replaceAll("\\{records:[^}]*\\b" + records + "\\b[^}]*}", records).replace("{kind}", OF_UNITS.get(records)).replace("{number}", "1").replace("{id}", finding);
            if (!one.contains("{records") && (one.startsWith("/" + records) || one.startsWith("/api/v1/" + records) || one.startsWith("/units/" + OF_UNITS.get(records)))) {
                pairs.add(new Pair(one.replace("{slug}", HIDDEN), one.replace("{slug}", MISSING)));
            }
        }
        return pairs;
    }

    @Test
    void every_route_that_names_an_object_is_tried_or_shared() {
        Set<String> left = new TreeSet<>();
        RouteTable.ROUTES.stream().map(Route::pattern).filter(pattern -> pattern.contains("{") && SHARED.stream().noneMatch(pattern::startsWith) && pairs(pattern).isEmpty()).forEach(left::add);
        assertThat(left).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> people_of_another_unit_are_answered_as_if_it_did_not_exist() {
        return RouteTable.ROUTES.stream().filter(route -> !route.open()).flatMap(route -> pairs(route.pattern()).stream().map(pair -> DynamicTest.dynamicTest(route.method() + " " + pair.hidden(), () -> {
            for (Role role : route.roles()) {
                var hidden = ask(strangers.get(role), route.method(), pair.hidden());
                var missing = ask(strangers.get(role), route.method(), pair.missing());
                assertThat(said(hidden)).as(role + ": " + pair.hidden()).isEqualTo(said(missing));
                assertThat(hidden.body()).as(role + ": " + pair.hidden()).doesNotContain("Zvq hidden");
                if (route.method().equals(HttpMethod.GET)) {
                    assertThat(hidden.status()).as(role + ": " + pair.hidden()).isEqualTo(404);
                } else {
                    assertThat(hidden.status()).as(role + ": " + pair.hidden()).isBetween(400, 499).isNotEqualTo(403);
                }
            }
        })));
    }

    @Test
    void its_own_people_see_it() {
        for (String path : List.of("/models/" + HIDDEN, "/services/" + HIDDEN, "/uses/" + HIDDEN, "/requests/" + request, "/approvals/" + approval, "/determinations/" + determination, "/imports/" + importId,
                "/api/v1/findings/" + finding)) {
            assertThat(own.get(path).status()).as(path).isEqualTo(200);
        }
    }

    private static Browser.Page ask(Browser browser, HttpMethod method, String path) {
        if (method.equals(HttpMethod.GET)) {
            return browser.get(path);
        }
        return method.equals(HttpMethod.POST) && !path.startsWith("/api/") ? browser.post(path) : browser.ask(method.name(), path, "application/json", "{}", "If-Match", "\"1-0000000000000000\"");
    }

    /** Status and words, without what is new in each answer and without the name asked for. */
    private static String said(Browser.Page page) {
        return page.status() + " " + page.body().replaceAll("value=\"[^\"]{40,}\"", "").replaceAll("\\b[0-9a-f]{16}\\b|\\b[0-9a-f]{32}\\b", "").replace(HIDDEN, "").replace(MISSING, "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("(?<=[/ ])\\d+\\b", "");
    }
}
