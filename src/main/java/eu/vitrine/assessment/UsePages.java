package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.UseRight;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.PartList;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.OpenDoors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our uses: the list, and the page of each with what we may do and what we owe. */
@Controller
@RequestMapping("/uses")
class UsePages {

    private static final String MODEL = "use.model";
    private static final String SERVICE = "use.service";

    private final ModelRegistry registry;
    private final Assessments assessments;
    private final OurPage pages;
    private final AsStored asStored;
    private final OpenDoors doors;

    UsePages(ModelRegistry registry, Assessments assessments, OurPage pages, AsStored asStored, OpenDoors doors, Vocabulary vocabulary) {
        this.registry = registry;
        this.assessments = assessments;
        this.pages = pages;
        this.asStored = asStored;
        this.doors = doors;
        List.of(MODEL, SERVICE).forEach(vocabulary::get);
    }

    /**
     * One use in the list.
     *
     * @param of the models and services it names, by name where the registry has them
     * @param line its newest assessment, or null
     * @param right whether licence and terms let us use it so, by that assessment
     */
    record Row(RecordName use, List<RecordName> of, @Nullable AssessmentLine line, @Nullable OutcomeMark right) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        PartList list = registry.parts(Kind.USE, q.strip(), List.of(MODEL, SERVICE), page);
        model.addAttribute("text", q.strip());
        model.addAttribute("list", list);
        model.addAttribute("rows", rows(list.parts()));
        model.addAttribute("mayImport", doors.lead("/imports"));
        return "assessment/uses";
    }

    private List<Row> rows(List<PartList.Row> uses) {
        Map<String, RecordName> models = named(Kind.MODEL, MODEL, uses);
        Map<String, RecordName> services = named(Kind.SERVICE, SERVICE, uses);
        Map<String, AssessmentLine> latest = assessments.latestOf(Kind.USE, uses.stream().map(use -> use.record().slug()).toList()).stream()
                .collect(Collectors.toMap(AssessmentLine::slug, Function.identity()));
        return uses.stream().map(use -> {
            AssessmentLine line = latest.get(use.record().slug());
            List<RecordName> of = Stream.concat(
                    terms(use, MODEL).map(slug -> models.getOrDefault(slug, new RecordName(Kind.MODEL, slug, slug))),
                    terms(use, SERVICE).map(slug -> services.getOrDefault(slug, new RecordName(Kind.SERVICE, slug, slug)))).toList();
            return new Row(use.record(), of, line, line == null ? null : right(line));
        }).toList();
    }

    private Map<String, RecordName> named(Kind kind, String fact, Collection<PartList.Row> uses) {
        return registry.named(kind, uses.stream().flatMap(use -> terms(use, fact)).distinct().toList());
    }

    private static Stream<String> terms(PartList.Row use, String fact) {
        return use.terms().getOrDefault(fact, List.of()).stream();
    }

    private static @Nullable OutcomeMark right(AssessmentLine line) {
        UseRight.Answer answer = line.useRights() == null ? null : UseRight.Answer.valueOf(line.useRights());
        return answer == null ? null : OutcomeMark.of(answer.shape(), answer.words());
    }

    @GetMapping("/{slug}")
    String use(@PathVariable String slug, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.newest(registry.use(slug), page));
    }

    @PostMapping("/{slug}/assess")
    String assess(@PathVariable String slug, RedirectAttributes redirect) {
        return pages.assess(registry.use(slug), redirect);
    }

    @GetMapping("/{slug}/assessments/{number}")
    String assessment(@PathVariable String slug, @PathVariable int number, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.numbered(registry.use(slug), number, page));
    }

    @GetMapping("/{slug}/assessments/{number}/findings/{policy}")
    String finding(@PathVariable String slug, @PathVariable int number, @PathVariable String policy, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.finding(registry.use(slug), number, policy, page));
    }
}
