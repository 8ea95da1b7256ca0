package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.ReturnTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {

    /** Request attribute: how long sign-in is still refused, in begun minutes. */
    static final String WAIT_MINUTES = "waitMinutes";

    private final SetUp setUp;
    private final CurrentActor current;

    SignInPages(SetUp setUp, CurrentActor current) {
        this.setUp = setUp;
        this.current = current;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "/") String returnTo, Model model) {
        if (setUp.isNobodyYet()) {
            return "redirect:/set-up";
        }
        if (current.id().isPresent()) {
            return "redirect:" + ReturnTo.safe(returnTo);
        }
        return page(new FormErrors(), returnTo, "", model);
    }

    /** The answer to a refused attempt; the filters forward here. */
    @PostMapping("/sign-in/refused")
    String refused(@RequestAttribute(name = WAIT_MINUTES, required = false) @Nullable Long waitMinutes,
            @RequestParam(defaultValue = "/") String returnTo, @RequestParam(defaultValue = "") String name, Model model) {
        var errors = new FormErrors();
        if (waitMinutes == null) {
            errors.add("name", "sign-in.refused");
        } else {
            errors.add("name", "sign-in.wait", waitMinutes);
        }
        return page(errors, returnTo, name, model);
    }

    private static String page(FormErrors errors, String returnTo, String name, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("returnTo", ReturnTo.safe(returnTo));
        model.addAttribute("name", name);
        return "access/sign-in";
    }
}
