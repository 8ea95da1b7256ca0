package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of a model's family, and the same for programs. */
@Controller
@PreAuthorize("isAuthenticated()")
class LineagePages {

    private final Lineages lineages;
    private final Records records;

    LineagePages(Lineages lineages, Records records) {
        this.lineages = lineages;
        this.records = records;
    }

    @GetMapping("/models/{slug}/lineage")
    String family(@PathVariable String slug, Model page) {
        page.addAttribute("model", new RecordName(Kind.MODEL, slug, records.head(Kind.MODEL, slug).file().name()));
        page.addAttribute("family", lineages.of(slug));
        return "registry/lineage";
    }

    /** @param path page of the record, or null where the model has none */
    record Relative(String name, @Nullable String path, String relation) {}

    record Inherited(String fact, String value, String base, String relation) {}

    record Family(List<Relative> bases, List<Relative> derived, List<String> lifecycle, List<Inherited> inherited) {}

    @GetMapping(path = "/api/v1/models/{slug}/lineage", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Family forPrograms(@PathVariable String slug) {
        Lineages.Family family = lineages.of(slug);
        return new Family(family.bases().stream().map(LineagePages::relative).toList(), family.derived().stream().map(LineagePages::relative).toList(),
                family.lifecycle().stream().map(RecordName::slug).toList(),
                family.inherited().stream().map(one -> new Inherited(one.label(), one.value(), one.base().slug(), one.relation())).toList());
    }

    private static Relative relative(Lineages.Relative one) {
        return new Relative(one.name(), one.path(), one.relation());
    }
}
