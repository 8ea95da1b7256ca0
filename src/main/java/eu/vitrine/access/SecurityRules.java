package eu.vitrine.access;

import eu.vitrine.api.Problems;
import eu.vitrine.web.CrossSiteWrites;
import eu.vitrine.web.ReturnTo;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The security filters: the route table, form sign-in, form tokens, sessions. {@link PasswordSignIn} is picked up as the only
 * authentication provider; naming it here as well would ask it twice and count each failure double.
 */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class SecurityRules {

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Refusals refusals, Sessions sessions, Entrance entrance, Confirmation confirmation, Problems problems,
            Clock clock) throws Exception {
        http.authorizeHttpRequests(SecurityRules::fromTheTable);
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        http.formLogin(form -> form.loginPage("/sign-in").usernameParameter("name").passwordParameter("password")
                .successHandler((request, response, who) -> {
                    entrance.begin(request, (SignedInPerson) who.getPrincipal());
                    response.sendRedirect(ReturnTo.safe(request.getParameter("returnTo")));
                })
                .failureHandler(refusedSignIn(entrance)));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out")
                .addLogoutHandler((request, response, who) -> CurrentActor.person().ifPresent(sessions::forget)));
        // Where to go after signing in travels in the address, so that a stranger's request needs no session.
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        // The headers are written by web's own filter for every answer; here only what keeps pages out of caches.
        http.headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}));
        http.addFilterBefore(new TokensInAddresses(problems), SecurityContextHolderFilter.class);
        http.addFilterBefore(new CrossSiteWrites(), CsrfFilter.class);
        http.addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class);
        // After the roles: who may not do it at all is not asked first.
        http.addFilterAfter(new StepUp(confirmation, entrance, problems, clock), AuthorizationFilter.class);
        return http.build();
    }

    private static void fromTheTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // A forward or an error page belongs to a request that was already judged.
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll();
        for (Route route : RouteTable.ROUTES) {
            var matched = requests.requestMatchers(route.matcher());
            if (route.open()) {
                matched.permitAll();
            } else {
                matched.hasAnyAuthority(route.authorities());
            }
        }
        requests.anyRequest().denyAll();
    }

    private static AuthenticationFailureHandler refusedSignIn(Entrance entrance) {
        return (request, response, failure) -> {
            if (failure instanceof SecondFactorDue due) {
                entrance.halfway(request, due.user());
                String to = ReturnTo.safe(request.getParameter("returnTo"));
                response.sendRedirect(UriComponentsBuilder.fromPath("/sign-in/code").queryParam("returnTo", "{to}").encode().build(to).toString());
                return;
            }
            if (failure instanceof TooManyAttempts tooMany) {
                request.setAttribute(SignInPages.WAIT_MINUTES, StepUp.waitOf(tooMany, response));
            } else {
                response.setStatus(401);
                // A scheme no browser has a dialogue for: the answer is the page.
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Form");
            }
            request.getRequestDispatcher("/sign-in/refused").forward(request, response);
        };
    }
}
