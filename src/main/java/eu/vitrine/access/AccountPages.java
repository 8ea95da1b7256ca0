package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: who one is here, the second factor, and where one is signed in. */
@Controller
@RequestMapping("/account")
@PreAuthorize("isAuthenticated()")
class AccountPages {

    private final UserRepository users;
    private final SecondFactors factors;
    private final Secrets secrets;
    private final Confirmation confirmation;
    private final Sessions sessions;

    AccountPages(UserRepository users, SecondFactors factors, Secrets secrets, Confirmation confirmation, Sessions sessions) {
        this.users = users;
        this.factors = factors;
        this.secrets = secrets;
        this.confirmation = confirmation;
        this.sessions = sessions;
    }

    @GetMapping
    String own(HttpServletRequest request, Model page) {
        return shown(request, new FormErrors(), page);
    }

    @PostMapping("/second-factor/remove")
    String remove(@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response, Model page,
            RedirectAttributes redirect) {
        SignedInPerson person = person();
        var errors = new FormErrors();
        try {
            if (confirmation.isRight(person.id(), Confirmation.Means.PASSWORD, password, request.getRemoteAddr())) {
                if (factors.remove(person.id(), person.actor(), "second-factor.removed")) {
                    sessions.endOthers(person);
                    Notice.on(redirect, "account.factor.removed");
                }
                return "redirect:/account";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors.add("password", "confirm.password.wrong");
        } catch (TooManyAttempts e) {
            errors.add("password", "sign-in.wait", StepUp.waitOf(e, response));
        }
        return shown(request, errors, page);
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes redirect) {
        sessions.end(person(), id);
        Notice.on(redirect, "account.session.ended");
        return "redirect:/account";
    }

    @PostMapping("/sessions/end")
    String endAll() {
        sessions.endAll(person());
        return "redirect:/sign-in?signed-out";
    }

    private String shown(HttpServletRequest request, FormErrors errors, Model page) {
        SignedInPerson person = person();
        page.addAttribute("name", person.displayName());
        page.addAttribute("user", users.findById(person.id()).orElseThrow().summary());
        page.addAttribute("factor", factors.since(person.id()).orElse(null));
        page.addAttribute("codesLeft", factors.recoveryCodesLeft(person.id()));
        page.addAttribute("possible", secrets.areKept());
        page.addAttribute("own", person.session());
        page.addAttribute("sessions", sessions.of(person.id(), idle(request)));
        page.addAttribute("errors", errors);
        return "access/account";
    }

    private static Duration idle(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null || session.getMaxInactiveInterval() <= 0 ? Sessions.LONGEST : Duration.ofSeconds(session.getMaxInactiveInterval());
    }

    private static SignedInPerson person() {
        return CurrentActor.person().orElseThrow();
    }
}
