package eu.vitrine.intake;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.NotCarried;
import eu.vitrine.formats.RecordSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that says what can be taken out, in which format, and what each format cannot carry. */
@Controller
@PreAuthorize("isAuthenticated()")
class ExportPages {

    private static final List<String> LISTS = List.of("models", "providers", "licences", "services", "uses", "organisation");

    private final Vocabulary vocabulary;
    private final Exports exports;

    ExportPages(Vocabulary vocabulary, Exports exports) {
        this.vocabulary = vocabulary;
        this.exports = exports;
    }

    /** A format of others, by its message key, with the files it comes in and what it cannot carry of a model. */
    record OfOthers(String key, List<String> suffixes, List<Lost> lost) {}

    /** @param label what is lost, for people */
    record Lost(String label, boolean kept, String reason) {}

    /** One model in every format, with what each format of others loses of it. */
    @GetMapping("/models/{slug}/export")
    String model(@PathVariable String slug, Model page) {
        page.addAttribute("slug", slug);
        page.addAttribute("name", exports.record(Kind.MODEL, slug).name());
        page.addAttribute("ours", List.of(ExportShape.YAML.suffix(), ExportShape.JSON.suffix(), ExportShape.CSV.suffix(), ExportShape.XLSX.suffix()));
        OwnKnowledge.Public known = exports.ownKnowledge(slug);
        page.addAttribute("own", known.leftOut().stream().map(this::label).toList());
        page.addAttribute("remarks", known.remarks());
        page.addAttribute("others", List.of(
                new OfOthers("cyclonedx", List.of(ExportShape.CYCLONEDX_JSON.suffix(), ExportShape.CYCLONEDX_XML.suffix()), lost(ExportShape.CYCLONEDX_JSON, slug)),
                new OfOthers("spdx", List.of(ExportShape.SPDX.suffix()), lost(ExportShape.SPDX, slug))));
        return "intake/export";
    }

    private List<Lost> lost(ExportShape shape, String slug) {
        return exports.ofOthers(shape, slug, false).notCarried().stream().map(one -> new Lost(label(one), one.kept(), one.reason())).toList();
    }

    private String label(NotCarried one) {
        String fact = vocabulary.find(one.fact()).map(FactDeclaration::label).orElse(one.fact());
        return one.part() == null ? fact : fact + " (" + one.part() + ")";
    }

    @GetMapping("/exports")
    String formats(Model page) {
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<String> facts = RecordSheet.leftOut(vocabulary, kind);
            if (!facts.isEmpty()) {
                leftOut.put(kind.code(), facts);
            }
        }
        page.addAttribute("lists", LISTS);
        page.addAttribute("shapes", List.of(ExportShape.CSV.suffix(), ExportShape.XLSX.suffix(), ExportShape.YAML.suffix(), ExportShape.JSON.suffix()));
        page.addAttribute("leftOut", leftOut);
        return "intake/exports";
    }
}
