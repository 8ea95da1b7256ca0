package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Setting up one's second factor, and its recovery codes, which are shown once. */
@Controller
@RequestMapping("/account")
@PreAuthorize("isAuthenticated()")
class SecondFactorPages {

    private static final String CODES = "codes";

    private final SecondFactors factors;
    private final Sessions sessions;
    private final UserRepository users;

    SecondFactorPages(SecondFactors factors, Sessions sessions, UserRepository users) {
        this.factors = factors;
        this.sessions = sessions;
        this.users = users;
    }

    @PostMapping("/second-factor")
    String begin() {
        factors.begin(person().id());
        return "redirect:/account/second-factor";
    }

    @GetMapping("/second-factor")
    String setUp(Model page) {
        return shown(new FormErrors(), page);
    }

    @PostMapping("/second-factor/confirm")
    String confirm(@RequestParam(defaultValue = "") String code, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        SignedInPerson person = person();
        Optional<List<String>> codes = factors.confirm(person, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(new FormErrors().add("code", "account.factor.code.wrong"), page);
        }
        sessions.endOthers(person);
        Notice.on(redirect, "account.factor.done");
        redirect.addFlashAttribute(CODES, codes.get());
        return "redirect:/account/recovery-codes";
    }

    @PostMapping("/recovery-codes")
    String renew(RedirectAttributes redirect) {
        factors.renewRecoveryCodes(person()).ifPresent(codes -> {
            Notice.on(redirect, "account.codes.renewed");
            redirect.addFlashAttribute(CODES, codes);
        });
        return "redirect:/account/recovery-codes";
    }

    /** Asked for a second time it has nothing to show any more. */
    @GetMapping("/recovery-codes")
    String codes(Model page) {
        return page.containsAttribute(CODES) ? "access/recovery-codes" : "redirect:/account";
    }

    private String shown(FormErrors errors, Model page) {
        Optional<byte[]> secret = factors.pending(person().id());
        if (secret.isEmpty()) {
            return "redirect:/account";
        }
        String text = Base32.toBase32String(secret.get());
        page.addAttribute("secret", text.replaceAll("(.{4})(?=.)", "$1 "));
        page.addAttribute("picture", QrPicture.of(address(text)));
        page.addAttribute("errors", errors);
        return "access/second-factor";
    }

    /** What apps read from the picture; the form that all of them know. */
    private String address(String secret) {
        String name = users.findById(person().id()).orElseThrow().summary().signInName();
        return "otpauth://totp/Vitrine:" + UriUtils.encode(name, StandardCharsets.UTF_8) + "?secret=" + secret + "&issuer=Vitrine&algorithm=SHA1&digits="
                + Totp.DIGITS + "&period=" + Totp.SECONDS;
    }

    private static SignedInPerson person() {
        return CurrentActor.person().orElseThrow();
    }
}
