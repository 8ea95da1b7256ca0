package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.RecordName;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person says which model a file is about that does not say it, or that fits two. */
@Controller
@RequestMapping("/imports/{id}/about")
@PreAuthorize("hasRole('OFFICER')")
class AboutPages {

    private static final int SHOWN = 50;

    private final Uploads uploads;
    private final Imports imports;
    private final FoundRecords found;

    AboutPages(Uploads uploads, Imports imports, FoundRecords found) {
        this.uploads = uploads;
        this.imports = imports;
        this.found = found;
    }

    /** @param search words by which models are listed */
    @GetMapping
    String choose(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model page) {
        ImportJob job = imports.own(id);
        String words = search.length() > 200 ? search.substring(0, 200) : search.strip();
        List<RecordName> models = found.like(Kind.MODEL, words, SHOWN + 1);
        page.addAttribute("job", job);
        page.addAttribute("search", words);
        page.addAttribute("models", models.stream().limit(SHOWN).toList());
        page.addAttribute("more", models.size() > SHOWN);
        return "intake/about";
    }

    /** @param record slug of the model; one that is not there leads back to the list */
    @PostMapping
    String about(@PathVariable UUID id, @RequestParam(defaultValue = "") String record) {
        imports.own(id);
        if (!found.isThere(Kind.MODEL, record)) {
            return "redirect:" + ImportPages.path(id) + "/about";
        }
        uploads.about(id, record);
        return "redirect:" + ImportPages.path(id);
    }
}
