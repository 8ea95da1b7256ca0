package eu.vitrine.access;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One row of the table of routes; {@code open} rows need no sign-in, the others one of the roles. */
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
