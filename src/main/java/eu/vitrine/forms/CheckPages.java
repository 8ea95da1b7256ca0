package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.registry.FactSection;
import eu.vitrine.registry.FirstQuestions;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checking one's answers, choosing where a colleague has answered otherwise meanwhile, and the one save. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class CheckPages {

    private static final String CHOICE = "choice:";

    private final Places places;
    private final FormPages pages;
    private final Edits edits;
    private final SectionView view;

    CheckPages(Places places, FormPages pages, Edits edits, SectionView view) {
        this.places = places;
        this.pages = pages;
        this.edits = edits;
        this.view = view;
    }

    /**
     * A line of the page: a fact or an attribute as it was, as it is and as the person says.
     *
     * @param id id of the fact, or the attribute behind {@code @}
     * @param labelKey message of the label of an attribute, or null for a fact
     * @param page id of the page on which it is answered
     */
    record Line(String id, @Nullable String labelKey, String label, String page, Side before, Side now, Side mine) {

        /** Where on its page it is asked. */
        public String anchor() {
            return labelKey == null ? id + ":answer" : "record:" + id.substring(1);
        }
    }

    /**
     * One side of a line: a fact in words, or the words of an attribute.
     *
     * @param asked whether somebody was asked and does not know
     */
    record Side(FactSection.@Nullable Said said, String words, boolean asked) {

        static Side of(String words) {
            return new Side(null, words, false);
        }
    }

    /** The answers of a section that nobody has given. */
    record Missing(FormPage page, List<FactDeclaration> facts) {}

    @GetMapping({Places.RECORD + "/edit/check", Places.OURSELVES + "/edit/check"})
    String check(@PathVariable Map<String, String> path, Model model) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        if (!changes.conflicts().isEmpty()) {
            return "redirect:" + place.edit("conflict");
        }
        return show(place, changes, "", new FormErrors(), model);
    }

    private String show(Place place, Changes changes, String reason, FormErrors errors, Model model) {
        changes.wrong().forEach((page, wrong) -> errors.add("wrong-" + page.id(), "forms.wrong.page", page.isName() ? "Name" : page.label()));
        model.addAttribute("place", place);
        model.addAttribute("changes", changes);
        model.addAttribute("lines", lines(changes));
        model.addAttribute("missing", missing(changes));
        model.addAttribute("movedOn", changes.movedOn() ? changes.head().revision() : null);
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", changes.wrong());
        model.addAttribute("errors", errors);
        return "forms/check";
    }

    @PostMapping({Places.RECORD + "/edit/check", Places.OURSELVES + "/edit/check"})
    String save(@PathVariable Map<String, String> path, @RequestParam int head, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String then, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        if (!changes.conflicts().isEmpty()) {
            return "redirect:" + place.edit("conflict");
        }
        if (changes.head().pin().number() != head) {
            Notice.on(redirect, "forms.moved-on", changes.head().revision().by().name());
            return "redirect:" + place.edit("check");
        }
        var errors = new FormErrors();
        String why = Reasons.read(reason, false, errors);
        if (errors.any() || !changes.wrong().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(place, changes, reason, errors, model);
        }
        return saved(place, changes, Set.of(), why, redirect, "check", new Onward(then));
    }

    private String saved(Place place, Changes changes, Set<String> theirs, @Nullable String why, RedirectAttributes redirect, String again,
            Onward onward) {
        try {
            Optional<Integer> number = edits.save(changes, theirs, why);
            Notice.on(redirect, number.isPresent() ? "forms.saved" : "forms.saved.nothing", number.orElse(0));
            return "redirect:" + onward.after(place);
        } catch (StaleRevision stale) {
            Notice.on(redirect, "forms.moved-on", stale.present().by().name());
            return "redirect:" + place.edit(again);
        }
    }

    @GetMapping({Places.RECORD + "/edit/conflict", Places.OURSELVES + "/edit/conflict"})
    String conflict(@PathVariable Map<String, String> path, Model model) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        if (changes.conflicts().isEmpty()) {
            return "redirect:" + place.edit("check");
        }
        return choose(place, changes, Map.of(), "", new FormErrors(), model);
    }

    private String choose(Place place, Changes changes, Map<String, String> chosen, String reason, FormErrors errors, Model model) {
        List<String> conflicts = changes.conflicts();
        model.addAttribute("place", place);
        model.addAttribute("changes", changes);
        model.addAttribute("lines", lines(changes).stream().filter(line -> conflicts.contains(line.id())).toList());
        model.addAttribute("others", lines(changes).stream().filter(line -> !conflicts.contains(line.id())).toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return "forms/conflict";
    }

    @PostMapping({Places.RECORD + "/edit/conflict", Places.OURSELVES + "/edit/conflict"})
    String merge(@PathVariable Map<String, String> path, @RequestParam int head, @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> all, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Place place = places.of(path);
        Changes changes = edits.changes(place.kind(), place.slug());
        Map<String, String> chosen = chosen(all);
        var errors = new FormErrors();
        if (changes.head().pin().number() != head) {
            // A third person has saved; the choices stay where the page still asks, and the person looks again.
            errors.add("main", "forms.moved-on.again", changes.head().revision().by().name());
        }
        changes.conflicts().stream().filter(id -> !chosen.containsKey(id)).forEach(id -> errors.add(CHOICE + id, "forms.wrong.no-choice", label(changes, id)));
        String why = Reasons.read(reason, false, errors);
        changes.wrong().forEach((page, wrong) -> errors.add("main", "forms.wrong.page", page.isName() ? "Name" : page.label()));
        if (errors.any()) {
            response.setStatus(changes.head().pin().number() != head ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return choose(place, changes, chosen, reason, errors, model);
        }
        var theirs = new LinkedHashSet<>(changes.conflicts());
        theirs.removeIf(id -> !"theirs".equals(chosen.get(id)));
        return saved(place, changes, theirs, why, redirect, "conflict", new Onward(""));
    }

    private static Map<String, String> chosen(MultiValueMap<String, String> all) {
        var chosen = new java.util.HashMap<String, String>();
        all.forEach((name, values) -> {
            if (name.startsWith(CHOICE) && (values.contains("mine") || values.contains("theirs"))) {
                chosen.put(name.substring(CHOICE.length()), values.getFirst());
            }
        });
        return chosen;
    }

    private String label(Changes changes, String id) {
        return changes.facts().stream().filter(change -> change.id().equals(id)).map(change -> change.declared().label()).findFirst()
                .orElse(id.substring(1));
    }

    private List<Line> lines(Changes changes) {
        var lines = new ArrayList<Line>();
        Changes.NameChange name = changes.name();
        if (name != null) {
            name.changed().forEach(attribute -> lines.add(new Line(Changes.ATTRIBUTE + attribute, "forms.attribute." + attribute, "", FormPage.NAME,
                    Side.of(name.before().words(attribute)), Side.of(name.now().words(attribute)),
                    Side.of(name.mine().words(attribute)))));
        }
        for (Change change : changes.facts()) {
            lines.add(new Line(change.id(), null, change.declared().label(), change.page().id(), side(change, change.before()), side(change, change.now()),
                    side(change, change.mine())));
        }
        return lines;
    }

    private Side side(Change change, eu.vitrine.facts.Fact fact) {
        FactSection.Line line = view.lines(change.declared().kind(), Facts.of(List.of(fact))).get(change.id());
        return new Side(line == null ? null : line.said(), "", FirstQuestions.isAnswered(fact.claim()));
    }

    /** What nobody has answered, by section, as links. */
    private List<Missing> missing(Changes changes) {
        Facts facts = changes.merged(Set.of());
        return pages.of(changes.head().pin().kind()).stream()
                .map(page -> new Missing(page, page.asked().stream().filter(fact -> edits.asks(fact, facts) && !FirstQuestions.isAnswered(facts.get(fact.id()).claim())).toList()))
                .filter(missing -> !missing.facts().isEmpty()).toList();
    }
}
