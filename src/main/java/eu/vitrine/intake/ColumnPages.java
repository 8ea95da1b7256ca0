package eu.vitrine.intake;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.TableColumns;
import eu.vitrine.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person says what the columns of a table hold. */
@Controller
@RequestMapping("/imports/{id}/columns")
@PreAuthorize("hasRole('OFFICER')")
class ColumnPages {

    private final Uploads uploads;
    private final Imports imports;
    private final Vocabulary vocabulary;

    ColumnPages(Uploads uploads, Imports imports, Vocabulary vocabulary) {
        this.uploads = uploads;
        this.imports = imports;
        this.vocabulary = vocabulary;
    }

    /** One column with what it holds. */
    record Column(int number, String header, List<String> values, String target) {}

    /** @param kind kind of record to begin anew for, or null */
    @GetMapping
    String columns(@PathVariable UUID id, @RequestParam(required = false) @Nullable String kind, Model page) {
        Kind asKind = kind == null ? null : Kind.of(kind).orElse(null);
        Uploads.Columns columns;
        try {
            columns = uploads.columns(id, asKind);
        } catch (InvalidFile e) {
            return "redirect:" + ImportPages.path(id);
        }
        return shown(id, columns.columns(), columns, new FormErrors(), List.of(), page);
    }

    private String shown(UUID id, TableColumns chosen, Uploads.Columns columns, FormErrors errors, List<String> problems, Model page) {
        var shown = new ArrayList<Column>();
        for (int i = 0; i < columns.samples().size(); i++) {
            String target = i < chosen.targets().size() ? chosen.targets().get(i) : "";
            shown.add(new Column(i + 1, columns.samples().get(i).header(), columns.samples().get(i).values(), target));
        }
        page.addAttribute("job", imports.get(id));
        page.addAttribute("columns", shown);
        page.addAttribute("kind", chosen.kind());
        page.addAttribute("kinds", Kind.values());
        page.addAttribute("choices", TableColumns.choices(vocabulary, chosen.kind()));
        page.addAttribute("errors", errors);
        page.addAttribute("problems", problems);
        page.addAttribute("read", shown.stream().filter(column -> !column.target().isEmpty()).count());
        return "intake/columns";
    }

    @PostMapping
    String choose(@PathVariable UUID id, @RequestParam String kind, @RequestParam MultiValueMap<String, String> fields, Model page,
            HttpServletResponse response) {
        Kind of = Kind.of(kind).orElse(Kind.MODEL);
        List<String> targets = new ArrayList<>();
        for (int i = 1; fields.containsKey("column-" + i); i++) {
            targets.add(String.valueOf(fields.getFirst("column-" + i)).strip());
        }
        TableColumns chosen = new TableColumns(of, targets);
        List<String> problems = uploads.choose(id, chosen);
        if (problems.isEmpty()) {
            return "redirect:" + ImportPages.path(id);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormErrors errors = new FormErrors();
        problems.forEach(problem -> errors.add("column-1", "import.columns.wrong", problem));
        return shown(id, chosen, uploads.columns(id, null), errors, problems, page);
    }
}
