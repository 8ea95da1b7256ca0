package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists and pages of providers, licences and services: what models refer to and everybody asks about. */
@Controller
class PartPages {

    /** Facts shown in the lists, by kind. */
    private static final Map<Kind, List<String>> COLUMNS = Map.of(
            Kind.PROVIDER, List.of("provider.legal_name", "provider.country", "provider.placing_entity_in_eu"),
            Kind.LICENCE, List.of("licence.permits_commercial_use"),
            Kind.SERVICE, List.of("service.kind", "service.data_location", "service.training_on_inputs"));

    /** Models named on the page of what they refer to; the list of models has them all. */
    private static final int MOST_MODELS = 24;

    private final ModelRegistry registry;
    private final FactSections sections;
    private final PartAnswers answers;
    private final Vocabulary vocabulary;

    PartPages(ModelRegistry registry, FactSections sections, PartAnswers answers, Vocabulary vocabulary) {
        this.registry = registry;
        this.sections = sections;
        this.answers = answers;
        this.vocabulary = vocabulary;
        COLUMNS.values().forEach(facts -> facts.forEach(vocabulary::get));
    }

    @GetMapping("/providers")
    String providers(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(Kind.PROVIDER, q, page, model);
    }

    @GetMapping("/licences")
    String licences(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(Kind.LICENCE, q, page, model);
    }

    @GetMapping("/services")
    String services(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(Kind.SERVICE, q, page, model);
    }

    private String list(Kind kind, String q, int page, Model model) {
        List<FactDeclaration> columns = COLUMNS.get(kind).stream().map(vocabulary::get).toList();
        String text = q.strip();
        PartList list = registry.parts(kind, text, COLUMNS.get(kind), page);
        model.addAttribute("kind", kind.code());
        model.addAttribute("path", RecordPaths.list(kind));
        model.addAttribute("text", text);
        model.addAttribute("columns", columns);
        model.addAttribute("list", list);
        model.addAttribute("rows", list.parts().stream().map(row -> shown(row, columns)).toList());
        return "registry/parts";
    }

    /** A row with its codes in words; an empty text stands for what is not known. */
    record Shown(PartList.Row row, List<String> cells) {}

    private static Shown shown(PartList.Row row, List<FactDeclaration> columns) {
        return new Shown(row, columns.stream().map(column -> String.join(", ",
                row.terms().getOrDefault(column.id(), List.of()).stream().map(term -> Saying.term(column, term)).toList())).toList());
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
