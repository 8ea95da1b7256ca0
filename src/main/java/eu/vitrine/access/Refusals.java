package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What a refused request is answered: a page, or a problem for a program. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final SetUp setUp;
    private final Problems problems;

    Refusals(SetUp setUp, Problems problems) {
        this.setUp = setUp;
        this.problems = problems;
    }

    /** Nobody is signed in: lead to the sign-in page and back, or to the set-up page while there is no user at all. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (Problems.concern(request)) {
            problems.write(response, HttpStatus.UNAUTHORIZED, request.getRequestURI());
            return;
        }
        response.sendRedirect(setUp.isNobodyYet() ? "/set-up" : signIn(request));
    }

    private static String signIn(HttpServletRequest request) {
        boolean canBeReadAgain = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
        if (!canBeReadAgain) {
            return "/sign-in";
        }
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return UriComponentsBuilder.fromPath("/sign-in").queryParam("returnTo", "{here}").encode().build(here).toString();
    }

    /** The person may not, or the request was not the form's own. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        int status = RouteTable.refusalOf(request);
        if (Problems.concern(request)) {
            problems.write(response, HttpStatus.valueOf(status), request.getRequestURI());
        } else {
            response.sendError(status);
        }
    }
}
