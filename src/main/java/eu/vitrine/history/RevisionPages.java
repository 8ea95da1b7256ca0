package eu.vitrine.history;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Records;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The revisions of a record: their list, each as it was, and any two side by side. */
@Controller
@RequestMapping({"/models/{slug}/revisions", "/providers/{slug}/revisions", "/licences/{slug}/revisions", "/services/{slug}/revisions",
    "/uses/{slug}/revisions", "/organisation/revisions"})
class RevisionPages {

    private final Records records;
    private final ModelRegistry registry;
    private final FactSections sections;
    private final Comparisons comparisons;
    private final EffectLinks links;
    private final CurrentActor current;

    RevisionPages(Records records, ModelRegistry registry, FactSections sections, Comparisons comparisons, EffectLinks links, CurrentActor current) {
        this.records = records;
        this.registry = registry;
        this.sections = sections;
        this.comparisons = comparisons;
        this.links = links;
        this.current = current;
    }

    @ModelAttribute("place")
    Place place(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug) {
        return Place.at(request.getRequestURI(), slug, records);
    }

    /** Officers alone bring earlier revisions back. */
    @ModelAttribute("mayRestore")
    boolean mayRestore() {
        return current.has(Role.OFFICER);
    }

    @GetMapping
    String list(@ModelAttribute("place") Place place, Model page) {
        page.addAttribute("head", records.head(place.kind(), place.slug()));
        page.addAttribute("revisions", registry.revisions(place.kind(), place.slug()));
        return "history/revisions";
    }

    /** The record as it was. */
    @GetMapping("/{number}")
    String revision(@ModelAttribute("place") Place place, @PathVariable int number, Model page) {
        Edition edition = records.revision(place.kind(), place.slug(), number);
        page.addAttribute("edition", edition);
        page.addAttribute("head", records.head(place.kind(), place.slug()));
        page.addAttribute("sections", sections.of(place.kind(), edition.facts()));
        page.addAttribute("isModel", place.kind() == Kind.MODEL);
        return "history/revision";
    }

    /**
     * @param from number of the first revision; the one before the second where it is missing
     * @param to number of the second revision; the present one where it is missing
     * @param only {@code findings} to see only what matters for an answer that changes
     */
    @GetMapping("/compare")
    String compare(@ModelAttribute("place") Place place, @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to, @RequestParam(defaultValue = "") String only, Model page) {
        int second = to != null ? to : records.head(place.kind(), place.slug()).pin().number();
        int first = from != null ? from : Math.max(1, second - 1);
        RecordComparison comparison = comparisons.of(place.kind(), place.slug(), first, second);
        page.addAttribute("revisions", registry.revisions(place.kind(), place.slug()));
        page.addAttribute("comparison", comparison);
        page.addAttribute("only", only.equals("findings"));
        page.addAttribute("changes", comparison.changes(only.equals("findings")));
        page.addAttribute("links", links.of(comparison.effect()));
        return "history/compare";
    }
}
