package eu.vitrine.access;

import eu.vitrine.audit.AuditLogBusy;
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
    private final TokenAnswers answers;

    TokenUse(TokenLedger ledger, TokenAnswers answers) {
        this.ledger = ledger;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Scope use = RouteTable.scopeOf(request);
        if (use != null && SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication who) {
            try {
                ledger.used(who, use);
            } catch (AuditLogBusy e) {
                answers.busy(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
