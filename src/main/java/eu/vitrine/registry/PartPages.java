package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of providers, licences and services: what models refer to and everybody asks about. */
@Controller
class PartPages {

    /** Models named on the page of what they refer to; the list of models has them all. */
    private static final int MOST_MODELS = 24;

    private final ModelRegistry registry;
    private final FactSections sections;
    private final PartAnswers answers;

    PartPages(ModelRegistry registry, FactSections sections, PartAnswers answers) {
        this.registry = registry;
        this.sections = sections;
        this.answers = answers;
    }

    @GetMapping("/providers/{slug}")
    String provider(@PathVariable String slug, Model model) {
        PartRecord part = registry.provider(slug);
        return page(part, answers.ofProvider(part.facts()), model);
    }

    @GetMapping("/licences/{slug}")
    String licence(@PathVariable String slug, Model model) {
        PartRecord part = registry.licence(slug);
        return page(part, answers.ofLicence(part.facts()), model);
    }

    @GetMapping("/services/{slug}")
    String service(@PathVariable String slug, Model model) {
        PartRecord part = registry.service(slug);
        return page(part, answers.ofService(part.facts()), model);
    }

    private String page(PartRecord part, PartAnswer answer, Model model) {
        model.addAttribute("kind", part.kind().code());
        model.addAttribute("path", RecordPaths.list(part.kind()));
        model.addAttribute("part", part);
        model.addAttribute("models", part.models().subList(0, Math.min(MOST_MODELS, part.models().size())));
        // The list of models has a filter of the same name for each of the three kinds.
        model.addAttribute("allModels", "/models?" + part.kind().code() + "=" + part.slug());
        model.addAttribute("uses", part.kind() == Kind.SERVICE ? registry.usesOf(Kind.SERVICE, part.slug()) : null);
        model.addAttribute("answer", answer);
        model.addAttribute("sections", sections.of(part.kind(), part.facts()));
        model.addAttribute("came", sections.came(part.kind(), part.slug()));
        model.addAttribute("revisions", registry.revisions(part.kind(), part.slug()));
        return "registry/part";
    }
}
