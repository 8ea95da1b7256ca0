package eu.vitrine.history;

import eu.vitrine.registry.Records;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing an earlier revision back: what that changes is shown first, and why it is done is asked. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
@RequestMapping({"/models/{slug}/revisions/{number}/restore", "/providers/{slug}/revisions/{number}/restore",
    "/licences/{slug}/revisions/{number}/restore", "/services/{slug}/revisions/{number}/restore", "/uses/{slug}/revisions/{number}/restore",
    "/organisation/revisions/{number}/restore"})
class RestorePages {

    /** As many characters as the log keeps of a reason. */
    static final int LONGEST_REASON = 1000;

    private final Records records;
    private final Comparisons comparisons;
    private final EffectLinks links;

    RestorePages(Records records, Comparisons comparisons, EffectLinks links) {
        this.records = records;
        this.comparisons = comparisons;
        this.links = links;
    }

    @ModelAttribute("place")
    Place place(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug) {
        return Place.at(request.getRequestURI(), slug, records);
    }

    @GetMapping
    String confirm(@ModelAttribute("place") Place place, @PathVariable int number, Model page) {
        return shown(place, number, "", new FormErrors(), page);
    }

    private String shown(Place place, int number, String reason, FormErrors errors, Model page) {
        int head = records.head(place.kind(), place.slug()).pin().number();
        RecordComparison comparison = comparisons.of(place.kind(), place.slug(), head, number);
        page.addAttribute("number", number);
        page.addAttribute("comparison", comparison);
        page.addAttribute("changes", comparison.changes(false));
        page.addAttribute("links", links.of(comparison.effect()));
        page.addAttribute("reason", reason);
        page.addAttribute("errors", errors);
        return "history/restore";
    }

    /** @param expected the revision that was the head when the person looked */
    @PostMapping
    String restore(@ModelAttribute("place") Place place, @PathVariable int number, @RequestParam(required = false) @Nullable Integer expected,
            @RequestParam(defaultValue = "") String reason, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        FormErrors errors = new FormErrors();
        if (reason.isBlank()) {
            errors.add("reason", "history.restore.reason.missing");
        } else if (reason.strip().length() > LONGEST_REASON) {
            errors.add("reason", "history.restore.reason.long", LONGEST_REASON);
        }
        if (errors.any() || expected == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(place, number, reason, errors, page);
        }
        try {
            Optional<RevisionPin> written = records.restore(place.kind(), place.slug(), number, expected, reason.strip());
            Notice.on(redirect, written.isPresent() ? "history.restored" : "history.restored.same", number, written.map(RevisionPin::number).orElse(expected));
            return "redirect:" + place.revisions();
        } catch (StaleRevision e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("number", number);
            page.addAttribute("reason", reason);
            page.addAttribute("stale", e);
            return "history/stale";
        }
    }
}
