package eu.vitrine.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes the use of a token once the route table has let it pass, and before anything is done. */
final class TokenUse extends OncePerRequestFilter {

    private final TokenLedger ledger;

    TokenUse(TokenLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Scope use = RouteTable.scopeOf(request);
        if (use != null && SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication who) {
            ledger.used(who, use);
        }
        chain.doFilter(request, response);
    }
}
