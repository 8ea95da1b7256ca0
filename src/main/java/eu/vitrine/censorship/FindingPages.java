package eu.vitrine.censorship;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.evidence.NoSuchEvidence;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was tested of a model and what others report, and the pages of each finding. */
@Controller
@RequestMapping("/models/{slug}/findings")
@PreAuthorize("isAuthenticated()")
class FindingPages {

    private final Findings findings;
    private final Records records;
    private final CurrentActor current;
    private final FindingWords words;
    private final FactDeclaration coverage;

    FindingPages(Findings findings, Records records, CurrentActor current, FindingWords words, Vocabulary vocabulary) {
        this.findings = findings;
        this.records = records;
        this.current = current;
        this.words = words;
        this.coverage = vocabulary.get(Coverage.FACT);
    }

    @GetMapping
    String all(@PathVariable String slug, Model page) {
        Edition model = named(slug, page);
        List<BehaviourFinding> censorship = findings.of(slug, PublishedFinding.Family.CENSORSHIP);
        page.addAttribute("coverage", Coverage.of(model.facts().get(Coverage.FACT), censorship));
        page.addAttribute("words", Coverage.words(coverage));
        page.addAttribute("censorship", censorship);
        page.addAttribute("security", findings.of(slug, PublishedFinding.Family.SECURITY));
        page.addAttribute("mayWrite", current.has(Role.OFFICER));
        return "censorship/findings";
    }

    @GetMapping("/new")
    @PreAuthorize("hasRole('OFFICER')")
    String blank(@PathVariable String slug, @RequestParam(defaultValue = "CENSORSHIP") String family, Model page) {
        return form(slug, null, Map.of("family", family, "applicability", PublishedFinding.Applicability.SAME_FAMILY.name()), new FormErrors(), page);
    }

    @PostMapping
    @PreAuthorize("hasRole('OFFICER')")
    String add(@PathVariable String slug, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        var errors = new FormErrors();
        Optional<Statement> said = FindingForm.read(typed, errors);
        if (said.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(slug, null, typed, errors, page);
        }
        UUID id;
        try {
            id = findings.add(slug, said.get());
        } catch (NoSuchEvidence e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(slug, null, typed, errors.add("evidence", "censorship.evidence.missing"), page);
        }
        Notice.on(redirect, "censorship.added");
        return "redirect:/models/" + slug + "/findings/" + id;
    }

    @GetMapping("/{id}")
    String one(@PathVariable String slug, @PathVariable UUID id, Model page) {
        named(slug, page);
        BehaviourFinding found = of(slug, id);
        page.addAttribute("finding", found);
        page.addAttribute("missing", found.said().missing());
        page.addAttribute("own", current.id().filter(me -> found.writers().contains(me.value().toString())).isPresent());
        page.addAttribute("mayWrite", current.has(Role.OFFICER));
        page.addAttribute("mayReview", current.has(Role.OFFICER) || current.has(Role.APPROVER));
        page.addAttribute("mayDispute", current.has(Role.OFFICER) || current.has(Role.APPROVER) || current.has(Role.AUDITOR));
        page.addAttribute("others", findings.of(slug, found.said().family()).stream().filter(other -> other.status().stands() && !other.id().equals(id)).toList());
        return "censorship/finding";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasRole('OFFICER')")
    String edit(@PathVariable String slug, @PathVariable UUID id, Model page) {
        BehaviourFinding found = of(slug, id);
        var texts = FindingForm.of(found.said());
        texts.put("version", Integer.toString(found.version()));
        return form(slug, found, texts, new FormErrors(), page);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasRole('OFFICER')")
    String revise(@PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam int version, Model page,
            HttpServletResponse response, RedirectAttributes redirect) {
        BehaviourFinding found = of(slug, id);
        var errors = new FormErrors();
        Optional<Statement> said = FindingForm.read(typed, errors);
        if (said.isPresent()) {
            try {
                findings.revise(id, version, said.get(), typed.getOrDefault("reason", "").isBlank() ? null : typed.get("reason").strip());
                Notice.on(redirect, "censorship.revised");
                return "redirect:/models/" + slug + "/findings/" + id;
            } catch (NoSuchEvidence e) {
                errors.add("evidence", "censorship.evidence.missing");
            } catch (FindingRefused e) {
                errors.add("statement", e.key());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(slug, found, typed, errors, page);
    }

    /** @param act review, dispute, withdraw or supersede */
    @PostMapping("/{id}/{act}")
    String act(@PathVariable String slug, @PathVariable UUID id, @PathVariable String act, @RequestParam int version,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String by, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        of(slug, id);
        String why = reason.strip();
        if (!act.equals("review") && why.isEmpty()) {
            return refused(slug, id, "reason", "censorship.reason.needed", page, response);
        }
        try {
            switch (act) {
                case "review" -> findings.review(id, version);
                case "dispute" -> findings.dispute(id, version, why);
                case "withdraw" -> findings.withdraw(id, version, why);
                case "supersede" -> findings.supersede(id, version, UUID.fromString(by), why);
                default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        } catch (FindingRefused e) {
            return refused(slug, id, "acts", e.key(), page, response);
        } catch (IllegalArgumentException e) {
            return refused(slug, id, "by", "censorship.refused.successor", page, response);
        }
        Notice.on(redirect, "censorship.did." + act);
        return "redirect:/models/" + slug + "/findings/" + id;
    }

    private String refused(String slug, UUID id, String field, String key, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("errors", new FormErrors().add(field, key));
        return one(slug, id, page);
    }

    private BehaviourFinding of(String slug, UUID id) {
        BehaviourFinding found = findings.one(id);
        if (!found.model().equals(slug)) {
            throw new NoSuchFinding(id);
        }
        return found;
    }

    private Edition named(String slug, Model page) {
        Edition model = records.head(Kind.MODEL, slug);
        page.addAttribute("model", new RecordName(Kind.MODEL, slug, model.file().name()));
        if (!page.containsAttribute("errors")) {
            page.addAttribute("errors", new FormErrors());
        }
        return model;
    }

    private String form(String slug, @Nullable BehaviourFinding found, Map<String, String> typed, FormErrors errors, Model page) {
        page.addAttribute("errors", errors);
        named(slug, page);
        var texts = new LinkedHashMap<String, String>();
        FindingForm.FIELDS.forEach(field -> texts.put(field, typed.getOrDefault(field, "")));
        page.addAttribute("finding", found);
        page.addAttribute("typed", texts);
        page.addAttribute("version", typed.getOrDefault("version", "0"));
        page.addAttribute("reason", typed.getOrDefault("reason", ""));
        page.addAttribute("families", words.families());
        page.addAttribute("kinds", words.kinds());
        page.addAttribute("nearness", words.nearness());
        page.addAttribute("groups", words.groups());
        page.addAttribute("behaviours", words.behaviours());
        return "censorship/form";
    }
}
