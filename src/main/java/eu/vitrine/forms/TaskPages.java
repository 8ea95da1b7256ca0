package eu.vitrine.forms;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.web.FormErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of tasks of a form: every section, how far it is, and what lies there unsaved. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class TaskPages {

    private final Places places;
    private final FormPages pages;
    private final Drafts drafts;
    private final Completed completed;
    private final Edits edits;

    TaskPages(Places places, FormPages pages, Drafts drafts, Completed completed, Edits edits) {
        this.places = places;
        this.pages = pages;
        this.drafts = drafts;
        this.completed = completed;
        this.edits = edits;
    }

    /**
     * One section in the list.
     *
     * @param answered how many of its questions have an answer, the unsaved ones included
     * @param asked how many questions make sense
     * @param draft when the person's unsaved input was kept, or null
     * @param wrong whether something in the unsaved input has to be mended
     */
    record Task(FormPage page, int answered, int asked, boolean complete, @Nullable Instant draft, boolean wrong) {

        public boolean isStarted() {
            return answered > 0 || page.isName();
        }
    }

    @GetMapping({Places.RECORD + "/edit", Places.OURSELVES + "/edit"})
    String tasks(@PathVariable Map<String, String> path, Model model) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        Facts facts = changes.merged(Set.of());
        Set<String> complete = completed.of(place.kind(), place.slug());
        List<Task> tasks = pages.of(place.kind()).stream().filter(page -> page.isName() || !page.asked().isEmpty())
                .map(page -> task(page, facts, complete, changes)).toList();
        model.addAttribute("place", place);
        model.addAttribute("tasks", tasks);
        model.addAttribute("completed", (int) tasks.stream().filter(Task::complete).count());
        model.addAttribute("changes", changes);
        model.addAttribute("movedOn", changes.movedOn() ? changes.head().revision() : null);
        return "forms/tasks";
    }

    private Task task(FormPage page, Facts facts, Set<String> complete, Changes changes) {
        List<FactDeclaration> asked = page.asked().stream().filter(fact -> edits.asks(fact, facts)).toList();
        int answered = (int) asked.stream().filter(fact -> isAnswered(facts.get(fact.id()))).count();
        Instant draft = changes.drafts().stream().filter(one -> one.page().equals(page.id())).map(Draft::savedAt).findFirst().orElse(null);
        return new Task(page, answered, asked.size(), complete.contains(page.id()), draft, changes.wrong().getOrDefault(page, new FormErrors()).any());
    }

    /** Whether somebody has said anything, be it that nothing was found. */
    static boolean isAnswered(Fact fact) {
        return fact.state() != State.UNKNOWN || fact.claim().note() != null || fact.claim().sourceUrl() != null;
    }
}
