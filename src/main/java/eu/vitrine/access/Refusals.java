package eu.vitrine.access;

import eu.vitrine.api.Problems;
import eu.vitrine.web.ReturnTo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, TokenAnswers.CHALLENGE);
            problems.write(response, HttpStatus.UNAUTHORIZED, request.getRequestURI());
            return;
        }
        response.sendRedirect(setUp.isNobodyYet() ? "/set-up" : signIn(request));
    }

    private static String signIn(HttpServletRequest request) {
        String here = ReturnTo.safe(request.getMethod().equals("GET") ? pathAndQuery(request.getRequestURI(), request.getQueryString()) : pageBefore(request));
        return here.equals("/") ? "/sign-in" : UriComponentsBuilder.fromPath("/sign-in").queryParam("returnTo", "{here}").encode().build(here).toString();
    }

    /** The page of ours from which a form was sent; what was sent is not done again, but the page can be read again. */
    private static @Nullable String pageBefore(HttpServletRequest request) {
        String referrer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI page = referrer == null ? null : new URI(referrer);
            return page == null || page.getRawPath() == null ? null : pathAndQuery(page.getRawPath(), page.getRawQuery());
        } catch (URISyntaxException none) {
            return null;
        }
    }

    private static String pathAndQuery(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }

    /** The person may not, or the request was not the form's own. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        int status = RouteTable.refusalOf(request);
        if (Problems.concern(request)) {
            problems.write(response, HttpStatus.valueOf(status), request.getRequestURI());
        } else {
            // Whoever sends a form after the session has ended is led to the sign-in page and back to the form.
            boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            if (ended && status == HttpStatus.FORBIDDEN.value()) {
                response.sendRedirect(signIn(request));
            } else {
                response.sendError(status);
            }
        }
    }
}
