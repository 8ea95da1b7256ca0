package eu.vitrine.access;

import static org.springframework.http.HttpMethod.GET;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One row of the table of routes; {@code open} rows need no sign-in, the others one of the roles. Every link of a page is looked up in the table, so the path is read once. */
record Route(HttpMethod method, PathPattern path, boolean open, Set<Role> roles, boolean fresh) {

    private Route(HttpMethod method, String pattern, boolean open, Set<Role> roles) {
        this(method, PathPatternParser.defaultInstance.parse(pattern), open, roles, false);
    }

    /** The same row, for an act before which the person is asked for password or code, unless it was given lately; see {@link StepUp}. */
    Route confirmed() {
        return new Route(method, path, open, roles, true);
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
