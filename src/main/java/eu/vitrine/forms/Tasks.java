package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.registry.FirstQuestions;
import eu.vitrine.registry.Readiness;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far each section of a form is. */
@Component
class Tasks {

    private final FormPages pages;
    private final Completed completed;
    private final Edits edits;
    private final FirstQuestions first;

    Tasks(FormPages pages, Completed completed, Edits edits, FirstQuestions first) {
        this.pages = pages;
        this.completed = completed;
        this.edits = edits;
        this.first = first;
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

    /** Every section that asks something, in order. */
    List<Task> of(Place place, Changes changes) {
        Facts facts = changes.merged(Set.of());
        Set<String> complete = completed.of(place.kind(), place.slug());
        return pages.of(place.kind()).stream().filter(page -> page.isName() || !page.asked().isEmpty())
                .map(page -> task(page, facts, complete, changes)).toList();
    }

    /** How far the questions are that an assessment needs first, the unsaved answers included. */
    Readiness.Part first(Place place, Changes changes) {
        return first.about(new RecordName(place.kind(), place.slug(), place.name()), changes.merged(Set.of()));
    }

    private Task task(FormPage page, Facts facts, Set<String> complete, Changes changes) {
        List<FactDeclaration> asked = page.asked().stream().filter(fact -> edits.asks(fact, facts)).toList();
        int answered = (int) asked.stream().filter(fact -> FirstQuestions.isAnswered(facts.get(fact.id()).claim())).count();
        Instant draft = changes.drafts().stream().filter(one -> one.page().equals(page.id())).map(Draft::savedAt).findFirst().orElse(null);
        return new Task(page, answered, asked.size(), complete.contains(page.id()), draft, changes.wrong().containsKey(page));
    }
}
