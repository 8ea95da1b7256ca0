package eu.vitrine.access;

import static org.springframework.http.HttpMethod.GET;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the table of routes; {@code open} rows need no sign-in, the others one of the roles; a token needs the scope, and opens no row without one; before a
 * {@code fresh} row password or code are asked for unless given lately. Every link of a page is looked up in the table, so the path is read once.
 */
record Route(HttpMethod method, PathPattern path, boolean open, Set<Role> roles, @Nullable Scope scope, boolean fresh) {

    private static final String PROGRAMS = "/api/v1/";

    private Route(HttpMethod method, String pattern, boolean open, Set<Role> roles) {
        this(method, PathPatternParser.defaultInstance.parse(pattern), open, roles, ofReading(method, pattern), false);
    }

    /** What programs read they read by a token too; the audit log by its own scope, users and tokens by none. Writes say it row by row. */
    private static @Nullable Scope ofReading(HttpMethod method, String pattern) {
        if (!method.equals(GET) || !pattern.startsWith(PROGRAMS) || pattern.startsWith(PROGRAMS + "users") || pattern.startsWith(PROGRAMS + "tokens")) {
            return null;
        }
        return pattern.startsWith(PROGRAMS + "audit") ? Scope.AUDIT : Scope.READ;
    }

    /** The same row, open to tokens with this scope as well. */
    Route byToken(Scope needed) {
        return new Route(method, path, open, roles, needed, fresh);
    }

    /** The same row, for an act before which the person is asked for password or code, unless it was given lately; see {@link StepUp}. */
    Route confirmed() {
        return new Route(method, path, open, roles, scope, true);
    }

    /** Whether a token with these scopes opens it for an owner with these roles. What is open to everybody is not for tokens unless its row says so. */
    boolean opensTo(Set<Scope> scopes, Set<Role> owner) {
        return scope != null && scopes.contains(scope) && (open || !Collections.disjoint(roles, owner));
    }

    /** The path as the controller's mapping writes it. */
    String pattern() {
        return path.getPatternString();
    }

    /** Matches the row's requests; who may GET may also ask for the HEAD. */
    RequestMatcher matcher() {
        var asked = PathPatternRequestMatcher.pathPattern(method, pattern());
        return method.equals(GET)
                ? new OrRequestMatcher(asked, PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern()))
                : asked;
    }

    String[] authorities() {
        return roles.stream().map(Role::authority).toArray(String[]::new);
    }

    static Route anyone(HttpMethod method, String pattern) {
        return new Route(method, pattern, true, Set.of());
    }

    static Route signedIn(HttpMethod method, String pattern) {
        return new Route(method, pattern, false, EnumSet.allOf(Role.class));
    }

    static Route roles(HttpMethod method, String pattern, Role first, Role... others) {
        return new Route(method, pattern, false, EnumSet.of(first, others));
    }
}
