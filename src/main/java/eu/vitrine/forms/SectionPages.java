package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One section of a form on one page: shown, kept as a draft, checked. Nothing here changes the record. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class SectionPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Brussels"));

    private final Places places;
    private final FormPages pages;
    private final Records records;
    private final Drafts drafts;
    private final PageDrafts kept;
    private final Completed completed;
    private final Edits edits;
    private final SectionView view;
    private final IdentityForm identities;
    private final NameView names;
    private final DatesInWords dates;
    private final Tasks tasks;
    private final ArchivedBytes archived;

    SectionPages(Places places, FormPages pages, Records records, Drafts drafts, PageDrafts kept, Completed completed, Edits edits, SectionView view,
            IdentityForm identities, NameView names, DatesInWords dates, Tasks tasks, ArchivedBytes archived) {
        this.places = places;
        this.pages = pages;
        this.records = records;
        this.drafts = drafts;
        this.kept = kept;
        this.completed = completed;
        this.edits = edits;
        this.view = view;
        this.identities = identities;
        this.names = names;
        this.dates = dates;
        this.tasks = tasks;
        this.archived = archived;
    }

    @GetMapping({Places.RECORD + "/edit/{page}", Places.OURSELVES + "/edit/{page}"})
    String page(@PathVariable Map<String, String> path, @PathVariable String page, Model model) {
        Place place = places.of(path);
        FormPage form = form(place.kind(), page);
        Optional<Draft> draft = kept.of(place, form);
        Edition shown = draft.map(one -> records.revision(place.kind(), place.slug(), one.restsOn()))
                .orElseGet(() -> records.head(place.kind(), place.slug()));
        model.addAttribute("draft", draft.orElse(null));
        return show(place, form, shown, kept.typed(place, form, shown), new FormErrors(), model);
    }

    private String show(Place place, FormPage form, Edition shown, Input input, FormErrors errors, Model model) {
        Changes changes = edits.changes(place.kind(), place.slug());
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        model.addAttribute("tasks", tasks.of(place, changes));
        model.addAttribute("input", input);
        model.addAttribute("errors", errors);
        model.addAttribute("restsOn", shown.pin().number());
        model.addAttribute("movedOn", changes.head().pin().number() == shown.pin().number() ? null : changes.head().revision());
        model.addAttribute("colleagues", drafts.colleagues(place.kind(), place.slug(), form.id()));
        model.addAttribute("done", completed.of(place.kind(), place.slug()).contains(form.id()));
        if (form.isName()) {
            names.put(place.kind(), input.has(IdentityForm.PREFIX + Input.SHOWN) ? input : IdentityForm.of(Identity.of(shown.file())), model);
            return "forms/name";
        }
        model.addAttribute("archived", archived.offered());
        model.addAttribute("sources", kept.sources(place, shown));
        model.addAttribute("asked", view.of(form, shown, input, changes.merged(java.util.Set.of())));
        return "forms/section";
    }

    /** @param act {@code continue}, {@code later}, or a change of the rows of a table */
    @PostMapping({Places.RECORD + "/edit/{page}", Places.OURSELVES + "/edit/{page}"})
    String answer(@PathVariable Map<String, String> path, @PathVariable String page, @RequestParam("do") String act,
            @RequestParam(defaultValue = "") String then, @RequestParam MultiValueMap<String, String> all, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Place place = places.of(path);
        FormPage form = form(place.kind(), page);
        Input typed = typed(all);
        Edition shown = shown(place, typed);
        if (act.startsWith("row-")) {
            RowChange change = RowChange.of(act);
            kept.keep(place, form, shown, change.on(typed), false);
            return "redirect:" + place.edit(page) + "#" + change.anchor();
        }
        FormErrors errors = act.equals("continue") ? errors(place, form, shown, typed) : new FormErrors();
        Instant at = kept.keep(place, form, shown, typed, act.equals("continue"));
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(place, form, shown, typed, errors, model);
        }
        if (!form.isFirst()) {
            completed.declare(place.kind(), place.slug(), page, typed.has("section:done"));
        }
        if (act.equals("later")) {
            Notice.on(redirect, "forms.kept", TIME.format(at));
            return "redirect:" + place.edit();
        }
        var onward = new Onward(then);
        Optional<FormPage> next = onward.checksNext() ? Optional.empty() : pages.after(form);
        return "redirect:" + onward.by(place.edit(next.map(FormPage::id).orElse("check")));
    }

    private FormErrors errors(Place place, FormPage form, Edition shown, Input typed) {
        if (form.isName()) {
            var errors = new FormErrors();
            identities.read(place.kind(), typed, Identity.of(shown.file()), errors);
            return errors;
        }
        PageAnswers answers = PageAnswers.of(form, typed, shown.facts(), dates.today(), archived);
        Facts facts = answers.over(edits.changes(place.kind(), place.slug()).merged(java.util.Set.of()));
        List<String> changed = answers.changed().stream().map(fact -> fact.id()).toList();
        List<FactDeclaration> suspects = form.asked().stream().filter(fact -> typed.has(fact.id() + Input.SHOWN))
                .filter(fact -> changed.stream().anyMatch(id -> id.equals(fact.id()) || fact.check() != null && fact.check().contains(id))).toList();
        edits.contradictions(suspects, facts).forEach(fact -> answers.errors().add(fact.id() + ":answer", "forms.wrong.contradiction", fact.label(),
                others(form, fact)));
        return answers.errors();
    }

    /** The other facts that a condition speaks of, by their labels. */
    private String others(FormPage form, FactDeclaration fact) {
        return String.join(", ", pages.of(form.kind()).stream().flatMap(page -> page.facts().stream())
                .filter(other -> !other.id().equals(fact.id()) && String.valueOf(fact.check()).contains(other.id())).map(other -> "“" + other.label() + "”").toList());
    }

    /** Keeps what is typed while the person is typing; the answer is the time to show. */
    @PostMapping(path = {Places.RECORD + "/edit/{page}/draft", Places.OURSELVES + "/edit/{page}/draft"}, produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String draft(@PathVariable Map<String, String> path, @PathVariable String page, @RequestParam MultiValueMap<String, String> all) {
        Place place = places.of(path);
        FormPage form = form(place.kind(), page);
        Input typed = typed(all);
        return TIME.format(kept.keep(place, form, shown(place, typed), typed, false));
    }

    @GetMapping({Places.RECORD + "/edit/{page}/discard", Places.OURSELVES + "/edit/{page}/discard"})
    String askToDiscard(@PathVariable Map<String, String> path, @PathVariable String page, Model model) {
        Place place = places.of(path);
        model.addAttribute("place", place);
        model.addAttribute("form", form(place.kind(), page));
        model.addAttribute("draft", drafts.of(place.kind(), place.slug(), page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "forms/discard";
    }

    @PostMapping({Places.RECORD + "/edit/{page}/discard", Places.OURSELVES + "/edit/{page}/discard"})
    String discard(@PathVariable Map<String, String> path, @PathVariable String page, RedirectAttributes redirect) {
        Place place = places.of(path);
        drafts.discard(place.kind(), place.slug(), form(place.kind(), page).id());
        Notice.on(redirect, "forms.discarded");
        return "redirect:" + place.edit();
    }

    private FormPage form(Kind kind, String page) {
        return pages.find(kind, page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The fields of the page; what belongs to the sending of it is left out. */
    static Input typed(MultiValueMap<String, String> all) {
        return new Input(all).without(List.of("_csrf", "do", "then"));
    }

    /** The revision that the page showed, as it says itself. */
    private Edition shown(Place place, Input typed) {
        int number = typed.number(PageDrafts.RESTS_ON);
        if (number < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return records.revision(place.kind(), place.slug(), number);
    }
}
