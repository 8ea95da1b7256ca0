package eu.vitrine.assessment;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a policy author sees what a draft would say about a model, beside what the set in force says. */
@Controller
@RequestMapping("/policies/try")
@PreAuthorize(PolicySets.AUTHORS)
class TryOutPages {

    private static final int MOST_PROBLEMS = 200;
    private static final int SUGGESTED = 300;

    private final TryOut tryOut;
    private final PolicySets sets;
    private final ModelRegistry registry;
    private final AsOf days;

    TryOutPages(TryOut tryOut, PolicySets sets, ModelRegistry registry, AsOf days) {
        this.tryOut = tryOut;
        this.sets = sets;
        this.registry = registry;
        this.days = days;
    }

    /** What is asked: a model and a day. */
    record Form(@Nullable String model, @Nullable String asOf) {

        static Form of(@Nullable String model, @Nullable String asOf) {
            return new Form(model == null ? "" : model.strip(), asOf == null ? "" : asOf.strip());
        }
    }

    @ModelAttribute("mayReadPolicies")
    boolean mayReadPolicies() {
        return true;
    }

    @GetMapping
    String proposed(@RequestParam(required = false) @Nullable Integer set, @RequestParam(required = false) @Nullable String model,
            @RequestParam(name = AsOf.FIELD, required = false) @Nullable String asOf, Model page) {
        Form form = Form.of(model, asOf);
        FormErrors errors = new FormErrors();
        if (set != null && model != null) {
            LocalDate day = checked(form, errors);
            if (!errors.any()) {
                page.addAttribute("tried", tryOut.proposed(set, String.valueOf(form.model()), day));
            }
        }
        return page(form, set, errors, List.of(), page);
    }

    @PostMapping
    String uploaded(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String model,
            @RequestParam(name = AsOf.FIELD, required = false) @Nullable String asOf, Model page, HttpServletResponse response) throws IOException {
        Form form = Form.of(model, asOf);
        FormErrors errors = new FormErrors();
        if (file == null || file.isEmpty()) {
            errors.add("file", "sets.file.missing");
        }
        LocalDate day = checked(form, errors);
        List<Problem> problems = List.of();
        if (file != null && !errors.any()) {
            try {
                page.addAttribute("tried", tryOut.uploaded(file.getBytes(), String.valueOf(form.model()), day));
            } catch (InvalidFile e) {
                errors.add("file", "sets.file.broken");
                problems = e.problems();
            }
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return page(form, null, errors, problems, page);
    }

    private LocalDate checked(Form form, FormErrors errors) {
        if (!tryOut.knows(String.valueOf(form.model()))) {
            errors.add("model", "try.model.unknown");
        }
        return days.read(form.asOf(), errors);
    }

    private String page(Form form, @Nullable Integer set, FormErrors errors, List<Problem> problems, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("set", set);
        page.addAttribute("errors", errors);
        page.addAttribute("problems", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        page.addAttribute("problemCount", problems.size());
        page.addAttribute("inForce", sets.get(sets.inForce().orElseThrow()));
        page.addAttribute("proposals", sets.all());
        page.addAttribute("models", registry.all(Kind.MODEL).stream().limit(SUGGESTED).toList());
        return "assessment/try";
    }
}
