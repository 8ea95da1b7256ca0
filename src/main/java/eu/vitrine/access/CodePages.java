package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.ReturnTo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in, for whoever has a second factor and has given the right password. */
@Controller
class CodePages {

    private final PasswordSignIn signIn;
    private final Confirmation confirmation;
    private final Entrance entrance;

    CodePages(PasswordSignIn signIn, Confirmation confirmation, Entrance entrance) {
        this.signIn = signIn;
        this.confirmation = confirmation;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/code")
    String ask(@RequestParam(defaultValue = "/") String returnTo, HttpServletRequest request, Model page) {
        return entrance.whoOwesCode(request).isEmpty() ? "redirect:/sign-in" : shown(returnTo, new FormErrors(), page);
    }

    @PostMapping("/sign-in/code")
    String judge(@RequestParam(defaultValue = "/") String returnTo, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response, Model page) {
        Optional<UUID> user = entrance.whoOwesCode(request);
        if (user.isEmpty()) {
            return "redirect:/sign-in";
        }
        var errors = new FormErrors();
        try {
            if (confirmation.isRight(user.get(), Confirmation.Means.CODE, code, request.getRemoteAddr())) {
                Optional<SignedInPerson> person = signIn.welcome(user.get());
                person.ifPresent(one -> entrance.enter(request, response, one));
                return "redirect:" + (person.isEmpty() ? "/sign-in" : ReturnTo.safe(returnTo));
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Form");
            errors.add("code", "sign-in.code.refused");
        } catch (TooManyAttempts e) {
            errors.add("code", "sign-in.wait", StepUp.waitOf(e, response));
        }
        return shown(returnTo, errors, page);
    }

    private static String shown(String returnTo, FormErrors errors, Model page) {
        page.addAttribute("returnTo", ReturnTo.safe(returnTo));
        page.addAttribute("errors", errors);
        return "access/sign-in-code";
    }
}
