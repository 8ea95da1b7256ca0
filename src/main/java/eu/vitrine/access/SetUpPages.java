package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SetUpPages {

    private final SetUp setUp;
    private final PasswordRules rules;

    SetUpPages(SetUp setUp, PasswordRules rules) {
        this.setUp = setUp;
        this.rules = rules;
    }

    /** What the form sends; {@code roles} are those beside administrator. */
    record Form(@Nullable String token, @Nullable String name, @Nullable String displayName, @Nullable String password,
            @Nullable String repeated, @Nullable Set<Role> roles) {

        Form {
            token = token == null ? "" : token;
            name = name == null ? "" : name.strip();
            displayName = displayName == null ? "" : displayName.strip();
            password = password == null ? "" : password;
            repeated = repeated == null ? "" : repeated;
            roles = roles == null ? EnumSet.noneOf(Role.class) : roles;
        }
    }

    @GetMapping("/set-up")
    String form(@RequestParam(defaultValue = "") String token, Model model) {
        if (token.isEmpty()) {
            return setUp.isNobodyYet() ? "access/set-up-where" : "redirect:/sign-in";
        }
        return setUp.invitee(token)
                .map(invitee -> page(invitee, new Form(token, null, null, null, null, EnumSet.of(Role.OFFICER)), new FormErrors(), model))
                .orElse("access/set-up-expired");
    }

    @PostMapping("/set-up")
    String submit(@ModelAttribute Form form, Model model, RedirectAttributes redirect) {
        Optional<SetUp.Invitee> found = setUp.invitee(form.token());
        if (found.isEmpty()) {
            return "access/set-up-expired";
        }
        var invitee = found.get();
        var errors = invitee.first() ? namesWrong(form) : new FormErrors();
        var names = invitee.first() ? List.of(form.name(), form.displayName()) : List.of(invitee.signInName(), invitee.displayName());
        rules.objection(form.password(), names)
                .ifPresent(key -> errors.add("password", key, PasswordRules.SHORTEST, PasswordRules.LONGEST));
        if (errors.on("password").isEmpty() && !form.password().equals(form.repeated())) {
            errors.add("repeated", "password.differs");
        }
        if (errors.any()) {
            return page(invitee, form, errors, model);
        }
        boolean done = invitee.first()
                ? setUp.createFirst(form.token(), SignInName.of(form.name()).orElseThrow(), form.displayName(), form.password(), form.roles())
                : setUp.choosePassword(form.token(), form.password());
        if (!done) {
            return "access/set-up-expired";
        }
        Notice.on(redirect, "set-up.done");
        return "redirect:/sign-in";
    }

    private static FormErrors namesWrong(Form form) {
        var errors = new FormErrors();
        NewUser.check(form.displayName(), form.name(), errors);
        return errors;
    }

    private static String page(SetUp.Invitee invitee, Form form, FormErrors errors, Model model) {
        model.addAttribute("invitee", invitee);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("further", EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "access/set-up";
    }
}
