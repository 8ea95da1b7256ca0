package eu.vitrine.forms;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.SlugTaken;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.requests.Requests;
import eu.vitrine.requests.UseRequest;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a model, a tool or a use by a few questions on one page; of a request, with what the colleague already said. */
@Controller
@RequestMapping("/register")
@PreAuthorize("hasRole('OFFICER')")
class TriagePages {

    private static final Identity NOTHING = new Identity("", null, null, null, List.of(), List.of());
    private static final String NAME = IdentityForm.PREFIX + ":name";

    private final Triage triage;
    private final IdentityForm identities;
    private final KnownRecords known;
    private final Edits edits;
    private final Requests requests;
    private final TransactionTemplate transactions;

    TriagePages(Triage triage, IdentityForm identities, KnownRecords known, Edits edits, Requests requests, TransactionTemplate transactions) {
        this.triage = triage;
        this.identities = identities;
        this.known = known;
        this.edits = edits;
        this.requests = requests;
        this.transactions = transactions;
    }

    @GetMapping
    String choose(@RequestParam(required = false) @Nullable Integer request, Model page) {
        page.addAttribute("request", request == null ? null : requests.one(request));
        return "forms/register";
    }

    /** @param service slug of the service that is used, chosen beforehand */
    @GetMapping("/{what:tool|use|model}")
    String form(@PathVariable String what, @RequestParam(required = false) @Nullable Integer request, @RequestParam(defaultValue = "") String service,
            Model page) {
        var fields = new LinkedHashMap<String, List<String>>();
        UseRequest asked = request == null ? null : requests.one(request);
        if (asked != null) {
            fields.put(NAME, List.of(asked.asked().what()));
            fields.put("use.purpose", List.of(asked.asked().purpose()));
            put(fields, "use.data_class", asked.asked().dataClass());
            put(fields, Triage.SOURCE, what.equals("use") ? null : asked.asked().url());
        }
        put(fields, "use.service", service);
        return show(what, new Input(fields), asked, new FormErrors(), page);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, List.of(value));
        }
    }

    @PostMapping("/{what:tool|use|model}")
    String register(@PathVariable String what, @RequestParam(required = false) @Nullable Integer request, @RequestParam MultiValueMap<String, String> all,
            Model page, HttpServletResponse response, RedirectAttributes redirect) {
        Kind kind = kind(what);
        Input typed = SectionPages.typed(all);
        UseRequest asked = request == null ? null : requests.one(request);
        var errors = new FormErrors();
        IdentityForm.Typed read = identities.read(kind, typed, NOTHING, errors);
        String name = read.identity().name();
        String slug = IdentityForm.proposed(name);
        if (!name.isEmpty() && (slug.isEmpty() || slug.equals("new"))) {
            errors.add(NAME, "triage.wrong.name", name);
        } else if (!name.isEmpty() && known.isThere(kind, slug)) {
            errors.add(NAME, "triage.wrong.taken", name);
        }
        Facts facts = triage.read(kind, typed, errors);
        if (!errors.any()) {
            try {
                transactions.executeWithoutResult(status -> {
                    edits.register(kind, Triage.file(kind, slug, read.identity(), facts), read);
                    link(asked, new RecordName(kind, slug, name));
                });
                Notice.on(redirect, "triage.registered." + what, name);
                return "redirect:" + next(kind, slug);
            } catch (StaleRevision | SlugTaken taken) {
                errors.add(NAME, "triage.wrong.taken", name);
            } catch (InvalidFile refused) {
                errors.add(NAME, "triage.wrong.refused", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(what, typed, asked, errors, page);
    }

    /** The request shows the record it became; what was said about its answer stays. */
    private void link(@Nullable UseRequest asked, RecordName record) {
        if (asked != null && asked.status().isOpen()) {
            requests.progress(asked.number(), asked.version(), asked.status() == eu.vitrine.requests.RequestStatus.WAITING, asked.expectedOn(), record);
        }
    }

    private static String next(Kind kind, String slug) {
        return switch (kind) {
            case SERVICE -> "/register/tool/" + slug;
            case MODEL -> RecordName.pathOf(kind, slug) + "/edit";
            default -> RecordName.pathOf(kind, slug);
        };
    }

    /** What can be done next with a tool just registered. */
    @GetMapping("/tool/{slug}")
    String registered(@PathVariable String slug, Model page) {
        page.addAttribute("slug", known.resolve(Kind.SERVICE, slug)
                .orElseThrow(() -> new org.springframework.web.server.ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "forms/registered-tool";
    }

    private String show(String what, Input typed, @Nullable UseRequest asked, FormErrors errors, Model page) {
        page.addAttribute("what", what);
        page.addAttribute("typed", typed);
        page.addAttribute("request", asked);
        page.addAttribute("errors", errors);
        page.addAttribute("questions", triage.questions(kind(what)));
        page.addAttribute("models", known.suggestions(Kind.MODEL));
        page.addAttribute("services", known.suggestions(Kind.SERVICE));
        page.addAttribute("providers", known.suggestions(Kind.PROVIDER));
        return "forms/triage";
    }

    private static Kind kind(String what) {
        return what.equals("tool") ? Kind.SERVICE : what.equals("use") ? Kind.USE : Kind.MODEL;
    }
}
