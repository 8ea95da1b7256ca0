package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.ReturnTo;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page that asks a person signed in for password or code once more. */
@Controller
@PreAuthorize("isAuthenticated()")
class ConfirmPages {

    private final Confirmation confirmation;
    private final Entrance entrance;

    ConfirmPages(Confirmation confirmation, Entrance entrance) {
        this.confirmation = confirmation;
        this.entrance = entrance;
    }

    /** A field of the form that is sent on. */
    record Field(String name, String value) {}

    /** Before a page that wants it. */
    @GetMapping("/confirm")
    String confirm(@RequestParam(defaultValue = "/") String returnTo, Model page) {
        return shown("/confirm", List.of(new Field("returnTo", ReturnTo.safe(returnTo))), new FormErrors(), page);
    }

    @PostMapping("/confirm")
    String confirm(@RequestParam(defaultValue = "/") String returnTo, @RequestParam(name = StepUp.FIELD, defaultValue = "") String typed, Model page,
            HttpServletRequest request, HttpServletResponse response) {
        SignedInPerson person = CurrentActor.person().orElseThrow();
        var errors = new FormErrors();
        try {
            if (confirmation.isRight(person.id(), confirmation.means(person.id()), typed, request.getRemoteAddr())) {
                entrance.confirmed(request, response, person);
                return "redirect:" + ReturnTo.safe(returnTo);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors.add(StepUp.FIELD, refused(person));
        } catch (TooManyAttempts e) {
            errors.add(StepUp.FIELD, "sign-in.wait", StepUp.waitOf(e, response));
        }
        return shown("/confirm", List.of(new Field("returnTo", ReturnTo.safe(returnTo))), errors, page);
    }

    /** In the place of an act that wants it; {@link StepUp} forwards here. */
    @PostMapping("/confirm/asked")
    String asked(@RequestAttribute(name = StepUp.REFUSED, required = false) @Nullable Boolean refused,
            @RequestAttribute(name = StepUp.WAIT_MINUTES, required = false) @Nullable Long wait, HttpServletRequest request, Model page) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String target)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var errors = new FormErrors();
        if (wait != null) {
            errors.add(StepUp.FIELD, "sign-in.wait", wait);
        } else if (refused != null) {
            errors.add(StepUp.FIELD, refused(CurrentActor.person().orElseThrow()));
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(StepUp.FIELD) && !name.equals("_csrf")) {
                List.of(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return shown(target, fields, errors, page);
    }

    private String refused(SignedInPerson person) {
        return confirmation.means(person.id()) == Confirmation.Means.CODE ? "confirm.code.wrong" : "confirm.password.wrong";
    }

    private String shown(String target, List<Field> fields, FormErrors errors, Model page) {
        SignedInPerson person = CurrentActor.person().orElseThrow();
        page.addAttribute("target", target);
        page.addAttribute("fields", fields);
        page.addAttribute("byCode", confirmation.means(person.id()) == Confirmation.Means.CODE);
        page.addAttribute("minutes", StepUp.VALIDITY.toMinutes());
        page.addAttribute("errors", errors);
        return "access/confirm";
    }
}
