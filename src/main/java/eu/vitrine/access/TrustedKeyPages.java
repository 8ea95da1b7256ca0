package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DuplicateKeyException;
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

/** The page on which an administrator says whose bundles are trusted. */
@Controller
@RequestMapping("/admin/bundle-keys")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class TrustedKeyPages {

    private final TrustedKeys keys;

    TrustedKeyPages(TrustedKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    String list(Model page) {
        return shown("", "", new FormErrors(), page);
    }

    @PostMapping
    String trust(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String key, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        if (name.isBlank() || name.strip().length() > TrustedKeys.LONGEST_NAME) {
            errors.add("name", "bundle.key.name.wrong", TrustedKeys.LONGEST_NAME);
        }
        if (TrustedKeys.fingerprint(key).isEmpty()) {
            errors.add("key", "bundle.key.wrong");
        } else if (!errors.any() && !trusted(name.strip(), key)) {
            errors.add("key", "bundle.key.known");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(name, key, errors, page);
        }
        Notice.on(redirect, "bundle.key.trusted", name.strip());
        return "redirect:/admin/bundle-keys";
    }

    private boolean trusted(String name, String key) {
        try {
            return keys.trust(name, key).isPresent();
        } catch (DuplicateKeyException e) {
            return false; // somebody else added the same key at the same moment
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable String id, RedirectAttributes redirect) {
        keys.revoke(id);
        Notice.on(redirect, "bundle.key.revoked");
        return "redirect:/admin/bundle-keys";
    }

    private String shown(String name, String key, FormErrors errors, Model page) {
        page.addAttribute("keys", keys.all());
        page.addAttribute("name", name);
        page.addAttribute("key", key);
        page.addAttribute("errors", errors);
        return "access/bundle-keys";
    }
}
