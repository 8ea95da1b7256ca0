package eu.vitrine.determination;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.AnswerOfRule;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Kind;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which officers judge and a second person confirms. */
@Controller
@PreAuthorize("isAuthenticated()")
class DeterminationPages {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_SOURCE = 2_000;
    private static final int MOST_SOURCES = 20;
    private static final int YEARS_AHEAD = 100;

    private final Determinations determinations;
    private final Assessments assessments;
    private final CurrentActor current;
    private final DatesInWords dates;

    DeterminationPages(Determinations determinations, Assessments assessments, CurrentActor current, DatesInWords dates) {
        this.determinations = determinations;
        this.assessments = assessments;
        this.current = current;
        this.dates = dates;
    }

    @Bean
    @Order(56)
    static NavEntry determinationsEntry() {
        return new NavEntry("nav.determinations", "/determinations");
    }

    @GetMapping("/determinations")
    String list(Model page) {
        page.addAttribute("waiting", determinations.waiting());
        page.addAttribute("decided", determinations.decided().stream().map(determinations::standing).toList());
        page.addAttribute("approver", current.has(Role.APPROVER));
        page.addAttribute("own", determinations.waiting().stream().filter(determinations::isOwn).map(Determination::number).toList());
        return "determination/list";
    }

    /** Which answer of which record is judged. */
    record About(String kind, String slug, int number, String policy, String question) {}

    @GetMapping("/determinations/new")
    @PreAuthorize("hasRole('OFFICER')")
    String blank(@RequestParam Map<String, String> typed, Model page) {
        return form(about(typed), typed, new FormErrors(), page);
    }

    @PostMapping("/determinations")
    @PreAuthorize("hasRole('OFFICER')")
    String propose(@RequestParam Map<String, String> typed, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        About about = about(typed);
        var errors = new FormErrors();
        String words = required("words", typed, LONGEST_WORDS, errors);
        String reason = required("reason", typed, LONGEST, errors);
        if (typed.getOrDefault("answer", "").isEmpty()) {
            errors.add("answer", "determination.field.answer.missing");
        }
        List<String> sources = sources(typed, errors);
        LocalDate until = day(typed.getOrDefault("until", "").strip(), errors);
        if (!errors.any() && until != null) {
            try {
                int number = determinations.propose(new Proposal(kind(about), about.slug(), about.number(), about.policy(), about.question(),
                        typed.getOrDefault("answer", ""), words, reason, sources, until));
                Notice.on(redirect, "determination.proposed.done");
                return "redirect:/determinations/" + number;
            } catch (NotDeterminable e) {
                page.addAttribute("refused", e.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(about, typed, errors, page);
    }

    private static About about(Map<String, String> typed) {
        try {
            return new About(typed.getOrDefault("kind", ""), typed.getOrDefault("slug", ""), Integer.parseInt(typed.getOrDefault("number", "")),
                    typed.getOrDefault("policy", ""), typed.getOrDefault("question", ""));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Kind kind(About about) {
        return Kind.of(about.kind()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String form(About about, Map<String, String> typed, FormErrors errors, Model page) {
        Assessment assessment = assessments.byNumber(kind(about), about.slug(), about.number());
        AnswerOfRule answer = AnswerOfRule.of(assessment, about.policy()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Offer offer = determinations.offers(kind(about), about.slug(), about.number(), about.policy()).stream()
                .filter(one -> one.code().equals(about.question())).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("about", about);
        page.addAttribute("assessment", assessment);
        page.addAttribute("answer", answer);
        page.addAttribute("offer", offer);
        page.addAttribute("typed", typed);
        page.addAttribute("until", dates.today().plusYears(1));
        page.addAttribute("errors", errors);
        return "determination/new";
    }

    @GetMapping("/determinations/{number}")
    String one(@PathVariable int number, Model page) {
        return shown(number, Map.of(), new FormErrors(), page);
    }

    @PostMapping("/determinations/{number}/decide")
    @PreAuthorize("hasRole('APPROVER')")
    String decide(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        String decision = typed.getOrDefault("decision", "");
        if (!decision.equals("confirm") && !decision.equals("refuse")) {
            errors.add("decision", "determination.field.decision.missing");
        }
        String reason = required("why", typed, LONGEST, errors);
        if (!errors.any()) {
            try {
                if (decision.equals("confirm")) {
                    determinations.confirm(number, version, reason);
                } else {
                    determinations.refuse(number, version, reason);
                }
                Notice.on(redirect, "determination.decided.done");
                return "redirect:/determinations/" + number;
            } catch (NotDeterminable e) {
                page.addAttribute("refused", e.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(number, typed, errors, page);
    }

    @PostMapping("/determinations/{number}/withdraw")
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    String withdraw(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        String reason = required("withdrawn", typed, LONGEST, errors);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(number, typed, errors, page);
        }
        determinations.withdraw(number, version, reason);
        Notice.on(redirect, "determination.withdrawn.done");
        return "redirect:/determinations/" + number;
    }

    private String shown(int number, Map<String, String> typed, FormErrors errors, Model page) {
        Determination one = determinations.one(number);
        boolean approver = current.has(Role.APPROVER);
        page.addAttribute("one", one);
        page.addAttribute("standing", determinations.standing(one));
        page.addAttribute("own", determinations.isOwn(one));
        page.addAttribute("approver", approver);
        page.addAttribute("mayDecide", one.isOpen() && approver && !determinations.isOwn(one));
        page.addAttribute("mayWithdraw", one.isOpen() && (approver || current.has(Role.OFFICER)) || one.state() == Determination.State.CONFIRMED && approver);
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        return "determination/determination";
    }

    private static String required(String field, Map<String, String> typed, int longest, FormErrors errors) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            errors.add(field, "determination.field." + field + ".missing");
        } else if (text.length() > longest) {
            errors.add(field, "determination.long", longest);
        }
        return text;
    }

    private static List<String> sources(Map<String, String> typed, FormErrors errors) {
        List<String> sources = typed.getOrDefault("sources", "").lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
        if (sources.size() > MOST_SOURCES) {
            errors.add("sources", "determination.field.sources.many", MOST_SOURCES);
        }
        sources.stream().filter(one -> one.length() > LONGEST_SOURCE || !Codes.isAddress(one) && !Claim.isEvidence(one)).findFirst()
                .ifPresent(one -> errors.add("sources", "determination.field.sources.wrong", one.length() > 80 ? one.substring(0, 80) + "…" : one));
        return sources;
    }

    private @Nullable LocalDate day(String text, FormErrors errors) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(dates.today()) || day.getYear() > dates.today().getYear() + YEARS_AHEAD) {
                errors.add("until", "determination.field.until.past", text);
            }
            return day;
        } catch (DateTimeException e) {
            errors.add("until", "determination.field.until.wrong", text);
            return null;
        }
    }
}
