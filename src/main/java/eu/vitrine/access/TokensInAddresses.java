package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request whose address holds a token: addresses are logged, remembered and passed on (ASVS 5.0, 14.2.1). */
final class TokensInAddresses extends OncePerRequestFilter {

    private final Problems problems;

    TokensInAddresses(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString().replaceAll("%5[Ff]", "_");
        if (TokenText.standsIn(request.getRequestURI().replaceAll("%5[Ff]", "_")) || TokenText.standsIn(query) || query.toLowerCase(Locale.ROOT).contains("access_token=")) {
            // The address itself is not repeated.
            problems.write(response, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                    "A token is never part of an address, because addresses are kept in logs. Revoke this token, make a new one, and send it in the header \"Authorization: Bearer\"."), "/");
            return;
        }
        chain.doFilter(request, response);
    }
}
