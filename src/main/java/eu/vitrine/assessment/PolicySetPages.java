package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The policy sets: which is in force, which are proposed, what each would change for whom, and the two-person way into force. */
@Controller
@RequestMapping("/policies/sets")
class PolicySetPages {

    private static final int MOST_PROBLEMS = 200;
    private static final int LONGEST = 1000;

    private final PolicySets sets;
    private final Trials trials;
    private final PolicyArchive archive;
    private final CurrentActor current;

    PolicySetPages(PolicySets sets, Trials trials, PolicyArchive archive, CurrentActor current) {
        this.sets = sets;
        this.trials = trials;
        this.archive = archive;
        this.current = current;
    }

    @GetMapping
    String list(Model page) {
        return list(new FormErrors(), List.of(), "", page);
    }

    private String list(FormErrors errors, List<Problem> problems, String note, Model page) {
        page.addAttribute("proposals", sets.all());
        page.addAttribute("inForce", sets.get(sets.inForce().orElseThrow()));
        page.addAttribute("mayPropose", current.has(Role.POLICY_AUTHOR));
        page.addAttribute("errors", errors);
        page.addAttribute("problems", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        page.addAttribute("problemCount", problems.size());
        page.addAttribute("note", note);
        return "assessment/sets";
    }

    @PostMapping
    String propose(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String note, Model page,
            HttpServletResponse response, RedirectAttributes redirect) throws IOException {
        FormErrors errors = new FormErrors();
        if (file == null || file.isEmpty()) {
            errors.add("file", "sets.file.missing");
        }
        if (note.strip().length() > LONGEST) {
            errors.add("note", "sets.note.long");
        }
        if (file == null || errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(errors, List.of(), note, page);
        }
        try {
            int number = sets.propose(file.getBytes(), note.isBlank() ? null : note.strip());
            Notice.on(redirect, "sets.proposed", number);
            return "redirect:/policies/sets/" + number;
        } catch (InvalidFile e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(errors.add("file", "sets.file.broken"), e.problems(), note, page);
        }
    }

    @GetMapping("/{number}")
    String one(@PathVariable int number, @RequestParam(defaultValue = "") String slug, @RequestParam(defaultValue = "") String policy,
            @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "record") String sort, @RequestParam(defaultValue = "1") int page, Model model) {
        return one(number, new TrialQuery(slug.strip(), policy.strip(), what.strip(), "policy".equals(sort), page), new FormErrors(), "", model);
    }

    private String one(int number, TrialQuery query, FormErrors errors, String reason, Model page) {
        Proposal proposal = sets.get(number);
        Proposal inForce = sets.get(sets.inForce().orElseThrow());
        page.addAttribute("proposal", proposal);
        page.addAttribute("inForce", inForce);
        page.addAttribute("isInForce", inForce.number() == number);
        page.addAttribute("wordingOnly", inForce.set().rulesDigest().equals(proposal.set().rulesDigest()));
        page.addAttribute("changes", SetChange.between(archive.get(inForce.set()), archive.get(proposal.set())));
        page.addAttribute("errors", errors);
        page.addAttribute("reason", reason);
        page.addAttribute("query", query);
        trials.newestOf(number).ifPresent(trial -> tried(trial, inForce, query, page));
        page.addAttribute("anyRunning", trials.isAnyRunning());
        page.addAttribute("ownPart", proposal.isOf(current.actor()));
        page.addAttribute("mayTry", current.has(Role.POLICY_AUTHOR) || current.has(Role.APPROVER) || current.has(Role.ADMINISTRATOR));
        page.addAttribute("mayRequest", current.has(Role.POLICY_AUTHOR) || current.has(Role.ADMINISTRATOR));
        page.addAttribute("mayConfirm", current.has(Role.POLICY_AUTHOR) || current.has(Role.APPROVER));
        page.addAttribute("mayTryOut", current.has(Role.POLICY_AUTHOR));
        return "assessment/set";
    }

    private void tried(Trial trial, Proposal inForce, TrialQuery query, Model page) {
        page.addAttribute("trial", trial);
        page.addAttribute("otherBase", trial.base() != inForce.number());
        if (trial.isFinished()) {
            int total = trials.countVisible(trial, query);
            List<TrialSubject> subjects = trials.subjects(trial);
            int touched = trials.countSubjects(trial);
            page.addAttribute("movedRecords", trials.movedSince(trial));
            page.addAttribute("subjects", subjects);
            page.addAttribute("touched", touched);
            page.addAttribute("unseen", touched - subjects.size());
            page.addAttribute("byPolicy", trials.byPolicy(trial));
            page.addAttribute("rows", trials.changes(trial, query));
            page.addAttribute("total", total);
            page.addAttribute("changed", trials.count(trial, "changed"));
            page.addAttribute("added", trials.count(trial, "new"));
            page.addAttribute("gone", trials.count(trial, "gone"));
            page.addAttribute("pages", Math.max(1, (total + TrialQuery.SIZE - 1) / TrialQuery.SIZE));
        }
    }

    @PostMapping("/{number}/trial")
    String run(@PathVariable int number, RedirectAttributes redirect) {
        trials.start(number);
        Notice.on(redirect, "sets.trial.started");
        return "redirect:/policies/sets/" + number;
    }

    @PostMapping("/{number}/request")
    String request(@PathVariable int number, RedirectAttributes redirect) {
        sets.request(number, trials.newestOf(number).map(trials::movedSince).orElse(0));
        Notice.on(redirect, "sets.requested");
        return "redirect:/policies/sets/" + number;
    }

    @PostMapping("/{number}/activate")
    String activate(@PathVariable int number, RedirectAttributes redirect) {
        sets.activate(number);
        Notice.on(redirect, "sets.activated", sets.get(number).set().version());
        return "redirect:/policies/sets/" + number;
    }

    @PostMapping("/{number}/reject")
    String reject(@PathVariable int number, @RequestParam(defaultValue = "") String reason, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        FormErrors errors = new FormErrors();
        if (reason.isBlank()) {
            errors.add("reason", "sets.reason.missing");
        } else if (reason.strip().length() > LONGEST) {
            errors.add("reason", "sets.note.long");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return one(number, TrialQuery.all(), errors, reason, page);
        }
        sets.reject(number, reason.strip());
        Notice.on(redirect, "sets.rejected");
        return "redirect:/policies/sets/" + number;
    }

    /** Says why something could not be done, on the page where it was tried. */
    @ExceptionHandler
    String refused(ActivationRefused refusal, HttpServletRequest request, RedirectAttributes redirect) {
        Notice.on(redirect, "sets.refused." + refusal.reason());
        String path = request.getRequestURI();
        return "redirect:" + (path.equals("/policies/sets") ? path : path.substring(0, path.lastIndexOf('/')));
    }
}
