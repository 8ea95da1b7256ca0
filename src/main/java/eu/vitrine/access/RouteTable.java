package eu.vitrine.access;

import static eu.vitrine.access.Role.ADMINISTRATOR;
import static eu.vitrine.access.Role.APPROVER;
import static eu.vitrine.access.Role.AUDITOR;
import static eu.vitrine.access.Role.OFFICER;
import static eu.vitrine.access.Role.POLICY_AUTHOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use which route: the one table, first row that fits. What no row names is refused. A row carries the very pattern
 * of the controller's mapping; a test fails on a mapping without a row and on a row without a mapping. Front doors check the
 * roles once more.
 */
final class RouteTable {

    static final List<Route> ROUTES = List.of(
            // before sign-in
            anyone(GET, "/assets/**"),
            anyone(GET, "/webjars/htmx.org/**"),
            anyone(GET, "/sign-in"),
            anyone(POST, "/sign-in"),
            anyone(POST, "/sign-in/refused"),
            anyone(GET, "/set-up"),
            anyone(POST, "/set-up"),
            anyone(POST, "/theme"),
            // everybody signed in
            signedIn(GET, "/"),
            signedIn(POST, "/sign-out"),
            // records
            signedIn(GET, "/models"),
            signedIn(GET, "/providers"),
            signedIn(GET, "/providers/{slug}"),
            signedIn(GET, "/licences"),
            signedIn(GET, "/licences/{slug}"),
            signedIn(GET, "/services"),
            signedIn(GET, "/services/{slug}"),
            signedIn(GET, "/examples/{slug}"),
            roles(GET, "/imports", OFFICER),
            roles(POST, "/imports", OFFICER),
            // ourselves
            signedIn(GET, "/uses"),
            signedIn(GET, "/uses/{slug}"),
            roles(POST, "/uses/{slug}/assess", OFFICER, APPROVER),
            signedIn(GET, "/uses/{slug}/assessments/{number}"),
            signedIn(GET, "/uses/{slug}/assessments/{number}/findings/{policy}"),
            signedIn(GET, "/organisation"),
            roles(POST, "/organisation/assess", OFFICER, APPROVER),
            signedIn(GET, "/organisation/assessments/{number}"),
            signedIn(GET, "/organisation/assessments/{number}/findings/{policy}"),
            signedIn(GET, "/changes"),
            signedIn(GET, "/models/{slug}/lineage"),
            signedIn(GET, "/api/v1/models/{slug}/lineage"),
            // a new version of a model
            roles(GET, "/models/{slug}/next-version", OFFICER),
            roles(POST, "/models/{slug}/next-version", OFFICER),
            roles(GET, "/models/{slug}/confirm", OFFICER),
            roles(POST, "/models/{slug}/confirm", OFFICER),
            // what colleagues ask
            signedIn(GET, "/requests"),
            signedIn(POST, "/requests"),
            signedIn(GET, "/requests/new"),
            signedIn(GET, "/requests/{number}"),
            roles(POST, "/requests/{number}/progress", OFFICER),
            roles(POST, "/requests/{number}/answer", OFFICER),
            signedIn(POST, "/requests/{number}/withdraw"),
            signedIn(GET, "/api/v1/requests"),
            signedIn(GET, "/api/v1/requests/{number}"),
            // findings about behaviour
            signedIn(GET, "/findings"),
            signedIn(GET, "/models/{slug}/findings"),
            roles(POST, "/models/{slug}/findings", OFFICER),
            roles(GET, "/models/{slug}/findings/new", OFFICER),
            signedIn(GET, "/models/{slug}/findings/{id}"),
            roles(POST, "/models/{slug}/findings/{id}", OFFICER),
            roles(GET, "/models/{slug}/findings/{id}/edit", OFFICER),
            roles(POST, "/models/{slug}/findings/{id}/{act}", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/findings"),
            roles(POST, "/api/v1/findings", OFFICER),
            signedIn(GET, "/api/v1/findings/{id}"),
            // units
            roles(GET, "/units/{kind}/{slug}", OFFICER),
            roles(POST, "/units/{kind}/{slug}", OFFICER),
            // assessments
            signedIn(GET, "/models/{slug}"),
            roles(POST, "/models/{slug}/assess", OFFICER, APPROVER),
            signedIn(GET, "/models/{slug}/preview"),
            signedIn(GET, "/models/{slug}/history"),
            signedIn(GET, "/models/{slug}/assessments/{number}"),
            signedIn(GET, "/models/{slug}/assessments/{number}/findings/{policy}"),
            roles(GET, "/models/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/uses/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/organisation/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/assessments"),
            roles(POST, "/assessments/missing", OFFICER, APPROVER),
            roles(GET, "/policies", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/policies/licences", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/policies/licences/{slug}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/policies/sets", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(POST, "/policies/sets", POLICY_AUTHOR),
            roles(GET, "/policies/sets/{number}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(POST, "/policies/sets/{number}/trial", APPROVER, ADMINISTRATOR, POLICY_AUTHOR),
            roles(POST, "/policies/sets/{number}/request", ADMINISTRATOR, POLICY_AUTHOR),
            roles(POST, "/policies/sets/{number}/activate", APPROVER, POLICY_AUTHOR),
            roles(POST, "/policies/sets/{number}/reject", APPROVER, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/policies/try", POLICY_AUTHOR),
            roles(POST, "/policies/try", POLICY_AUTHOR),
            roles(GET, "/policies/{id}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            signedIn(GET, "/outlook"),
            // programs
            signedIn(GET, "/api/v1/openapi.json"),
            signedIn(GET, "/api/v1/models"),
            signedIn(GET, "/api/v1/models/{slug}"),
            signedIn(GET, "/api/v1/models/{slug}/revisions"),
            signedIn(GET, "/api/v1/models/{slug}/assessments"),
            signedIn(GET, "/api/v1/models/{slug}/assessments/{number}"),
            roles(GET, "/api/v1/models/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/api/v1/uses/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/api/v1/organisation/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/services"),
            signedIn(GET, "/api/v1/services/{slug}"),
            signedIn(GET, "/api/v1/services/{slug}/revisions"),
            signedIn(GET, "/api/v1/uses"),
            signedIn(GET, "/api/v1/uses/{slug}"),
            signedIn(GET, "/api/v1/uses/{slug}/revisions"),
            signedIn(GET, "/api/v1/uses/{slug}/assessments"),
            signedIn(GET, "/api/v1/uses/{slug}/assessments/{number}"),
            signedIn(GET, "/api/v1/organisation"),
            signedIn(GET, "/api/v1/organisation/revisions"),
            signedIn(GET, "/api/v1/organisation/assessments"),
            signedIn(GET, "/api/v1/organisation/assessments/{number}"),
            roles(POST, "/api/v1/imports", OFFICER),
            signedIn(GET, "/api/v1/models/{slug}/preview"),
            signedIn(GET, "/api/v1/outlook"),
            roles(GET, "/api/v1/policy-sets", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/api/v1/policy-sets/{number}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            // audit log
            roles(GET, "/audit", AUDITOR, ADMINISTRATOR),
            roles(GET, "/audit/check", AUDITOR, ADMINISTRATOR),
            roles(GET, "/audit/{seq}", AUDITOR, ADMINISTRATOR),
            // administration
            roles(GET, "/admin/users", ADMINISTRATOR),
            roles(POST, "/admin/users", ADMINISTRATOR),
            roles(GET, "/admin/users/new", ADMINISTRATOR),
            roles(GET, "/admin/users/{id}", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/roles", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/units", ADMINISTRATOR),
            roles(GET, "/admin/units", ADMINISTRATOR),
            roles(POST, "/admin/units", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/disable", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/enable", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/link", ADMINISTRATOR));

    private static final PathPatternParser PARSER = PathPatternParser.defaultInstance;

    private RouteTable() {}

    /** One row; {@code open} rows need no sign-in, the others one of the roles. */
    record Route(HttpMethod method, String pattern, boolean open, Set<Role> roles) {

        /** Matches the row's requests; who may GET may also ask for the HEAD. */
        RequestMatcher matcher() {
            var asked = PathPatternRequestMatcher.pathPattern(method, pattern);
            return method.equals(GET)
                    ? new OrRequestMatcher(asked, PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern))
                    : asked;
        }

        boolean hasPath(HttpServletRequest request) {
            return PathPatternRequestMatcher.pathPattern(pattern).matches(request);
        }

        String[] authorities() {
            return roles.stream().map(Role::authority).toArray(String[]::new);
        }
    }

    /** What a refused request is told: 404 where no row has its path, 405 where none has its method, else 403. */
    static int refusalOf(HttpServletRequest request) {
        var onPath = ROUTES.stream().filter(route -> route.hasPath(request)).toList();
        if (onPath.isEmpty()) {
            return 404;
        }
        return onPath.stream().anyMatch(route -> route.matcher().matches(request)) ? 403 : 405;
    }

    /** Whether a page may be read by a person with these roles. */
    static boolean opens(String path, Set<Role> roles) {
        var container = PathContainer.parsePath(path);
        return ROUTES.stream()
                .filter(route -> route.method().equals(GET) && PARSER.parse(route.pattern()).matches(container))
                .findFirst()
                .filter(route -> route.open() || !Collections.disjoint(route.roles(), roles))
                .isPresent();
    }

    private static Route anyone(HttpMethod method, String pattern) {
        return new Route(method, pattern, true, Set.of());
    }

    private static Route signedIn(HttpMethod method, String pattern) {
        return new Route(method, pattern, false, EnumSet.allOf(Role.class));
    }

    private static Route roles(HttpMethod method, String pattern, Role first, Role... others) {
        return new Route(method, pattern, false, EnumSet.of(first, others));
    }
}
