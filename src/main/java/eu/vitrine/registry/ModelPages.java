package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of models. The page of a model stands two floors up, because it shows what was found about the model. */
@Controller
class ModelPages {

    private final ModelRegistry registry;
    private final ModelFilters filters;
    private final FactDeclaration weights;
    private final ObjectProvider<ModelListColumns> columns;

    ModelPages(ModelRegistry registry, ModelFilters filters, Vocabulary vocabulary, ObjectProvider<ModelListColumns> columns) {
        this.registry = registry;
        this.filters = filters;
        this.weights = vocabulary.get(ModelQuery.WEIGHTS);
        this.columns = columns;
    }

    /**
     * @param q words to find
     * @param page from 1
     * @param all every parameter, among them the filters
     */
    @GetMapping("/models")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> all, Model model) {
        ModelSearch search = filters.read(all, q, page);
        ModelList list = registry.search(search);
        model.addAttribute("search", search);
        model.addAttribute("list", list);
        model.addAttribute("rows", list.models().stream().map(this::shown).toList());
        model.addAttribute("everything", search.isEverything() ? list.total() : registry.search(ModelSearch.ALL).total());
        model.addAttribute("filters", filters.offered(search));
        model.addAttribute("withoutText", filters.address(new ModelSearch("", search.filters(), 1)));
        model.addAttribute("previous", search.page() > 1 ? filters.address(onPage(search, search.page() - 1)) : null);
        model.addAttribute("next", list.hasNext() ? filters.address(onPage(search, search.page() + 1)) : null);
        more(list, model);
        return "registry/models";
    }

    private void more(ModelList list, Model model) {
        ModelListColumns further = columns.getIfAvailable();
        model.addAttribute("columns", further == null ? List.of() : further.columns());
        model.addAttribute("cells", further == null ? Map.of() : further.cells(list.models().stream().map(row -> row.model().slug()).toList()));
    }

    private static ModelSearch onPage(ModelSearch search, int page) {
        return new ModelSearch(search.text(), search.filters(), page);
    }

    /** A row with its codes in words; an empty text stands for what is not known. */
    record Shown(ModelList.Row row, String country, String weights) {}

    private Shown shown(ModelList.Row row) {
        return new Shown(row, row.country() == null ? "" : Saying.country(row.country()),
                row.weights() == null ? "" : Saying.term(weights, row.weights()));
    }
}
