package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The filters of requests that bring a token. They know no session, no cookie and no form token: a page of another site cannot make a browser
 * send this header, so there is nothing to forge.
 */
@Configuration
class TokenRules {

    @Bean
    @Order(1)
    SecurityFilterChain tokenFilters(HttpSecurity http, TokenStore store, TokenLedger ledger, TokenAnswers answers, SignInThrottle throttle, UserRepository users,
            Problems problems, Clock clock) throws Exception {
        http.securityMatcher(TokenSignIn::concerns);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(csrf -> csrf.disable());
        http.logout(out -> out.disable());
        http.requestCache(cache -> cache.disable());
        http.anonymous(anonymous -> anonymous.disable());
        http.exceptionHandling(handling -> handling.accessDeniedHandler(answers)
                .authenticationEntryPoint((request, response, refusal) -> answers.unauthorized(request, response, "A token is needed.")));
        http.headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}));
        http.addFilterBefore(new TokensInAddresses(problems), SecurityContextHolderFilter.class);
        http.addFilterBefore(new TokenSignIn(store, ledger, answers, throttle, users, clock), AnonymousAuthenticationFilter.class);
        http.addFilterAfter(new TokenUse(ledger), AuthorizationFilter.class);
        http.authorizeHttpRequests(TokenRules::fromTheTable);
        return http.build();
    }

    private static void fromTheTable(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll();
        for (Route route : RouteTable.ROUTES) {
            requests.requestMatchers(route.matcher()).access((who, context) -> new AuthorizationDecision(
                    who.get() instanceof TokenAuthentication token && route.opensTo(token.token().scopes(), token.getPrincipal().roles())));
        }
        requests.anyRequest().denyAll();
    }
}
