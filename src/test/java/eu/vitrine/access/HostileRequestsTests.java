package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.ServerTest;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a person with every role sends to a route, the server says what is wrong with the request and nothing of itself. */
@ServerTest
@org.springframework.test.context.TestPropertySource(properties = "spring.application.name=vitrine-hostile") // it wears out the sign-in throttle
class HostileRequestsTests {

    private static final List<String> IN_PATHS = List.of("a%00b", "a".repeat(10_000), "%zz", "%ff", "../../etc/passwd", "..;/admin",
            "%2e%2e%2fetc", "..%5c", "a%0d%0aX-Evil:%201", "99999999999999999999", "'%20OR%201=1--", "%ed%a0%80");
    private static final List<String> IN_FIELDS = List.of("a%00b", "%zz", "%ff", "a".repeat(3_000), "99999999999999999999", "1e999999999", "-1",
            "2026-13-45", "a%0d%0aX-Evil:%201");
    private static final List<String> DOCUMENTS = List.of("", "{", "[]", "null", "{}", "{\"facts\": null, \"slug\": 1, \"kind\": [], \"title\": {}}",
            "{\"a\": 1e999999999}", "[".repeat(5_000), "{\"slug\": \"\\ud800\", \"title\": \"\\u0000\"}", "\u0000");
    private static final String BOUNDARY = "line";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> a_hostile_request_is_refused_and_learns_nothing() {
        var people = new People(context);
        people.nobody();
        Role[] all = EnumSet.allOf(Role.class).toArray(Role[]::new);
        RawClient client = new RawClient(port, people.signedIn(port, people.with(all[0], Arrays.copyOfRange(all, 1, all.length))));
        List<Route> routes = RouteTable.ROUTES.stream().filter(route -> !route.pattern().equals("/sign-out") && !route.pattern().equals("/account/sessions/end")).toList();
        // what is open comes last, because signing in ends a session
        return Stream.concat(routes.stream().filter(route -> !route.open()), routes.stream().filter(Route::open))
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(), () -> {
                    if (!route.open()) {
                        assertThat(client.send("GET", "/", "", "").status()).as("signed in").isEqualTo(200);
                    }
                    assertThat(faults(client, route)).isEmpty();
                }));
    }

    private List<String> faults(RawClient client, Route route) {
        var faults = new ArrayList<String>();
        String method = route.method().name();
        String path = usual(route.pattern());
        for (String target : targets(route.pattern())) {
            client.send(method, target, "", "").fault().ifPresent(fault -> faults.add(shortened(target) + " → " + fault));
        }
        Set<String> names = fields(route);
        if (route.method().equals(HttpMethod.GET)) {
            for (String query : forms(names)) {
                client.send(method, path + "?" + query, "", "").fault().ifPresent(fault -> faults.add("?" + shortened(query) + " → " + fault));
            }
        } else {
            for (Body body : bodies(names)) {
                client.send(method, path, body.headers(), body.text()).fault()
                        .ifPresent(fault -> faults.add(body.headers().strip() + " " + shortened(body.text()) + " → " + fault));
            }
        }
        return faults;
    }

    /** The route's addresses with something hostile in the place of each variable, or after its end. */
    private static List<String> targets(String pattern) {
        var targets = new ArrayList<String>();
        String[] parts = pattern.split("/(?![^{]*})", -1);
        for (String value : IN_PATHS) {
            if (value.contains("%") || value.contains(".")) {
                targets.add(usual(pattern) + "/" + value);
            }
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].contains("{") || parts[i].contains("*")) {
                    String[] changed = parts.clone();
                    changed[i] = value;
                    targets.add(usual(String.join("/", changed)));
                }
            }
        }
        return targets;
    }

    private static String usual(String pattern) {
        return pattern.replaceAll("\\{records:.*?}", "models").replace("{id}", "00000000-0000-0000-0000-000000000000").replace("{kind}", "model")
                .replace("{list}", "models").replace("{name}", "models.csv").replace("{act}", "review").replace("{slug}", "mistral-large-3")
                .replace("{policy}", "AIA-53-1-d").replaceAll("\\{(page|fact)}", "name").replaceAll("\\{.*?}", "1").replace("**", "a.css");
    }

    /** The names of the parameters that the route's controller reads. */
    private Set<String> fields(Route route) {
        var names = new TreeSet<>(Set.of("q", "page", "after", "version", "date", "file"));
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getPatternValues().contains(route.pattern())) {
                for (MethodParameter parameter : handler.getMethodParameters()) {
                    parameter.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    Parameter plain = handler.getMethod().getParameters()[parameter.getParameterIndex()];
                    if (plain.getType().isRecord()) {
                        Arrays.stream(plain.getType().getRecordComponents()).forEach(component -> names.add(component.getName()));
                    } else if (asked != null) {
                        names.add(!asked.name().isEmpty() ? asked.name() : plain.getName());
                    }
                }
            }
        });
        return names;
    }

    private static List<String> forms(Set<String> names) {
        var forms = new ArrayList<String>();
        for (String value : IN_FIELDS) {
            String all = String.join("&", names.stream().map(name -> name + "=" + value).toList());
            forms.add(all.length() > 7_000 ? all.substring(0, 7_000) : all);
        }
        forms.add("a&=&%=%&[]=1&a[0]=1&a.b.c=1&class.module.classLoader=1&_method=DELETE");
        // what is wrong in one field hides what is wrong in the next
        names.forEach(name -> forms.add(name + "=a%00b&" + name + "=99999999999999999999"));
        return forms;
    }

    private record Body(String headers, String text) {}

    private static List<Body> bodies(Set<String> names) {
        var bodies = new ArrayList<Body>();
        for (String document : DOCUMENTS) {
            for (String type : List.of("application/json\r\nIf-None-Match: *", "application/merge-patch+json\r\nIf-Match: \"1\"")) {
                bodies.add(new Body("Content-Type: " + type + "\r\n", document));
            }
        }
        bodies.add(new Body("Content-Type: text/plain\r\n", "{\"slug\": \"a\"}"));
        for (String form : forms(names)) {
            bodies.add(new Body("Content-Type: application/x-www-form-urlencoded\r\n", form));
        }
        bodies.add(new Body("Content-Type: application/x-www-form-urlencoded\r\n", "a=1&".repeat(5_000)));
        bodies.add(new Body("Content-Type: application/x-www-form-urlencoded\r\n",
                String.join("&", Stream.iterate(0, i -> i + 1).limit(5_000).map(i -> "a" + i + "=" + i).toList())));
        bodies.add(new Body("Content-Type: application/x-www-form-urlencoded; charset=none-such\r\n", "a=1"));
        bodies.add(new Body("Content-Type: multipart/form-data\r\n", "--line\r\n\r\n"));
        bodies.add(new Body("Content-Type: multipart/form-data; boundary=\r\n", "--\r\n\r\n"));
        bodies.add(new Body("Content-Type: multipart/form-data; boundary=" + "b".repeat(5_000) + "\r\n", "--line\r\n\r\n"));
        bodies.add(new Body("Content-Type: multipart/mixed; boundary=line\r\n", part("file", "a.yaml", "x: 1")));
        bodies.add(new Body("Content-Type: a/b/c; ==\r\n", "x"));
        bodies.add(new Body("Content-Type: */*\r\nAccept: ;;;\r\n", "x"));
        bodies.add(new Body("Content-Type: application/json\r\nIf-Match: W/\"\u0001\"\r\nAccept: image/png\r\n", "{}"));
        String multipart = "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";
        bodies.add(new Body(multipart, part("file", "a.yaml", "x: 1").substring(0, 60)));
        bodies.add(new Body(multipart, part("file", "a.yaml", "x: 1").repeat(100)));
        for (String name : List.of("", "../../../etc/passwd", "a\rX-Evil: 1", "a\u0000.yaml", "\u202Elmay.exe", "a.xlsx", "a.json", "README.md")) {
            bodies.add(new Body(multipart, part("file", name, "PK\u0003\u0004aaaa")));
            bodies.add(new Body(multipart, part("files", name, "slug: [\u0000")));
        }
        return bodies;
    }

    private static String part(String field, String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
