package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps searches under a name, and lets their owner change or delete them. */
@Controller
@RequestMapping("/views")
class SavedViewPages {

    /** What a query of our addresses is made of. */
    private static final String QUERY = "([A-Za-z0-9._~=&-]|%[0-9A-Fa-f]{2})*";

    private final SavedViews views;

    SavedViewPages(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(@RequestParam String kind, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query, Model page,
            HttpServletResponse response, RedirectAttributes redirect) {
        Kind of = Kind.of(kind).filter(ListFields.KINDS::contains).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (!query.matches(QUERY)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        SavedViews.Saved saved = taken(() -> views.save(of, name, query));
        if (saved != SavedViews.Saved.DONE) {
            page.addAttribute("kind", of.code());
            page.addAttribute("query", query);
            page.addAttribute("back", RecordPaths.list(of) + (query.isEmpty() ? "" : "?" + query));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(saved, name, page, "registry/view-new");
        }
        Notice.on(redirect, "lists.view.saved", name.strip());
        return "redirect:" + RecordPaths.list(of) + "?" + (query.isEmpty() ? "view=none" : query);
    }

    @GetMapping("/{id}")
    String view(@PathVariable UUID id, Model page) {
        SavedViews.View view = own(id);
        page.addAttribute("view", view);
        page.addAttribute("name", view.name());
        page.addAttribute("errors", new FormErrors());
        return "registry/view";
    }

    @PostMapping("/{id}/rename")
    String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        SavedViews.View view = own(id);
        SavedViews.Saved saved = taken(() -> views.rename(view, name));
        if (saved != SavedViews.Saved.DONE) {
            page.addAttribute("view", view);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(saved, name, page, "registry/view");
        }
        Notice.on(redirect, "lists.view.renamed", name.strip());
        return "redirect:/views/" + id;
    }

    @PostMapping("/{id}/first")
    String first(@PathVariable UUID id, @RequestParam boolean first, RedirectAttributes redirect) {
        SavedViews.View view = own(id);
        views.openWith(view, first);
        Notice.on(redirect, first ? "lists.view.first" : "lists.view.not-first", view.name());
        return "redirect:/views/" + id;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        SavedViews.View view = own(id);
        views.delete(view);
        Notice.on(redirect, "lists.view.deleted", view.name());
        return "redirect:" + RecordPaths.list(view.kind());
    }

    private static SavedViews.Saved taken(Supplier<SavedViews.Saved> act) {
        try {
            return act.get();
        } catch (DuplicateKeyException e) {
            return SavedViews.Saved.NAME_TAKEN; // in another window, at the same moment
        }
    }

    private SavedViews.View own(UUID id) {
        return views.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String again(SavedViews.Saved saved, String name, Model page, String template) {
        var errors = new FormErrors();
        errors.add("name", "lists.view.problem." + saved.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        page.addAttribute("errors", errors);
        page.addAttribute("name", name);
        return template;
    }
}
