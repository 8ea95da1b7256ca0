package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.RecordName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which uses and models stand side by side. Its address says which, so that it can be sent to somebody. */
@Controller
@PreAuthorize("isAuthenticated()")
class ComparePages {

    /** More columns cannot be read beside each other. */
    private static final int MOST = 6;
    private static final int OFFERED = 8;

    private final Candidates candidates;
    private final FoundRecords found;
    private final VerdictWords words;

    ComparePages(Candidates candidates, FoundRecords found, VerdictWords words) {
        this.candidates = candidates;
        this.found = found;
        this.words = words;
    }

    /** A column; {@code without} is the address of the page without it. */
    record Column(Candidate candidate, List<String> verdicts, String without) {}

    /** A use or model that can be put beside; {@code with} is the address of the page with it. */
    record Offered(RecordName name, String with) {}

    /**
     * @param use slugs of uses
     * @param model slugs of models
     * @param find words of what to put beside them
     */
    @GetMapping("/compare")
    String compare(@RequestParam(defaultValue = "") List<String> use, @RequestParam(defaultValue = "") List<String> model, @RequestParam(defaultValue = "") String find, Model page) {
        var all = new ArrayList<RecordName>();
        use.stream().filter(slug -> !slug.isBlank()).distinct().forEach(slug -> all.add(new RecordName(Kind.USE, slug, slug)));
        model.stream().filter(slug -> !slug.isBlank()).distinct().forEach(slug -> all.add(new RecordName(Kind.MODEL, slug, slug)));
        List<RecordName> shown = all.subList(0, Math.min(MOST, all.size()));
        page.addAttribute("columns", shown.stream().map(name -> column(name, shown)).toList());
        page.addAttribute("left", all.size() - shown.size());
        page.addAttribute("labels", candidates.labels());
        page.addAttribute("offered", Stream.of(Kind.USE, Kind.MODEL).flatMap(kind -> found.like(kind, find, OFFERED).stream())
                .filter(one -> shown.stream().noneMatch(other -> other.kind() == one.kind() && other.slug().equals(one.slug())))
                .map(one -> new Offered(one, address(Stream.concat(shown.stream(), Stream.of(one))))).toList());
        page.addAttribute("find", find);
        page.addAttribute("full", shown.size() == MOST);
        return "approval/compare";
    }

    private Column column(RecordName name, List<RecordName> shown) {
        Candidate candidate = candidates.of(name.kind(), name.slug());
        boolean model = name.kind() == Kind.MODEL;
        List<String> verdicts = candidate.verdicts().stream().map(verdict -> model ? verdict.use().name() + ": " + words.shortly(verdict) : words.sentence(verdict)).toList();
        return new Column(candidate, verdicts, address(shown.stream().filter(other -> !other.equals(name))));
    }

    private static String address(Stream<RecordName> names) {
        return names.map(name -> name.kind().code() + "=" + name.slug()).reduce((one, other) -> one + "&" + other).map(query -> "/compare?" + query).orElse("/compare");
    }
}
