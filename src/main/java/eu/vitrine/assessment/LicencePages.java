package eu.vitrine.assessment;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.PartAnswers;
import eu.vitrine.web.DatesInWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The licences on board, each with the open-source test of the policy set in force on its clauses. */
@Controller
@RequestMapping("/policies/licences")
@PreAuthorize(PolicyPages.READERS)
class LicencePages {

    private final Policies policies;
    private final LicenceBook book;
    private final PartAnswers says;
    private final FactSections sections;
    private final DatesInWords dates;

    LicencePages(Policies policies, LicenceBook book, PartAnswers says, FactSections sections, DatesInWords dates) {
        this.policies = policies;
        this.book = book;
        this.says = says;
        this.sections = sections;
        this.dates = dates;
    }

    @GetMapping
    String all(Model page) {
        PolicySet set = policies.current();
        Map<LicenceView.Standing, List<LicenceView>> byStanding = book.texts().stream().map(text -> view(set, text))
                .collect(Collectors.groupingBy(LicenceView::standing));
        page.addAttribute("standings", Arrays.stream(LicenceView.Standing.values())
                .map(standing -> new Part(standing, byStanding.getOrDefault(standing, List.of()))).toList());
        page.addAttribute("asOf", dates.day(dates.today()));
        page.addAttribute("identity", set.identity());
        return "assessment/licences";
    }

    /** The texts with one answer. */
    record Part(LicenceView.Standing standing, List<LicenceView> licences) {}

    @GetMapping("/{slug}")
    String one(@PathVariable String slug, Model page) {
        LicenceBook.Text text = book.text(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PolicySet set = policies.current();
        page.addAttribute("licence", view(set, text));
        page.addAttribute("sections", sections.of(Kind.LICENCE, text.clauses()));
        page.addAttribute("asOf", dates.day(dates.today()));
        page.addAttribute("identity", set.identity());
        return "assessment/licence";
    }

    private LicenceView view(PolicySet set, LicenceBook.Text text) {
        return LicenceView.of(set, text, says.ofLicence(text.clauses()), dates.today());
    }
}
