package eu.vitrine.assessment;

import eu.vitrine.registry.ModelRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our uses: the page of each with what we may do and what we owe. */
@Controller
@RequestMapping("/uses")
class UsePages {

    private final ModelRegistry registry;
    private final OurPage pages;
    private final AsStored asStored;

    UsePages(ModelRegistry registry, OurPage pages, AsStored asStored) {
        this.registry = registry;
        this.pages = pages;
        this.asStored = asStored;
    }

    @GetMapping("/{slug}")
    String use(@PathVariable String slug, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.newest(registry.use(slug), page));
    }

    @PostMapping("/{slug}/assess")
    String assess(@PathVariable String slug, RedirectAttributes redirect) {
        return pages.assess(registry.use(slug), redirect);
    }

    @GetMapping("/{slug}/assessments/{number}")
    String assessment(@PathVariable String slug, @PathVariable int number, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.numbered(registry.use(slug), number, page));
    }

    @GetMapping("/{slug}/assessments/{number}/findings/{policy}")
    String finding(@PathVariable String slug, @PathVariable int number, @PathVariable String policy, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.finding(registry.use(slug), number, policy, page));
    }
}
