package eu.vitrine.forms;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.SourceHosts;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSection;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What different sources say about one fact: all of it shown, one chosen with a reason, more added, nothing removed. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class SourcePages {

    private static final String PREFIX = "claim";
    /** By what name people know a provider; its own hosts are often called so. */
    private static final String BRAND = "provider.brand";

    private final Places places;
    private final Records records;
    private final Vocabulary vocabulary;
    private final SectionView view;
    private final Edits edits;
    private final KnownRecords known;
    private final FormPages pages;
    private final DatesInWords dates;
    private final ArchivedBytes archived;
    private final SourceHosts hosts = SourceHosts.shipped();

    SourcePages(Places places, Records records, Vocabulary vocabulary, SectionView view, Edits edits, KnownRecords known, FormPages pages,
            DatesInWords dates, ArchivedBytes archived) {
        this.places = places;
        this.records = records;
        this.vocabulary = vocabulary;
        this.view = view;
        this.edits = edits;
        this.known = known;
        this.pages = pages;
        this.dates = dates;
        this.archived = archived;
        vocabulary.get(BRAND);
    }

    /**
     * What one source says.
     *
     * @param index 0 for the chosen claim, then those of further sources in their order
     * @param tier kind of the source, stated or derived; null where neither is known
     * @param derived whether the kind is told from the host alone
     */
    record Line(int index, FactSection.Said said, @Nullable SourceTier tier, boolean derived) {}

    @GetMapping({Places.RECORD + "/sources/{fact}", Places.OURSELVES + "/sources/{fact}"})
    String sources(@PathVariable Map<String, String> path, @PathVariable String fact, Model model) {
        Place place = places.of(path);
        return show(place, declared(place.kind(), fact), Input.none(), new FormErrors(), model);
    }

    private String show(Place place, FactDeclaration declared, Input input, FormErrors errors, Model model) {
        Edition head = records.head(place.kind(), place.slug());
        Fact fact = head.facts().get(declared.id());
        FactSection.Line line = view.lines(place.kind(), head.facts()).get(declared.id());
        Kind refersTo = Question.refersTo(declared);
        model.addAttribute("place", place);
        model.addAttribute("fact", declared);
        model.addAttribute("page", pages.asking(declared).orElseThrow().id());
        model.addAttribute("head", head.pin().number());
        model.addAttribute("entered", records.provenance(place.kind(), place.slug()).get(declared.id()));
        model.addAttribute("because", fact.chosenBecause());
        model.addAttribute("conflict", fact.inConflict());
        model.addAttribute("claims", line == null ? List.of() : lines(place, head, fact, line));
        model.addAttribute("input", input);
        model.addAttribute("archived", archived.offered());
        model.addAttribute("chosen", input.text("chosen"));
        model.addAttribute("reason", input.raw("reason"));
        model.addAttribute("question", new Question(declared, PREFIX, input, null, null, refersTo == null ? List.of() : known.suggestions(refersTo)));
        model.addAttribute("errors", errors);
        return "forms/sources";
    }

    private List<Line> lines(Place place, Edition head, Fact fact, FactSection.Line line) {
        List<String> provider = provider(place, head);
        var lines = new ArrayList<Line>();
        for (int i = 0; i <= fact.also().size(); i++) {
            Claim claim = i == 0 ? fact.claim() : fact.also().get(i - 1);
            lines.add(new Line(i, i == 0 ? line.said() : line.others().get(i - 1), hosts.tier(claim, provider).orElse(null), claim.tier() == null));
        }
        return lines;
    }

    /** What the provider of a record is called: the words by which its own hosts are known. */
    private List<String> provider(Place place, Edition head) {
        Edition provider = place.kind() == Kind.PROVIDER ? head
                : head.file().provider() == null ? null : records.find(Kind.PROVIDER, head.file().provider().slug()).orElse(null);
        if (provider == null) {
            return List.of();
        }
        var names = new ArrayList<>(List.of(provider.pin().slug(), provider.file().name()));
        if (provider.facts().get(BRAND).claim().value() instanceof FactValue.Text brand) {
            names.add(brand.value());
        }
        return names;
    }

    /** Chooses another of the claims; the one chosen until now stays as a further source. */
    @PostMapping({Places.RECORD + "/sources/{fact}", Places.OURSELVES + "/sources/{fact}"})
    String choose(@PathVariable Map<String, String> path, @PathVariable String fact, @RequestParam int head,
            @RequestParam MultiValueMap<String, String> all, @RequestParam("do") String act, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Place place = places.of(path);
        FactDeclaration declared = declared(place.kind(), fact);
        if (declared.judgement()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Input input = SectionPages.typed(all);
        if (act.startsWith("row-")) {
            return show(place, declared, RowChange.of(act).on(input), new FormErrors(), model);
        }
        Edition now = records.head(place.kind(), place.slug());
        var errors = new FormErrors();
        if (now.pin().number() != head) {
            errors.add("main", "forms.sources.moved-on", now.revision().by().name());
        }
        Fact before = now.facts().get(declared.id());
        boolean adds = act.equals("add");
        String reason = Reasons.read(input.raw("reason"), !adds, errors);
        Optional<Fact> after = adds ? added(declared, before, input, errors) : chosen(before, input, reason, errors);
        if (!errors.any() && after.isPresent()) {
            try {
                edits.save(now, after.get(), adds ? "A further source for " + declared.label() : Reasons.labelled(declared.label(), reason));
                Notice.on(redirect, adds ? "forms.sources.added" : "forms.sources.chosen");
                return "redirect:" + place.path() + "/sources/" + fact;
            } catch (StaleRevision stale) {
                errors.add("main", "forms.sources.moved-on", stale.present().by().name());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(place, declared, input, errors, model);
    }

    private static Optional<Fact> chosen(Fact before, Input input, @Nullable String reason, FormErrors errors) {
        int index = input.number("chosen");
        if (!input.has("chosen") || index > before.also().size()) {
            errors.add("chosen", "forms.sources.none-chosen");
            return Optional.empty();
        }
        if (index == 0) {
            return Optional.of(new Fact(before.id(), before.claim(), before.also(), reason));
        }
        var also = new ArrayList<>(before.also());
        Claim chosen = also.get(index - 1);
        if (before.claim().equals(Claim.unknown())) {
            also.remove(index - 1);
        } else {
            also.set(index - 1, before.claim());
        }
        return Optional.of(new Fact(before.id(), chosen, also, reason));
    }

    private Optional<Fact> added(FactDeclaration declared, Fact before, Input input, FormErrors errors) {
        Claim claim = new ClaimReading(input, dates.today(), errors).claim(declared, PREFIX, Claim.unknown());
        archived.check(PREFIX, Claim.unknown(), claim, errors);
        if (!errors.any() && claim.equals(Claim.unknown())) {
            errors.add(PREFIX + ":answer", "forms.wrong.no-answer", declared.label());
        }
        if (!errors.any() && (claim.equals(before.claim()) || before.also().contains(claim))) {
            errors.add(PREFIX + ":answer", "forms.sources.same");
        }
        boolean first = before.claim().state() == State.UNKNOWN && before.claim().note() == null;
        var also = new ArrayList<>(before.also());
        also.add(claim);
        return Optional.of(first ? new Fact(before.id(), claim, before.also(), before.chosenBecause())
                : new Fact(before.id(), before.claim(), also, before.chosenBecause()));
    }

    private FactDeclaration declared(Kind kind, String id) {
        return vocabulary.find(id).filter(fact -> fact.kind() == kind && pages.asking(fact).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
