package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class RouteTableTests {

    /** Reached only by the server's own forwards; a request for them is refused. */
    private static final Set<String> INWARD = Set.of("/error", "/api/problem");

    /** Answered by a filter or the static files, not by a controller. */
    private static final Set<String> WITHOUT_CONTROLLER =
            Set.of("GET /assets/**", "GET /webjars/htmx.org/**", "POST /sign-in", "POST /sign-out");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @BeforeEach
    void nobody_was_slowed_down() {
        new People(context).nobody();
    }

    @Test
    void every_route_of_the_server_stands_in_the_table() {
        assertThat(rows()).containsAll(routes());
    }

    @Test
    void every_row_of_the_table_is_a_route() {
        var left = rows();
        left.removeAll(routes());
        assertThat(left).isEqualTo(WITHOUT_CONTROLLER);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> a_role_opens_exactly_the_routes_of_the_table() {
        var people = new People(context);
        return java.util.Arrays.stream(Role.values()).map(role -> DynamicTest.dynamicTest(role.name(), () -> {
            Browser browser = people.signedIn(port, people.with(role));
            for (Route route : RouteTable.ROUTES) {
                if (route.open() || route.pattern().equals("/sign-out") || route.pattern().equals("/account/sessions/end")) {
                    continue;
                }
                String path = route.pattern().replaceAll("\\{records:.*?}", "models").replaceAll("\\{what:.*?}", "tool").replaceAll("\\{(page|fact)}", "name").replace("{id}", "00000000-0000-0000-0000-000000000000").replace("{seq}", "1").replace("{list}", "models").replace("{name}", "mistral.json").replace("{kind}", "model").replace("{act}", "review").replace("{slug}", "mistral").replace("{policy}", "AIA-53-1-d").replaceAll("\\{.*?}", "1");
                int status = route.method().equals(HttpMethod.GET) ? browser.get(path).status()
                        : route.method().equals(HttpMethod.POST) ? browser.post(path).status() : browser.ask(route.method().name(), path, "application/json", "{}").status();
                if (route.roles().contains(role)) {
                    assertThat(status).as(path).isNotEqualTo(403);
                } else {
                    assertThat(status).as(path).isEqualTo(403);
                }
            }
        }));
    }

    @Test
    void without_signing_in_a_closed_page_leads_to_the_sign_in_page_and_a_program_is_told() {
        new People(context).with(Role.ADMINISTRATOR);
        for (Route route : RouteTable.ROUTES) {
            if (!route.open() && route.method().equals(HttpMethod.GET)) {
                var answer = new Browser(port).get(route.pattern().replaceAll("\\{.*?}", "1"));
                if (route.pattern().startsWith("/api/")) {
                    assertThat(answer.status()).as(route.pattern()).isEqualTo(401);
                } else {
                    assertThat(answer.path()).as(route.pattern()).startsWith("/sign-in");
                }
            }
        }
    }

    @Test
    void the_inward_routes_are_refused_from_outside() {
        var people = new People(context);
        Browser browser = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        assertThat(browser.get("/error").status()).isEqualTo(404);
        assertThat(browser.get("/api/problem").status()).isEqualTo(404);
    }

    private Set<String> rows() {
        return RouteTable.ROUTES.stream().map(route -> route.method() + " " + route.pattern()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                if (!INWARD.contains(pattern)) {
                    methods(mapping).forEach(method -> routes.add(method + " " + pattern));
                }
            }
        }
        return routes;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> stated = mapping.getMethodsCondition().getMethods();
        return stated.isEmpty() ? Set.of(RequestMethod.values()) : stated;
    }
}
