package eu.vitrine.access;

import static eu.vitrine.access.Role.ADMINISTRATOR;
import static eu.vitrine.access.Role.APPROVER;
import static eu.vitrine.access.Role.AUDITOR;
import static eu.vitrine.access.Role.OFFICER;
import static eu.vitrine.access.Role.POLICY_AUTHOR;
import static eu.vitrine.access.Route.anyone;
import static eu.vitrine.access.Route.roles;
import static eu.vitrine.access.Route.signedIn;
import static eu.vitrine.access.Scope.READ;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may use which route: the one table, first row that fits. What no row names is refused. A row carries the very pattern
 * of the controller's mapping; a test fails on a mapping without a row and on a row without a mapping. Front doors check the
 * roles once more. A row with a scope is open to tokens too; decisions, users, sign-in and tokens have none.
 */
final class RouteTable {

    static final List<Route> ROUTES = RecordRoutes.after(ProgramRoutes.after(List.of(
            // before sign-in
            anyone(GET, "/assets/**"),
            anyone(GET, "/webjars/htmx.org/**"),
            anyone(GET, "/sign-in"),
            anyone(POST, "/sign-in"),
            anyone(POST, "/sign-in/refused"),
            anyone(GET, "/sign-in/code"),
            anyone(POST, "/sign-in/code"),
            anyone(GET, "/set-up"),
            anyone(POST, "/set-up"),
            anyone(POST, "/theme"),
            // everybody signed in
            signedIn(GET, "/"),
            signedIn(POST, "/sign-out"),
            signedIn(POST, "/session"),
            signedIn(POST, "/prose"),
            // tokens of programs; made and revoked by persons alone
            signedIn(GET, "/tokens"),
            signedIn(POST, "/tokens").confirmed(),
            signedIn(POST, "/tokens/{id}/revoke"),
            roles(GET, "/admin/tokens", ADMINISTRATOR),
            roles(POST, "/admin/tokens/{id}/revoke", ADMINISTRATOR).confirmed(),
            signedIn(GET, "/confirm"),
            signedIn(POST, "/confirm"),
            signedIn(POST, "/confirm/asked"),
            // one's own account
            signedIn(GET, "/account"),
            signedIn(POST, "/account/second-factor").confirmed(),
            signedIn(GET, "/account/second-factor").confirmed(),
            signedIn(POST, "/account/second-factor/confirm").confirmed(),
            signedIn(POST, "/account/second-factor/remove"),
            signedIn(POST, "/account/recovery-codes").confirmed(),
            signedIn(GET, "/account/recovery-codes"),
            signedIn(POST, "/account/sessions/{id}/end"),
            signedIn(POST, "/account/sessions/end"),
            // forms; before the pages of records, because "new" is no slug
            roles(GET, "/register", OFFICER),
            roles(GET, "/register/{what:tool|use|model}", OFFICER),
            roles(POST, "/register/{what:tool|use|model}", OFFICER),
            roles(GET, "/register/tool/{slug}", OFFICER),
            roles(GET, "/register/matches/{kind}", OFFICER),
            roles(GET, "/models/new", OFFICER),
            roles(POST, "/models/new", OFFICER),
            roles(GET, "/providers/new", OFFICER),
            roles(POST, "/providers/new", OFFICER),
            roles(GET, "/licences/new", OFFICER),
            roles(POST, "/licences/new", OFFICER),
            roles(GET, "/services/new", OFFICER),
            roles(POST, "/services/new", OFFICER),
            roles(GET, "/uses/new", OFFICER),
            roles(POST, "/uses/new", OFFICER),
            roles(GET, "/organisation/new", OFFICER),
            roles(POST, "/organisation/new", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit/question/{fact}", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit/check", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/edit/check", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit/conflict", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/edit/conflict", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit/{page}", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/edit/{page}", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/edit/{page}/draft", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/edit/{page}/discard", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/edit/{page}/discard", OFFICER),
            roles(GET, "/{records:models|providers|licences|services|uses}/{slug}/sources/{fact}", OFFICER),
            roles(POST, "/{records:models|providers|licences|services|uses}/{slug}/sources/{fact}", OFFICER),
            roles(GET, "/organisation/edit", OFFICER),
            roles(GET, "/organisation/edit/question/{fact}", OFFICER),
            roles(GET, "/organisation/edit/check", OFFICER),
            roles(POST, "/organisation/edit/check", OFFICER),
            roles(GET, "/organisation/edit/conflict", OFFICER),
            roles(POST, "/organisation/edit/conflict", OFFICER),
            roles(GET, "/organisation/edit/{page}", OFFICER),
            roles(POST, "/organisation/edit/{page}", OFFICER),
            roles(POST, "/organisation/edit/{page}/draft", OFFICER),
            roles(GET, "/organisation/edit/{page}/discard", OFFICER),
            roles(POST, "/organisation/edit/{page}/discard", OFFICER),
            roles(GET, "/organisation/sources/{fact}", OFFICER),
            roles(POST, "/organisation/sources/{fact}", OFFICER),
            // records
            signedIn(GET, "/models"),
            signedIn(GET, "/providers"),
            signedIn(GET, "/providers/{slug}"),
            signedIn(GET, "/licences"),
            signedIn(GET, "/licences/{slug}"),
            signedIn(GET, "/services"),
            signedIn(GET, "/services/{slug}"),
            signedIn(GET, "/examples/{slug}"),
            signedIn(GET, "/exports"),
            signedIn(GET, "/models/{slug}/export"),
            signedIn(GET, "/exports/{name}"),
            signedIn(GET, "/exports/{list}/{name}"),
            roles(GET, "/imports", OFFICER),
            roles(POST, "/imports", OFFICER),
            // views of lists, each for itself
            signedIn(POST, "/views"),
            signedIn(GET, "/views/{id}"),
            signedIn(POST, "/views/{id}/rename"),
            signedIn(POST, "/views/{id}/first"),
            signedIn(POST, "/views/{id}/delete"),
            roles(GET, "/imports/all", OFFICER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/imports/{id}", OFFICER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/imports/{id}/columns", OFFICER),
            roles(POST, "/imports/{id}/columns", OFFICER),
            roles(GET, "/imports/{id}/about", OFFICER),
            roles(POST, "/imports/{id}/about", OFFICER),
            roles(POST, "/imports/{id}/check", OFFICER),
            roles(POST, "/imports/{id}/confirm", OFFICER),
            roles(POST, "/imports/{id}/undo", OFFICER),
            roles(GET, "/imports/{id}/errors.csv", OFFICER, AUDITOR, ADMINISTRATOR),
            // ourselves
            signedIn(GET, "/uses"),
            signedIn(GET, "/uses/{slug}"),
            roles(POST, "/uses/{slug}/assess", OFFICER, APPROVER),
            signedIn(GET, "/uses/{slug}/assessments/{number}"),
            signedIn(GET, "/uses/{slug}/assessments/{number}/findings/{policy}"),
            signedIn(POST, "/uses/{slug}/follow"),
            signedIn(POST, "/uses/{slug}/unfollow"),
            signedIn(POST, "/uses/{slug}/noted"),
            roles(GET, "/uses/{slug}/approvals/new", OFFICER),
            roles(POST, "/uses/{slug}/approvals", OFFICER),
            signedIn(GET, "/verdicts"),
            signedIn(GET, "/compare"),
            roles(GET, "/approvals", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/approvals/{number}", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/approvals/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(POST, "/approvals/{number}/gaps", OFFICER),
            roles(POST, "/approvals/{number}/decide", APPROVER).confirmed(),
            roles(POST, "/approvals/{number}/take-back", OFFICER),
            roles(POST, "/approvals/{number}/withdraw", APPROVER).confirmed(),
            signedIn(GET, "/determinations"),
            roles(GET, "/determinations/new", OFFICER),
            roles(POST, "/determinations", OFFICER),
            signedIn(GET, "/determinations/{number}"),
            roles(POST, "/determinations/{number}/decide", APPROVER).confirmed(),
            roles(POST, "/determinations/{number}/withdraw", OFFICER, APPROVER).confirmed(),
            // grey for whoever has not signed in
            anyone(GET, "/badge/{slug}.svg").byToken(READ),
            signedIn(GET, "/organisation"),
            roles(POST, "/organisation/assess", OFFICER, APPROVER),
            signedIn(GET, "/organisation/assessments/{number}"),
            signedIn(GET, "/organisation/assessments/{number}/findings/{policy}"),
            signedIn(GET, "/changes"),
            signedIn(GET, "/models/{slug}/lineage"),
            // a new version of a model
            roles(GET, "/models/{slug}/next-version", OFFICER),
            roles(POST, "/models/{slug}/next-version", OFFICER),
            roles(GET, "/models/{slug}/confirm", OFFICER),
            roles(POST, "/models/{slug}/confirm", OFFICER),
            roles(GET, "/licences/{slug}/clauses", OFFICER),
            roles(POST, "/licences/{slug}/clauses", OFFICER),
            // what colleagues ask
            signedIn(GET, "/requests"),
            signedIn(POST, "/requests"),
            signedIn(GET, "/requests/new"),
            signedIn(GET, "/requests/{number}"),
            roles(POST, "/requests/{number}/progress", OFFICER),
            roles(POST, "/requests/{number}/answer", OFFICER),
            signedIn(POST, "/requests/{number}/withdraw"),
            // findings about behaviour
            signedIn(GET, "/findings"),
            signedIn(GET, "/models/{slug}/findings"),
            roles(POST, "/models/{slug}/findings", OFFICER),
            roles(GET, "/models/{slug}/findings/new", OFFICER),
            signedIn(GET, "/models/{slug}/findings/{id}"),
            roles(POST, "/models/{slug}/findings/{id}", OFFICER),
            roles(GET, "/models/{slug}/findings/{id}/edit", OFFICER),
            roles(POST, "/models/{slug}/findings/{id}/{act}", OFFICER, APPROVER, AUDITOR),
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
            // evidence
            roles(GET, "/evidence", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(POST, "/evidence", OFFICER),
            roles(POST, "/evidence/captures", OFFICER),
            roles(GET, "/evidence/hosts", ADMINISTRATOR),
            roles(POST, "/evidence/hosts", ADMINISTRATOR),
            roles(POST, "/evidence/hosts/remove", ADMINISTRATOR),
            roles(GET, "/evidence/check", AUDITOR, ADMINISTRATOR),
            roles(POST, "/evidence/check", ADMINISTRATOR),
            roles(GET, "/evidence/{id}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/evidence/{id}/content", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/evidence/{id}/versions/{other}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/evidence/{id}/remove", ADMINISTRATOR),
            roles(POST, "/evidence/{id}/remove", ADMINISTRATOR),
            // audit log
            roles(GET, "/audit", AUDITOR, ADMINISTRATOR),
            roles(GET, "/audit/check", AUDITOR, ADMINISTRATOR),
            roles(GET, "/audit/export", AUDITOR, ADMINISTRATOR),
            roles(GET, "/audit/{seq}", AUDITOR, ADMINISTRATOR),
            roles(POST, "/audit/{seq}/erase", ADMINISTRATOR).confirmed(),
            // administration
            roles(GET, "/admin/users", ADMINISTRATOR),
            roles(POST, "/admin/users", ADMINISTRATOR).confirmed(),
            roles(GET, "/admin/users/new", ADMINISTRATOR),
            roles(GET, "/admin/users/{id}", ADMINISTRATOR),
            roles(POST, "/admin/users/{id}/roles", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/users/{id}/units", ADMINISTRATOR).confirmed(),
            roles(GET, "/bundles", OFFICER),
            roles(POST, "/bundles", OFFICER),
            roles(GET, "/admin/bundle-keys", ADMINISTRATOR),
            roles(POST, "/admin/bundle-keys", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/bundle-keys/{id}/revoke", ADMINISTRATOR).confirmed(),
            roles(GET, "/admin/units", ADMINISTRATOR),
            roles(POST, "/admin/units", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/users/{id}/disable", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/users/{id}/enable", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/users/{id}/second-factor/reset", ADMINISTRATOR).confirmed(),
            roles(POST, "/admin/users/{id}/link", ADMINISTRATOR).confirmed())));

    /** Rows before whose acts the person confirms. */
    private static final List<RequestMatcher> CONFIRMED = ROUTES.stream().filter(Route::fresh).map(Route::matcher).toList();

    private RouteTable() {}

    /** Whether the person has to have confirmed lately for this request. */
    static boolean wantsConfirmation(HttpServletRequest request) {
        return CONFIRMED.stream().anyMatch(matcher -> matcher.matches(request));
    }

    /** What a refused request is told: 404 where no row has its path, 405 where none has its method, else 403. */
    static int refusalOf(HttpServletRequest request) {
        var path = RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication();
        var onPath = ROUTES.stream().filter(route -> route.path().matches(path)).toList();
        if (onPath.isEmpty()) {
            return 404;
        }
        return onPath.stream().anyMatch(route -> route.matcher().matches(request)) ? 403 : 405;
    }

    /** The scope by which a token opens what is asked; null where no token does. */
    static @Nullable Scope scopeOf(HttpServletRequest request) {
        var path = RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication();
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return ROUTES.stream().filter(route -> route.method().name().equals(method) && route.path().matches(path)).findFirst().map(Route::scope).orElse(null);
    }

    /** The scopes that open anything for somebody with these roles. */
    static Set<Scope> scopesFor(Set<Role> roles) {
        return ROUTES.stream().filter(route -> route.scope() != null && route.opensTo(Set.of(route.scope()), roles)).map(Route::scope)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** Whether a page may be read by a person with these roles. */
    static boolean opens(String path, Set<Role> roles) {
        var container = PathContainer.parsePath(path);
        return ROUTES.stream()
                .filter(route -> route.method().equals(GET) && route.path().matches(container))
                .findFirst()
                .filter(route -> route.open() || !Collections.disjoint(route.roles(), roles))
                .isPresent();
    }
}
