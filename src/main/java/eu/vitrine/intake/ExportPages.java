package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.RecordSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says what can be taken out, in which format, and what each format cannot carry. */
@Controller
@PreAuthorize("isAuthenticated()")
class ExportPages {

    private static final List<String> LISTS = List.of("models", "providers", "licences", "services", "uses", "organisation");

    private final Vocabulary vocabulary;

    ExportPages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
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
