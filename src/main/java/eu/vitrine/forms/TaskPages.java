package eu.vitrine.forms;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The list of tasks of a form: every section, how far it is, and what lies there unsaved. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class TaskPages {

    private final Places places;
    private final Edits edits;
    private final Tasks tasks;
    private final FormPages pages;

    TaskPages(Places places, Edits edits, Tasks tasks, FormPages pages) {
        this.places = places;
        this.edits = edits;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** Leads to where a fact is asked. */
    @GetMapping({Places.RECORD + "/edit/question/{fact}", Places.OURSELVES + "/edit/question/{fact}"})
    String question(@PathVariable Map<String, String> path, @PathVariable String fact) {
        Place place = places.of(path);
        return pages.of(place.kind()).stream().filter(page -> page.asked().stream().anyMatch(one -> one.id().equals(fact))).findFirst()
                .map(page -> "redirect:" + place.edit(page.id()) + "#" + fact + ":answer")
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping({Places.RECORD + "/edit", Places.OURSELVES + "/edit"})
    String tasks(@PathVariable Map<String, String> path, Model model) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        List<Tasks.Task> all = tasks.of(place, changes);
        model.addAttribute("place", place);
        model.addAttribute("tasks", all);
        model.addAttribute("completed", (int) all.stream().filter(Tasks.Task::complete).count());
        model.addAttribute("changes", changes);
        model.addAttribute("first", tasks.first(place, changes));
        model.addAttribute("movedOn", changes.movedOn() ? changes.head().revision() : null);
        return "forms/tasks";
    }
}
