package eu.vitrine.forms;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.exchange.CarryOver;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.SlugTaken;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins the record of a new version from an earlier one, and confirms facts whose source was seen too long ago. */
@Controller
@RequestMapping("/models/{slug}")
@PreAuthorize("hasRole('OFFICER')")
class CarryOverPages {

    private final Records records;
    private final Vocabulary vocabulary;
    private final FactSections sections;
    private final DatesInWords dates;
    private final CurrentActor current;

    CarryOverPages(Records records, Vocabulary vocabulary, FactSections sections, DatesInWords dates, CurrentActor current) {
        this.records = records;
        this.vocabulary = vocabulary;
        this.sections = sections;
        this.dates = dates;
        this.current = current;
    }

    /** @param value the fact in words @param seen the last day its source was seen, or null */
    record Line(FactDeclaration fact, String value, @Nullable String seen) {}

    @GetMapping("/next-version")
    String form(@PathVariable String slug, Model page) {
        Edition earlier = records.head(Kind.MODEL, slug);
        return shown(earlier, Map.of("name", earlier.file().name(), "slug", slug + "-next", "run", CarryOver.Run.NOT_KNOWN.name()), new FormErrors(), page);
    }

    @PostMapping("/next-version")
    String begin(@PathVariable String slug, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        Edition earlier = records.head(Kind.MODEL, slug);
        var errors = new FormErrors();
        String name = typed.getOrDefault("name", "").strip();
        String newSlug = typed.getOrDefault("slug", "").strip();
        String version = typed.getOrDefault("version", "").strip();
        Optional<CarryOver.Run> run = Arrays.stream(CarryOver.Run.values()).filter(one -> one.name().equals(typed.get("run"))).findFirst();
        if (name.isEmpty() || name.length() > 300) {
            errors.add("name", "carry.name.wrong");
        }
        if (!Codes.isSlug(newSlug)) {
            errors.add("slug", "carry.slug.wrong");
        } else if (records.find(Kind.MODEL, newSlug).isPresent()) {
            errors.add("slug", "carry.slug.taken", newSlug);
        }
        if (version.isEmpty() || version.length() > 300) {
            errors.add("version", "carry.version.wrong");
        }
        if (run.isEmpty()) {
            errors.add("run", "carry.run.missing");
        }
        if (!errors.any()) {
            CarryOver carried = CarryOver.of(earlier.file(), newSlug, name, version, run.orElseThrow(), vocabulary, dates.today());
            try {
                records.save(new Saving(Kind.MODEL, carried.file(), 0), Revision.Origin.CARRY_OVER, "Begun from " + slug + ", revision " + earlier.pin().number());
                Notice.on(redirect, "carry.done", carried.file().model().all().size(), carried.open().size());
                return "redirect:/models/" + newSlug + "/confirm";
            } catch (SlugTaken | StaleRevision e) {
                errors.add("slug", "carry.slug.taken", newSlug);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(earlier, typed, errors, page);
    }

    private String shown(Edition earlier, Map<String, String> typed, FormErrors errors, Model page) {
        CarryOver preview = CarryOver.of(earlier.file(), "next", "next", null, CarryOver.Run.NOT_KNOWN, vocabulary, dates.today());
        page.addAttribute("model", new RecordName(Kind.MODEL, earlier.pin().slug(), earlier.file().name()));
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        page.addAttribute("runs", CarryOver.Run.values());
        page.addAttribute("carried", preview.file().model().all().size());
        page.addAttribute("stale", preview.stale());
        page.addAttribute("open", preview.open());
        return "forms/next-version";
    }

    /** Facts of a model whose source was seen too long ago, each to be confirmed or changed. */
    @GetMapping("/confirm")
    String confirm(@PathVariable String slug, Model page) {
        Edition head = records.head(Kind.MODEL, slug);
        page.addAttribute("model", new RecordName(Kind.MODEL, slug, head.file().name()));
        page.addAttribute("revision", head.pin().number());
        page.addAttribute("lines", stale(head));
        page.addAttribute("unanswered", unanswered(head.facts()));
        return "forms/confirm";
    }

    private List<Line> stale(Edition head) {
        return vocabulary.facts().stream().filter(declared -> declared.kind() == Kind.MODEL && !declared.judgement()
                        && CarryOver.isToConfirm(head.facts().get(declared.id()).claim(), declared, dates.today()))
                .map(declared -> line(declared, head.facts())).toList();
    }

    private Line line(FactDeclaration declared, Facts facts) {
        var seen = facts.get(declared.id()).claim().lookedOn();
        return new Line(declared, sections.words(facts, declared.id()), seen == null ? null : dates.day(seen.latest()));
    }

    /** What each version has of its own and nobody has looked for yet. */
    private List<FactDeclaration> unanswered(Facts facts) {
        return vocabulary.facts().stream().filter(declared -> declared.kind() == Kind.MODEL && declared.ofVersion() && !declared.judgement() && !declared.retired()
                && declared.knownBy() == FactDeclaration.KnownBy.PUBLIC && facts.get(declared.id()).equals(Fact.unknown(declared.id()))).toList();
    }

    @PostMapping("/confirm")
    String seenAgain(@PathVariable String slug, @RequestParam int revision, @RequestParam(defaultValue = "") Set<String> fact, RedirectAttributes redirect) {
        Edition head = records.head(Kind.MODEL, slug);
        Set<String> offered = stale(head).stream().map(line -> line.fact().id()).collect(Collectors.toUnmodifiableSet());
        List<String> chosen = fact.stream().filter(offered::contains).toList();
        if (!chosen.isEmpty()) {
            Facts seen = CarryOver.seenAgain(head.facts(), chosen, dates.today(), current.actor().name());
            records.save(new Saving(Kind.MODEL, head.file().withFacts(Kind.MODEL, seen), revision), Revision.Origin.FORM, "Sources looked at again");
        }
        Notice.on(redirect, "carry.confirmed", chosen.size());
        return "redirect:/models/" + slug + "/confirm";
    }
}
