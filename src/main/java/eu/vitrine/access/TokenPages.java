package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own API tokens, and all of them for an administrator. */
@Controller
@PreAuthorize("isAuthenticated()")
class TokenPages {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, ApiTokens.LONGEST_DAYS);
    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;
    private final CurrentActor current;
    private final Links links;
    private final Clock clock;

    TokenPages(ApiTokens tokens, CurrentActor current, Links links, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.links = links;
        this.clock = clock;
    }

    @Bean
    @Order(850)
    static NavEntry tokensOfPrograms() {
        return new NavEntry("nav.tokens", "/tokens");
    }

    record Form(@Nullable String name, @Nullable Set<Scope> scopes, @Nullable Integer days) {
        Form {
            name = name == null ? "" : name.strip();
            scopes = scopes == null ? EnumSet.noneOf(Scope.class) : scopes;
            days = days == null ? USUAL_DAYS : days;
        }
    }

    /** A token as pages show it. */
    record Line(ApiToken token, ApiToken.State state) {

        public boolean live() {
            return state == ApiToken.State.LIVE;
        }
    }

    /** What is handed over once. */
    record HandOver(String secret, String name, Instant expiresAt, String example) {}

    @GetMapping("/tokens")
    String own(Model page) {
        return shown(new Form(null, EnumSet.of(Scope.READ), null), new FormErrors(), page);
    }

    @PostMapping("/tokens")
    String make(@ModelAttribute Form form, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        var errors = new FormErrors();
        if (form.name().isEmpty() || form.name().length() > ApiTokens.LONGEST_NAME) {
            errors.add("name", "token.name.wrong", ApiTokens.LONGEST_NAME);
        }
        if (form.scopes().isEmpty()) {
            errors.add("scopes", "token.scopes.missing");
        }
        if (form.days() < 1 || form.days() > ApiTokens.LONGEST_DAYS) {
            errors.add("days", "token.days.wrong", ApiTokens.LONGEST_DAYS);
        }
        if (!errors.any() && tokens.isFull()) {
            errors.add("name", "token.full", ApiTokens.MOST);
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(form, errors, page);
        }
        ApiTokens.Made made = tokens.make(form.name(), form.scopes(), form.days());
        Notice.on(redirect, "token.made", made.name());
        redirect.addFlashAttribute("handOver", new HandOver(made.text().secret(), made.name(), made.expiresAt(),
                "curl -H \"Authorization: Bearer $VITRINE_TOKEN\" " + links.to("/api/v1/models")));
        return "redirect:/tokens";
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeOwn(@PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revokeOwn(id);
        Notice.on(redirect, "token.revoked");
        return "redirect:/tokens";
    }

    @GetMapping("/admin/tokens")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String all(Model page) {
        page.addAttribute("tokens", lines(tokens.all()));
        return "access/tokens-all";
    }

    @PostMapping("/admin/tokens/{id}/revoke")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String revoke(@PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(id);
        Notice.on(redirect, "token.revoked");
        return "redirect:/admin/tokens";
    }

    /** Those that open something first. */
    private List<Line> lines(List<ApiToken> all) {
        Instant now = clock.instant();
        return all.stream().map(token -> new Line(token, token.state(now))).sorted(Comparator.comparing(line -> !line.live())).toList();
    }

    private String shown(Form form, FormErrors errors, Model page) {
        page.addAttribute("tokens", lines(tokens.own()));
        page.addAttribute("form", form);
        page.addAttribute("errors", errors);
        page.addAttribute("offered", RouteTable.scopesFor(current.roles()));
        page.addAttribute("allDays", DAYS);
        return "access/tokens";
    }
}
