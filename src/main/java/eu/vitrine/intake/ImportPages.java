package eu.vitrine.intake;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page by which an officer brings record files in. */
@Controller
@RequestMapping("/imports")
@PreAuthorize("hasRole('OFFICER')")
class ImportPages {

    private final ModelRegistry registry;

    ImportPages(ModelRegistry registry) {
        this.registry = registry;
    }

    @GetMapping
    String form(Model page) {
        return shown(new FormErrors(), List.of(), page);
    }

    private static String shown(FormErrors errors, List<Problem> problems, Model page) {
        page.addAttribute("errors", errors);
        page.addAttribute("problems", problems);
        page.addAttribute("examples", ExampleFiles.NAMES);
        return "intake/imports";
    }

    /** Saves all files or none; what a record already says makes no revision. */
    @PostMapping
    String take(@RequestParam(required = false) @Nullable List<MultipartFile> files, Model page, HttpServletResponse response,
            RedirectAttributes redirect) throws IOException {
        var sources = sources(files);
        if (sources.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(new FormErrors().add("files", "import.files.missing"), List.of(), page);
        }
        try {
            return saved(registry.importRecords(sources), redirect);
        } catch (InvalidFile e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(new FormErrors().add("files", "import.files.wrong", e.problems().size()), e.problems(), page);
        }
    }

    private static List<Source> sources(@Nullable List<MultipartFile> files) throws IOException {
        var sources = new ArrayList<Source>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                sources.add(new Source(Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes()));
            }
        }
        return sources;
    }

    /** One record leads to its page; of several a list stands here. */
    private String saved(List<RevisionPin> written, RedirectAttributes redirect) {
        if (written.size() == 1) {
            RevisionPin pin = written.getFirst();
            Notice.on(redirect, "import.done.one", pin.slug(), pin.number());
            return "redirect:" + RecordName.pathOf(pin.kind(), pin.slug());
        }
        redirect.addFlashAttribute("written", written.stream().map(pin -> new Written(pin, RecordName.pathOf(pin.kind(), pin.slug()))).toList());
        Notice.on(redirect, written.isEmpty() ? "import.done.none" : "import.done", written.size());
        return "redirect:/imports";
    }

    /** A revision that was written, and the page of its record. */
    record Written(RevisionPin pin, String path) {}
}
