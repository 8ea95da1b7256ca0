package eu.vitrine.approval;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.NavEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may be used, on one page: the verdict of each use that the person may know of. */
@Controller
@PreAuthorize("isAuthenticated()")
class VerdictPages {

    /** Each verdict is derived when the page is read; of more uses the list of uses shows it, a page at a time. */
    private static final int MOST = 500;
    private static final String MODEL = "use.model";
    private static final String SERVICE = "use.service";

    private final Verdicts verdicts;
    private final VerdictWords words;
    private final ModelRegistry registry;

    VerdictPages(Verdicts verdicts, VerdictWords words, ModelRegistry registry) {
        this.verdicts = verdicts;
        this.words = words;
        this.registry = registry;
    }

    @Bean
    @Order(85)
    static NavEntry verdictsEntry() {
        return new NavEntry("nav.verdicts", "/verdicts");
    }

    /** @param what the model and the service that the use names, as far as it does */
    record Line(Verdict verdict, String words, List<RecordName> what) {}

    /** A verdict to choose, with how many uses have it. */
    record Choice(Verdict.Word word, String words, long uses) {}

    /**
     * @param verdict code of the verdict to show alone; empty or unknown for all
     * @param q part of the name of a use, or of what it uses
     */
    @GetMapping("/verdicts")
    String verdicts(@RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String q, Model page) {
        List<RecordName> uses = registry.all(Kind.USE);
        List<Line> all = uses.stream().limit(MOST).map(use -> line(verdicts.of(use.slug()))).filter(line -> holds(line, q))
                .sorted(Comparator.comparing((Line line) -> line.verdict().word()).thenComparing(line -> line.verdict().use().name(), String.CASE_INSENSITIVE_ORDER)).toList();
        Map<Verdict.Word, Long> counts = new EnumMap<>(Verdict.Word.class);
        all.forEach(line -> counts.merge(line.verdict().word(), 1L, Long::sum));
        Optional<Verdict.Word> chosen = Arrays.stream(Verdict.Word.values()).filter(word -> word.code().equals(verdict)).findFirst();
        page.addAttribute("lines", all.stream().filter(line -> chosen.isEmpty() || line.verdict().word() == chosen.get()).toList());
        page.addAttribute("choices", Arrays.stream(Verdict.Word.values()).filter(counts::containsKey).map(word -> new Choice(word, words.shortly(word), counts.get(word))).toList());
        page.addAttribute("chosen", chosen.orElse(null));
        page.addAttribute("all", all.size());
        page.addAttribute("none", uses.isEmpty());
        page.addAttribute("beyond", Math.max(0, uses.size() - MOST));
        page.addAttribute("q", q);
        return "approval/verdicts";
    }

    private Line line(Verdict verdict) {
        Facts facts = registry.use(verdict.use().slug()).facts();
        return new Line(verdict, words.shortly(verdict), Stream.of(named(Kind.MODEL, facts.get(MODEL)), named(Kind.SERVICE, facts.get(SERVICE))).flatMap(Stream::ofNullable).toList());
    }

    private @Nullable RecordName named(Kind kind, Fact fact) {
        return fact.claim().value() instanceof FactValue.Text(String slug) ? registry.named(kind, List.of(slug)).getOrDefault(slug, new RecordName(kind, slug, slug)) : null;
    }

    private static boolean holds(Line line, String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(line.verdict().use()), line.what().stream()).anyMatch(name -> name.name().toLowerCase(Locale.ROOT).contains(wanted) || name.slug().contains(wanted));
    }
}
