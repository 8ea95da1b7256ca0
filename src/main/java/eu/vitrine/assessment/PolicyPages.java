package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Policy;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.OpenDoors;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The policy book: the set in force, in plain words. */
@Controller
@RequestMapping("/policies")
class PolicyPages {

    static final String READERS = PolicySets.READERS;

    /** What binds first, then what it rests on. */
    private static final List<Policy.Role> IN_ORDER = List.of(Policy.Role.DUTY, Policy.Role.POINT, Policy.Role.ROUTE,
            Policy.Role.OUR_DUTY, Policy.Role.USE_RIGHT, Policy.Role.HOUSE_RULE, Policy.Role.CLASSIFICATION, Policy.Role.CONDITION,
            Policy.Role.DERIVATION, Policy.Role.CITATION);

    private final Policies policies;
    private final Assessments assessments;
    private final PolicySets sets;
    private final OpenDoors doors;

    PolicyPages(Policies policies, Assessments assessments, PolicySets sets, OpenDoors doors) {
        this.policies = policies;
        this.assessments = assessments;
        this.sets = sets;
        this.doors = doors;
    }

    @Bean
    @Order(500)
    static NavEntry policyBook() {
        return new NavEntry("nav.policies", "/policies");
    }

    @GetMapping
    @PreAuthorize(READERS)
    String book(Model page) {
        PolicyBook book = policies.book();
        page.addAttribute("book", book);
        page.addAttribute("roles", IN_ORDER.stream().filter(role -> !book.of(role).isEmpty()).toList());
        page.addAttribute("identity", book.set().identity());
        page.addAttribute("waiting", sets.all().stream().filter(Proposal::isOpen).count());
        page.addAttribute("mayTryOut", doors.lead("/policies/try"));
        return "assessment/policies";
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    String one(@PathVariable String id, Model page) {
        PolicyBook book = policies.book();
        Policy policy = book.set().policy(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("policy", policy);
        page.addAttribute("parent", policy.partOf() == null ? null : book.set().policy(policy.partOf()).orElse(null));
        page.addAttribute("points", book.points(policy));
        page.addAttribute("titles", policy.conditions().stream().collect(Collectors.toMap(one -> one, one -> book.set().policy(one).orElseThrow().title())));
        page.addAttribute("concerns", policy.concerns().stream().sorted().map(Kind::code).toList());
        page.addAttribute("anchor", FindingView.anchor(policy.reference(), policy.cite()));
        page.addAttribute("how", book.set().explain(id));
        page.addAttribute("rules", book.rules(policy));
        page.addAttribute("law", book.lawOf(policy));
        page.addAttribute("cases", book.cases(policy));
        page.addAttribute("findings", assessments.latestFindings(id));
        page.addAttribute("identity", book.set().identity());
        return "assessment/policy";
    }
}
